package dev.totonoe.normalise;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The units of measures and their spellings. This is the table to extend; the canonical spelling
/// can be written in windows-31j, so that a file can leave as it came.
final class MeasureUnits {
  /// @param symbol the canonical spelling
  /// @param end the place behind the unit as it was written
  record Found(String symbol, int end) {}

  private static final Map<String, String> SYMBOLS = new HashMap<>();

  /// By lower case; empty where two units differ by case alone (mW, MW).
  private static final Map<String, String> FOLDED = new HashMap<>();

  /// Lengths of which there is a speed: `km/h`, `mm/s`.
  static final List<String> LENGTHS_OF_SPEED = List.of("mm", "cm", "m", "km", "ft", "mile");

  private static final int LENGTH_MAX;

  static {
    mass();
    length();
    area();
    volume();
    electricity();
    others();
    int longest = 0;
    for (Map.Entry<String, String> entry : SYMBOLS.entrySet()) {
      longest = Math.max(longest, entry.getKey().length());
      FOLDED.merge(
          entry.getKey().toLowerCase(Locale.ROOT),
          entry.getValue(),
          (one, other) -> one.equals(other) ? one : "");
    }
    LENGTH_MAX = longest;
  }

  private MeasureUnits() {}

  private static void mass() {
    unit("μg", "µg", "㎍", "mcg", "マイクログラム"); // U+03BC; U+00B5 is not in windows-31j
    unit("mg", "㎎", "ミリグラム");
    unit("g", "㌘", "gr", "グラム");
    unit("kg", "㎏", "㌔", "㌕", "キロ", "キログラム", "kgs");
    unit("t", "㌧", "トン", "メートルトン", "ton");
    unit("oz", "オンス", "㌉");
    unit("lb", "lbs", "ポンド", "㍀");
    unit("カラット", "㌌");
  }

  private static void length() {
    unit("nm", "㎚", "ナノメートル");
    unit("μm", "µm", "㎛", "ミクロン", "マイクロメートル");
    unit("mm", "㎜", "ミリ", "㍉", "ミリメートル", "粍");
    unit("cm", "㎝", "センチ", "㌢", "センチメートル", "糎");
    unit("m", "㍍", "メートル", "メーター");
    unit("km", "㎞", "キロメートル", "粁");
    unit("in", "inch", "inches", "インチ", "㌅", "吋", "\"", "″", "”");
    unit("ft", "フィート", "フート", "㌳");
    unit("yd", "ヤード", "㍎");
    unit("mile", "miles", "マイル", "㍄");
    unit("尺");
    unit("寸");
  }

  private static void area() {
    unit("㎡", "m2", "m²", "平方メートル", "平方メーター", "平米");
    unit("cm2", "㎠", "cm²", "平方センチメートル", "平方センチ");
    unit("mm2", "㎟", "mm²", "平方ミリメートル", "平方ミリ");
    unit("km2", "㎢", "km²", "平方キロメートル", "平方キロ");
    unit("平方インチ", "sqin");
    unit("平方フィート", "sqft");
    unit("平方ヤード");
    unit("平方マイル");
    unit("ha", "㌶", "ヘクタール");
    unit("アール", "㌃");
    unit("エーカー", "㌈", "acre");
    unit("坪");
    unit("畳", "帖");
  }

  private static void volume() {
    unit("μL", "µL", "μl", "µl", "マイクロリットル");
    unit("ml", "mL", "㎖", "cc", "㏄", "ミリリットル");
    unit("cl", "cL", "センチリットル");
    unit("dl", "dL", "㎗", "デシリットル");
    unit("L", "l", "ℓ", "㍑", "リットル", "リッター");
    unit("kL", "kl", "㎘", "キロリットル");
    unit("m3", "m³", "㎥", "立方メートル", "立米");
    unit("cm3", "cm³", "㎤", "立方センチメートル", "立方センチ");
    unit("立方フィート", "cuft");
    unit("立方インチ");
    unit("立方ヤード");
    unit("立方キロメートル");
    unit("立方マイル");
    unit("gal", "ガロン", "㌎");
    unit("floz", "液量オンス");
    unit("パイント");
    unit("クォート");
    unit("バレル", "㌭");
    unit("合");
    unit("升");
  }

