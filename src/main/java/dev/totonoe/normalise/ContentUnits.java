package dev.totonoe.normalise;

import static java.util.Comparator.comparingInt;

import dev.totonoe.normalise.ContentToken.Base;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every unit and counter that can state a content, in all its spellings, and the words around a
/// number that say it states none. This is the table to extend.
final class ContentUnits {
  /// @param symbol the unit's canonical spelling
  /// @param factor base units in one of it
  record Unit(String spelling, String symbol, Base base, BigDecimal factor) {}

  /// @param canonical the counter's canonical spelling
  record Counter(String spelling, String canonical) {}

  /// By first character, the longest spelling first.
  private static final Map<Character, List<Unit>> UNITS = new HashMap<>();

  private static final Map<Character, List<Counter>> COUNTERS = new HashMap<>();

  static {
    unit("mg", Base.MASS, "0.001", "mg", "Mg", "MG", "㎎", "ミリグラム");
    unit("g", Base.MASS, "1", "g", "G", "gr", "㌘", "グラム");
    unit("kg", Base.MASS, "1000", "kg", "Kg", "KG", "kG", "㎏", "㌔", "㌕", "キロ", "キログラム");
    unit("ml", Base.VOLUME, "1", "ml", "mL", "ML", "Ml", "㎖", "cc", "CC", "㏄", "ミリリットル");
    unit("cl", Base.VOLUME, "10", "cl", "cL");
    unit("dl", Base.VOLUME, "100", "dl", "dL", "DL", "㎗", "デシリットル");
    unit("L", Base.VOLUME, "1000", "L", "l", "ℓ", "㍑", "リットル", "リッター");
    unit("m", Base.LENGTH, "1000", "m", "㍍", "メートル");
    unit("cm", Base.LENGTH, "10", "cm", "CM", "㎝", "センチ", "センチメートル");
    unit("mm", Base.LENGTH, "1", "mm", "MM", "㎜", "ミリメートル");
    counter("個", "コ", "ヶ", "ケ", "こ", "ｺ");
    for (String word :
        ("本 枚 袋 缶 包 粒 錠 箱 巻 束 組 足 食 玉 丁 切 切れ 尾 匹 株 台 冊 膳 双 瓶 杯 房 折 貫 片 着 連 "
                + "ロール パック セット ケース ボトル ピース カプセル シート カートン カップ スティック")
            .split(" ")) {
      counter(word);
    }
    counter("パック", "P", "p");
    UNITS.values().forEach(u -> u.sort(comparingInt((Unit unit) -> -unit.spelling().length())));
    COUNTERS.values().forEach(c -> c.sort(comparingInt((Counter x) -> -x.spelling().length())));
  }

  /// What may stand between a counter and the end of its word: `5個入り`, `24本セット`.
  static final List<String> COUNTER_SUFFIXES =
      List.of("入り", "入れ", "入", "詰め", "詰", "セット", "組", "パック", "ケース", "箱", "増量", "切り", "切れ", "切");

  /// Containers that follow a measure directly: `800g巻`.
  static final List<String> CONTAINERS = List.of("巻", "袋", "缶", "瓶", "箱");

  /// A number after one of these is no content: `耐荷重100kg`, `1日2粒`.
  static final List<String> NO_CONTENT_AFTER =
      List.of(
          "耐荷重", "荷重", "体重", "重量", "重さ", "自重", "最大", "高さ", "幅", "奥行", "奥行き", "長さ", "直径", "径", "厚さ",
          "厚み", "深さ", "全長", "丈", "たんぱく質", "タンパク質", "糖質", "脂質", "食物繊維", "塩分", "食塩相当量", "カフェイン", "1日",
          "1回", "一日", "一回", "毎日", "毎食", "目安", "第", "水深", "対象", "適応", "カロリー", "あと", "1人", "一人", "様");

