package dev.totonoe.profile;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether a cell looks like a word of a small vocabulary or like an address, for guessing a
/// column's kind. As [ValueLooks], a sieve for a majority of cells: the tables of the dictionary
/// bundle and the normalisers know more.
final class WordLooks {
  /// A longer cell is none of these, whatever it begins with.
  private static final int CHARS_MAX = 200;

  private static final Pattern COLOUR =
      Pattern.compile(
          "(黒|白|赤|青|黄|緑|茶|紫|灰|紺|桃|橙|金|銀|水|黄緑|肌|朱|藍|鼠|ねずみ)色?"
              + "|(くろ|しろ|あか|あお|きいろ|みどり|ちゃいろ|むらさき|はいいろ|みずいろ)"
              + "|(ブラック|ホワイト|レッド|ブルー|イエロー|グリーン|ブラウン|パープル|グレー|グレイ|ネイビー|ピンク|オレンジ"
              + "|ゴールド|シルバー|ベージュ|アイボリー|クリア|透明|カーキ|ワイン|ターコイズ|ナチュラル|マルチ(カラー)?)"
              + "|black|white|red|blue|yellow|green|brown|purple|gr[ae]y|navy|pink|orange|gold|silver|beige"
              + "|bk|wh|rd|bu|ye|gn|bn|gy|pk|nv");

  private static final Pattern UNIT =
      Pattern.compile(
          "ケース|個|コ|ケ|ヶ|本|枚|袋|缶|瓶|箱|ボール|パック|セット|組|束|玉|丁|食|台|足|着|冊|巻|ロール|ダース|カートン|バラ"
              + "|kg|g|l|ml|m|cs|c/s|pcs?|ea|set|box|dz|pk|ct|bl");

  private static final Set<String> YES_NO =
      Set.of(
          "有", "無", "有り", "無し", "あり", "なし", "○", "〇", "◯", "×", "✕", "可", "不可", "要", "不要", "対象",
          "対象外", "非対象", "該当", "非該当", "はい", "いいえ", "yes", "no", "y", "n", "true", "false");

  private static final Pattern PHONE =
      Pattern.compile("(tel|fax|電話)?[.: ]*\\+?[0-9(][-0-9() .]{7,18}[0-9].{0,20}");
  private static final Pattern POSTAL_CODE = Pattern.compile("〒? ?[0-9]{3}[- ー−‐]?[0-9]{4}");
  private static final Pattern URL = Pattern.compile("(https?:/{1,2}|www\\.).+");
  private static final Pattern EMAIL = Pattern.compile("(mailto:)?[^@ ]+@[^@ ]+\\.[^@ ]+");

  private WordLooks() {}

  static boolean likeColour(String value) {
    return COLOUR.matcher(fold(value)).matches();
  }

  static boolean likeUnit(String value) {
    return UNIT.matcher(fold(value)).matches();
  }

  /// Not `1` and `0`: what a program reads as numbers is not for us to turn into words unasked.
  static boolean likeYesNo(String value) {
    return YES_NO.contains(fold(value));
  }

  static boolean likePhone(String value) {
    return PHONE.matcher(fold(value)).matches();
  }

  static boolean likePostalCode(String value) {
    return POSTAL_CODE.matcher(fold(value)).matches();
  }

  static boolean likeUrl(String value) {
    return URL.matcher(fold(value)).matches();
  }

  static boolean likeEmail(String value) {
    return EMAIL.matcher(fold(value)).matches();
  }

  private static String fold(String value) {
    if (value.length() > CHARS_MAX) {
      return "";
    }
    return Normalizer.normalize(value, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
  }
}
