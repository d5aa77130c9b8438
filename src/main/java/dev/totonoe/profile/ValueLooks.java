package dev.totonoe.profile;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What a cell looks like, for guessing a column's kind. These are sieves for a majority of cells
/// and not parsers: reading a value is the normalisers' matter.
final class ValueLooks {
  /// The start of a cell says what it is; nothing that a pattern here matches is longer.
  private static final int CHARS_MAX = 500;

  /// Written where there is nothing to write; such cells neither support nor contradict a guess.
  private static final Set<String> PLACEHOLDERS =
      Set.of(
          "-", "--", "–", "―", "ー", "−", "*", "なし", "無し", "未定", "不明", "n/a", "na", "null", "none");

  /// 8, 12, 13 or 14 digits (GS1 General Specifications 7.9), or 11 where leading zeros were lost.
  private static final Pattern GTIN_DIGITS = Pattern.compile("[0-9]{8}|[0-9]{11,14}");

  /// A GTIN after a spreadsheet turned it into a number: `4.90178E+12`.
  private static final Pattern GTIN_EXPONENT = Pattern.compile("[0-9]\\.[0-9]+e\\+?1[0-3]");

  private static final Pattern PRICE =
      Pattern.compile(
          "(税込|税抜|税別|本体価格|本体|定価|特価|売価|価格|約)?[::]?[¥\\\\$€£]?"
              + "([0-9]{1,9}|[0-9]{1,3}([,.][0-9]{3})+)(\\.[0-9]{1,4})?"
              + "(円|千円|yen|jpy|usd|eur|元)?[-ー−]?([(/税本~].*)?"
              + "|オープン(価格|プライス)?|open(価格|price)?|時価");

  private static final Pattern DATE =
      Pattern.compile(
          "(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])"
              + "|[0-9]{4}[-/.年][0-9]{1,2}([-/.月]([0-9]{1,2}日?|[上中下]旬|末)?)?"
              + "|[0-9]{1,2}/[0-9]{1,2}/([0-9]{2}|[0-9]{4})"
              + "|(令和|平成|昭和|大正|明治|[rhstm])\\.?([0-9]{1,2}|元|[一二三四五六七八九十]{1,3})"
              + "[-/.年]([0-9]{1,2}|[一二三四五六七八九十]{1,3})([-/.月]([0-9]{1,2}|[一二三四五六七八九十]{1,3})日?)?");

  /// Days since 1899-12-30, as spreadsheets count: 1982 to 2064.
  private static final Pattern EXCEL_SERIAL = Pattern.compile("[3-5][0-9]{4}");

  private static final Pattern CONTENT =
      Pattern.compile(
          "[0-9](\\s|\\.)*(mg|g|kg|ml|l|dl|cl|cc|mm|cm|m|oz|lb|"
              + "グラム|キロ|リットル|個|コ|ケ|本|枚|袋|箱|缶|錠|粒|包|食|入|膳|巻|組|丁|玉|束|切|尾|杯|足|台|瓶|パック|p|pcs|ct|カプセル|片|管|筒|回|人前|ロール|セット|シート)"
              + "(?![a-z])|[0-9]\\s*[x×*]\\s*[0-9]");

  private static final String DIGITS = "[0-9][0-9.,]{0,14}";

  private static final Pattern NUMBER =
      Pattern.compile("[-+▲△]? ?(" + DIGITS + "|[0-9一二三四五六七八九十百千万億.,]{1,15})");

  private static final Pattern MEASURE =
      Pattern.compile(
          "(約|最大|ac|dc|alc\\.?|アルコール分|摂氏)? ?[-+▲±]?"
              + DIGITS
              + " ?([~～-] ?"
              + DIGITS
              + " ?)?([μmk]?[glmvaw]|cm|t|[mk]?ah|[mk]?wh|[mkg]?hz|k?cal|k?j|%|度|[°゜]c?|oz|lb|in|インチ|db|lm"
              + "|グラム|キロ(グラム|カロリー|ワット)?|センチ|ミリ|メートル|ワット|ボルト|カロリー|パーセント)?(以上|以下|未満)?");