  /// A number before one of these is no content: `100g当り`, `5kg用`, `2L対応`.
  static final List<String> NO_CONTENT_BEFORE =
      List.of(
          "用", "対応", "まで", "以上", "以下", "以内", "未満", "超", "当", "あた", "につき", "毎", "ごと", "配合", "含有",
          "オフ", "OFF", "off", "引", "防水", "型", "サイズ", "判", "級", "炊", "洗", "分", "台", "クラス", "前後",
          "タイプ", "あれば", "程度", "相当", "くらい", "ぐらい", "目", "ワット", "カロリー", "単位", "より", "から", "に", "付",
          "/m", "/c", "/日");

  /// Things that fit a container of the size before their name: `500mlペットボトルホルダー`.
  static final List<String> ACCESSORIES =
      List.of("ホルダー", "カバー", "ケース", "ラック", "ポーチ", "スタンド", "クーラー", "キャップ", "バッグ");

  /// In names with one of these, a volume says how much the thing holds.
  static final List<String> HOLDERS =
      List.of(
          "ゴミ袋",
          "ごみ袋",
          "ポリ袋",
          "レジ袋",
          "ケトル",
          "ポット",
          "水筒",
          "タンブラー",
          "マグカップ",
          "マグボトル",
          "炊飯",
          "両手鍋",
          "片手鍋",
          "圧力鍋",
          "土鍋",
          "冷蔵庫",
          "冷凍庫",
          "クーラーボックス",
          "クーラーバッグ",
          "リュック",
          "バックパック",
          "スーツケース",
          "キャリー",
          "バケツ",
          "収納",
          "保存容器",
          "密閉容器",
          "タンク",
          "加湿器",
          "除湿機",
          "電子レンジ",
          "オーブン",
          "フライヤー",
          "ミキサー",
          "ピッチャー",
          "計量カップ",
          "ゴミ箱",
          "ごみ箱",
          "ダストボックス",
          "コンテナ",
          "プランター",
          "ジョウロ",
          "じょうろ",
          "電気鍋",
          "コーヒーメーカー",
          "コーヒーサーバー",
          "空ボトル",
          "エコバッグ",
          "トートバッグ",
          "鉢",
          "弁当箱",
          "ランチボックス",
          "コップ",
          "ジョッキ",
          "タッパー",
          "スープジャー",
          "ドリンクボトル",
          "スプレーボトル",
          "ディスペンサー",
          "花瓶");

  /// In names with one of these, a mass says how heavy the thing is or how much it takes.
  static final List<String> WEIGHTS =
      List.of("ダンベル", "バーベル", "ケトルベル", "体重計", "はかり", "キッチンスケール", "洗濯機", "乾燥機", "アンクルウェイト");

  /// In names with one of these, `2L` and the like are sizes of clothing.
  static final List<String> CLOTHES =
      List.of(
          "シャツ", "パンツ", "ズボン", "手袋", "グローブ", "靴下", "ソックス", "ショーツ", "ブリーフ", "トランクス", "タイツ", "ストッキング",
          "肌着", "下着", "ジャケット", "コート", "ジャージ", "スカート", "ブラ", "キャミソール", "レギンス", "エプロン", "レインウェア",
          "カッパ", "合羽", "パーカー", "おむつ", "オムツ", "たまご", "卵", "玉子");

  /// Words that offer a choice: nothing may be filled in.
  static final List<String> CHOICES =
      List.of(
          "よりどり", "選り取り", "より取り", "選べる", "お好みで", "お好みの", "いずれか", "または", "又は", "もしくは", "どれでも",
          "組み合わせ自由", "組合せ自由", "単品/", "からお選び", "から選");

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

  static boolean startsWithAny(List<String> words, String text, int at) {
    for (String word : words) {
      if (text.startsWith(word, at)) {
        return true;
      }
    }
    return false;
  }

  static boolean containsAny(List<String> words, String text) {
    for (String word : words) {
      if (text.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