  private static void electricity() {
    unit("mW", "ミリワット");
    unit("W", "ワット", "㍗");
    unit("kW", "㎾", "キロワット", "㌗");
    unit("MW", "メガワット");
    unit("Wh", "ワット時");
    unit("kWh", "キロワット時");
    unit("VA");
    unit("mV", "ミリボルト");
    unit("V", "ボルト", "㌾");
    unit("kV", "キロボルト");
    unit("mA", "㎃", "ミリアンペア");
    unit("A", "アンペア", "㌂");
    unit("mAh", "ミリアンペア時", "ミリアンペアアワー");
    unit("Ah", "アンペア時");
    unit("Ω", "\u2126", "オーム", "㌊"); // U+03A9, and the unit sign that is not in windows-31j
    unit("kΩ", "k\u2126", "キロオーム");
    unit("μF", "µF");
    unit("Hz", "㎐", "ヘルツ", "㌹");
    unit("kHz", "㎑", "キロヘルツ");
    unit("MHz", "㎒", "メガヘルツ");
    unit("GHz", "㎓", "ギガヘルツ");
    unit("dB", "㏈", "デシベル");
    unit("lm", "㏐", "ルーメン");
    unit("lx", "㏓", "ルクス");
    unit("cd", "㏅", "カンデラ");
    unit("bit", "ビット");
    unit("byte", "バイト");
    unit("KB", "㎅", "キロバイト");
    unit("MB", "㎆", "メガバイト");
    unit("GB", "㎇", "ギガバイト");
    unit("TB", "テラバイト");
    unit("Mbps", "メガビット毎秒");
    unit("Gbps", "ギガビット毎秒");
  }

  private static void others() {
    unit("%", "﹪", "㌫", "パーセント", "percent", "pct");
    unit("vol%", "%vol", "% vol", "%(v/v)", "v/v%");
    unit("‰", "パーミル");
    unit("ppm", "㏙");
    unit("割");
    unit("℃", "°C", "° C", "度C");
    unit("°F", "℉", "° F", "度F");
    unit("度", "°");
    unit("cal", "カロリー", "㌍");
    unit("kcal", "㎉", "キロカロリー", "大カロリー");
    unit("J", "ジュール");
    unit("kJ", "キロジュール");
    unit("Pa", "㎩", "パスカル");
    unit("hPa", "㍱", "ヘクトパスカル");
    unit("kPa", "㎪", "キロパスカル");
    unit("MPa", "㎫", "メガパスカル");
    unit("気圧", "atm");
    unit("N", "ニュートン");
    unit("N・m", "Nm", "N·m", "ニュートンメートル");
    unit("kgf", "重量キログラム");
    unit("PS");
    unit("hp");
    unit("馬力");
    unit("rpm", "r/min", "回転/分");
    for (String length : LENGTHS_OF_SPEED) {
      for (String time : List.of("h", "min", "s")) {
        unit(length + "/" + time);
      }
    }
    unit("km/h", "kmh", "キロメートル毎時", "キロ毎時");
    unit("m/s", "メートル毎秒");
    unit("m/min", "メートル毎分");
    unit("mile/h", "mph", "マイル毎時");
    unit("L/min", "l/min", "リットル毎分", "リットル/分");
    unit("m3/h", "m³/h", "㎥/h", "立方メートル毎時");
    unit("g/㎡", "g/m2", "g/m²", "グラム毎平方メートル");
    unit("kg/m3", "kg/m³", "kg/㎥");
    unit("秒", "sec");
    unit("分", "min");
    unit("時間");
    unit("日", "日間");
    unit("週間");
    unit("ヶ月", "ヵ月", "か月", "カ月", "ケ月", "箇月", "ヶ月間", "か月間");
    unit("年", "年間");
    unit("デニール");
    unit("dtex", "デシテックス");
    unit("番手");
    unit("号");
    unit("IU");
  }

  private static void unit(String symbol, String... spellings) {
    put(symbol, symbol);
    for (String spelling : spellings) {
      put(spelling, symbol);
    }
  }

  private static void put(String spelling, String symbol) {
    SYMBOLS.put(spelling, symbol);
  }

  /// The longest unit that stands at a place; a Latin one ends where the Latin word ends.
  ///
  /// @param text with ASCII letters, and `°` U+00B0 for every degree sign
  static Optional<Found> at(String text, int at) {
    int longest = Math.min(text.length() - at, LENGTH_MAX);
    for (int length = longest; length > 0; length--) {
      int end = at + length;
      if (isLatin(text, end - 1) && isLatin(text, end)) {
        continue;
      }
      String spelling = text.substring(at, end);
      String symbol = SYMBOLS.get(spelling);
      if (symbol == null) {
        symbol = FOLDED.getOrDefault(spelling.toLowerCase(Locale.ROOT), "");
      }
      if (!symbol.isEmpty()) {
        return Optional.of(new Found(symbol, end));
      }
    }
    return Optional.empty();
  }

  private static boolean isLatin(String text, int at) {
    if (at >= text.length()) {
      return false;
    }
    char c = text.charAt(at);
    boolean times =
        (c == 'x' || c == 'X') && at + 1 < text.length() && !isLetter(text.charAt(at + 1));
    return !times && isLetter(c);
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