  private static final String SIDE = "(\\(?([wdhltφ]|幅|奥行き?|高さ?|縦|横|直径|径|長さ?|厚さ?|厚み|深さ)\\)?:? ?)";
  private static final String LENGTH = DIGITS + " ?(mm|cm|m|センチ|ミリ)? ?(\\(?[wdhl]\\)?)? ?";
  private static final Pattern DIMENSIONS =
      Pattern.compile(
          "約? ?("
              + SIDE
              + "?"
              + LENGTH
              + "([x×*✕] ?"
              + SIDE
              + "?"
              + LENGTH
              + "){1,3}|"
              + SIDE
              + LENGTH
              + "([x×*✕、,/・ ]{0,2}"
              + SIDE
              + LENGTH
              + "){0,3})(\\((mm|cm|m)\\))?");

  private static final String ONE_SIZE =
      "([0-9]{0,2}[xsl]{1,4}|m|f|free|フリー|ワンサイズ|大|中|小|特大|[0-9]{1,3}(\\.[05])?( ?cm|号)?)( ?サイズ|寸)?";
  private static final Pattern SIZE =
      Pattern.compile(ONE_SIZE + "( ?[~～/-] ?" + ONE_SIZE + ")?( ?\\(" + ONE_SIZE + "\\))?");

  private static final Pattern CODE = Pattern.compile("[a-z0-9][-a-z0-9_./:#]{0,39}");

  /// A longer cell that mentions a quantity is a description.
  private static final int CONTENT_CHARS_MAX = 60;

  private ValueLooks() {}

  static boolean isFilled(String value) {
    String folded = fold(value);
    return !folded.isEmpty() && !PLACEHOLDERS.contains(folded);
  }

  /// Something that a GTIN column would hold, valid or spoilt.
  static boolean likeGtin(String value) {
    String digits = gtinDigits(value);
    return GTIN_DIGITS.matcher(digits).matches() || GTIN_EXPONENT.matcher(digits).matches();
  }

  /// A whole GTIN with the right check digit. One in ten random numbers of that length has it.
  static boolean isValidGtin(String value) {
    String digits = gtinDigits(value);
    if (!digits.matches("[0-9]{8}|[0-9]{12,14}")) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      boolean tripled = (digits.length() - i) % 2 == 0;
      sum += (digits.charAt(i) - '0') * (tripled ? 3 : 1);
    }
    return sum % 10 == 0 && !digits.matches("0+");
  }

  static boolean likePrice(String value) {
    return PRICE.matcher(fold(value).replace(" ", "")).matches();
  }

  static boolean likeDate(String value) {
    String folded = fold(value).replace(" ", "");
    return DATE.matcher(folded).matches() || EXCEL_SERIAL.matcher(folded).matches();
  }

  static boolean likeContent(String value) {
    return value.length() <= CONTENT_CHARS_MAX && CONTENT.matcher(fold(value)).find();
  }

  static boolean likeNumber(String value) {
    return NUMBER.matcher(fold(value)).matches();
  }

  static boolean likeMeasure(String value) {
    return MEASURE.matcher(fold(value)).matches();
  }

  static boolean likeDimensions(String value) {
    return DIMENSIONS.matcher(fold(value)).matches();
  }

  static boolean likeSize(String value) {
    return SIZE.matcher(fold(value)).matches();
  }

  static boolean likeCode(String value) {
    return CODE.matcher(fold(value)).matches();
  }

  /// Holds at least one letter, Latin or Japanese.
  static boolean hasLetters(String value) {
    return fold(value).codePoints().anyMatch(Character::isLetter);
  }

  /// Holds letters and is no item number such as `A-001`.
  static boolean likeWords(String value) {
    return hasLetters(value) && !(likeCode(value) && fold(value).matches(".*[0-9].*"));
  }

  /// Holds letters beyond ASCII, full-width Latin not counted.
  static boolean hasWordsBeyondAscii(String value) {
    return fold(value).codePoints().anyMatch(point -> point > 0x7F && Character.isLetter(point));
  }

  private static String gtinDigits(String value) {
    return fold(value).replaceAll("^'|[\\s-]", "");
  }

  private static String fold(String value) {
    String start = value.length() > CHARS_MAX ? value.substring(0, CHARS_MAX) : value;
    return Normalizer.normalize(start, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
  }
}
