package dev.totonoe.normalise;

import static java.util.Comparator.comparingInt;

import dev.totonoe.normalise.ContentToken.Base;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every unit and counter that can state a content, in all its spellings. This is the table to
/// extend.
///
/// No contents: areas (`㎡`, `平米`), `合`, `升`, `斤`, `畳`, and ounces, pounds and gallons: they stand
/// for cloth weights and sizes as often as for contents, an ounce of a liquid is another than one
/// of a solid, and no label gives the digits that a conversion would.
final class ContentUnits {
  /// @param symbol the unit's canonical spelling
  /// @param factor base units in one of it
  record Unit(String spelling, String symbol, Base base, BigDecimal factor) {}

  /// @param canonical the counter's canonical spelling
  record Counter(String spelling, String canonical) {}

  /// `ミリ` alone: millimetres or millilitres.
  static final String MILLI = "ミリ";

  /// By first character, the longest spelling first.
  private static final Map<Character, List<Unit>> UNITS = new HashMap<>();

  private static final Map<Character, List<Counter>> COUNTERS = new HashMap<>();

  static {
    // Compatibility characters: U+338E mg, U+338F kg, U+3396 ml, U+3397 dl, U+339D cm, U+339C mm,
    // U+33C4 cc,
    // U+2113 l, U+3318 gram, U+3314 kilo, U+3315 kilogram, U+3351 litre, U+3327 ton (none), U+330D
    // (none),
    // U+3349 milli, U+3322 centi, U+334D metre.
    unit("mg", Base.MASS, "0.001", "mg", "Mg", "MG", "㎎", "ミリグラム", "㍉㌘", "㍉グラム");
    unit("g", Base.MASS, "1", "g", "G", "gr", "㌘", "グラム");
    unit("kg", Base.MASS, "1000", "kg", "Kg", "KG", "kG", "㎏", "㌕", "㌔㌘", "㌔グラム", "キログラム");
    unit("kg", Base.MASS, "1000", "㌔", "キロ");
    unit("ml", Base.VOLUME, "1", "ml", "mL", "ML", "Ml", "mℓ", "Mℓ", "㎖", "cc", "CC", "㏄", "シーシー");
    unit("ml", Base.VOLUME, "1", "ミリリットル", "ミリリッター", "㍉㍑", "㍉リットル");
    unit("cl", Base.VOLUME, "10", "cl", "cL", "cℓ");
    unit("dl", Base.VOLUME, "100", "dl", "dL", "DL", "dℓ", "㎗", "デシリットル");
    unit("L", Base.VOLUME, "1000", "L", "l", "ℓ", "㍑", "リットル", "リッター");
    unit("m", Base.LENGTH, "1000", "m", "㍍", "メートル");
    unit("cm", Base.LENGTH, "10", "cm", "CM", "Cm", "㎝", "㌢", "㌢㍍", "センチ", "センチメートル");
    unit("mm", Base.LENGTH, "1", "mm", "MM", "㎜", "㍉㍍", "ミリメートル");
    unit(MILLI, Base.LENGTH, "1", "ミリ", "㍉");
    counter("個", "コ", "ヶ", "ケ", "こ", "ｺ");
    for (String word :
        ("本 枚 袋 缶 包 粒 錠 箱 巻 束 把 組 足 双 対 食 玉 丁 切 切れ 尾 匹 羽 株 台 脚 冊 帖 膳 客 瓶 杯 房 折 貫 串 棹 片 "
                + "着 連 管 筒 人前 ロール パック セット ケース ボトル ピース カプセル シート カートン カップ スティック ポット")
            .split(" ")) {
      counter(word);
    }
    counter("パック", "P", "p");
    counter("ロール", "R");
    // As terminals without kanji write them: 24ﾎﾝ.
    for (String pair :
        "本ホン 本ポン 本ボン 枚マイ 袋フクロ 缶カン 箱ハコ 瓶ビン 瓶びん 包ホウ 錠ジョウ 粒ツブ 組クミ 足ソク 冊サツ 巻マキ 食ショク 玉タマ 束タバ"
            .split(" ")) {
      add(new Counter(pair.substring(1), pair.substring(0, 1)));
    }
    UNITS.values().forEach(u -> u.sort(comparingInt((Unit unit) -> -unit.spelling().length())));
    COUNTERS.values().forEach(c -> c.sort(comparingInt((Counter x) -> -x.spelling().length())));
  }

  private ContentUnits() {}

  private static void unit(String symbol, Base base, String factor, String... spellings) {
    for (String spelling : spellings) {
      UNITS
          .computeIfAbsent(spelling.charAt(0), c -> new ArrayList<>())
          .add(new Unit(spelling, symbol, base, new BigDecimal(factor)));
    }
  }

  private static void counter(String canonical, String... spellings) {
    add(new Counter(canonical, canonical));
    for (String spelling : spellings) {
      add(new Counter(spelling, canonical));
    }
  }

  private static void add(Counter counter) {
    COUNTERS.computeIfAbsent(counter.spelling().charAt(0), c -> new ArrayList<>()).add(counter);
  }

  /// The longest unit that stands at a place.
  static Optional<Unit> unitAt(String text, int at) {
    if (at >= text.length()) {
      return Optional.empty();
    }
    for (Unit unit : UNITS.getOrDefault(text.charAt(at), List.of())) {
      if (text.startsWith(unit.spelling(), at)) {
        return Optional.of(unit);
      }
    }
    return Optional.empty();
  }

  /// The longest counter that stands at a place.
  static Optional<Counter> counterAt(String text, int at) {
    if (at >= text.length()) {
      return Optional.empty();
    }
    for (Counter counter : COUNTERS.getOrDefault(text.charAt(at), List.of())) {
      if (text.startsWith(counter.spelling(), at)) {
        return Optional.of(counter);
      }
    }
    return Optional.empty();
  }
}
