package dev.totonoe.normalise;

import dev.totonoe.normalise.ContentToken.Base;
import dev.totonoe.normalise.ContentToken.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Cuts a name or specification into the tokens from which its content is read, in one pass from
/// left to right.
final class ContentScanner {
  private static final String TIMES = "×✕✖╳*";
  private static final String OPEN = "([【{「『〔《〈<";
  private static final String CLOSE = ")]】}」』〕》〉>";

  private final String text;
  private final List<ContentToken> tokens = new ArrayList<>();
  private int at;

  private ContentScanner(String text) {
    this.text = text;
  }

  /// The tokens of a text that is unified but for its case.
  static List<ContentToken> scan(String text) {
    ContentScanner scanner = new ContentScanner(text);
    while (scanner.at < text.length()) {
      scanner.step();
    }
    return scanner.tokens;
  }

  private void step() {
    char c = text.charAt(at);
    if (c == ' ') {
      at++;
    } else if (isDigit(c)) {
      number();
    } else if (TIMES.indexOf(c) >= 0 || isTimesLetter(c)) {
      add(Type.TIMES, 1);
    } else if (c == '+' || c == '&' && endsQuantity()) {
      add(Type.PLUS, 1);
    } else if (c == '/') {
      add(Type.SLASH, 1);
    } else if (c == '～' || c == '~' || c == '-' && endsNumber() && isDigit(peek(1))) {
      add(Type.RANGE, 1);
    } else if (OPEN.indexOf(c) >= 0) {
      add(Type.OPEN, 1);
    } else if (CLOSE.indexOf(c) >= 0) {
      add(Type.CLOSE, 1);
    } else if (isOr()) {
      add(Type.AMBIGUOUS, 2);
    } else {
      word();
    }
  }

  private boolean isTimesLetter(char c) {
    boolean letter = c == 'x' || c == 'X';
    if (!letter || !(endsNumber() || last(Type.CLOSE))) {
      return false;
    }
    char next = peek(1) == ' ' ? peek(2) : peek(1);
    return isDigit(next) || next == '(';
  }

  /// `or` between two offers.
  private boolean isOr() {
    return text.startsWith("or", at)
        && !tokens.isEmpty()
        && !isLatin(peek(2))
        && (at == 0 || !isLatin(text.charAt(at - 1)));
  }

  private void word() {
    int start = at;
    boolean latin = isLatin(text.charAt(at));
    at++;
    // A model code is one word with the digits in it: A4, M6, WH-1000XM5.
    while (latin
        && at < text.length()
        && !text.startsWith("PET", start)
        && isCode(text.charAt(at))) {
      at++;
    }
    boolean price = "￥$\\#第".indexOf(text.charAt(start)) >= 0;
    while (price && at < text.length() && isNumeral(text.charAt(at))) {
      at++;
    }
    if (!tokens.isEmpty()
        && tokens.getLast().type() == Type.WORD
        && tokens.getLast().end() == start) {
      ContentToken before = tokens.removeLast();
      start = before.start();
    }
    tokens.add(token(Type.WORD, start, at));
  }

  private boolean isCode(char c) {
    if (c == '-') {
      return isLatin(peek(1)) || isDigit(peek(1));
    }
    boolean times = (c == 'x' || c == 'X') && isDigit(text.charAt(at - 1)) && isDigit(peek(1));
    return (isLatin(c) || isDigit(c)) && !times || c == '.' && isDigit(peek(1));
  }

  private void number() {
    int start = at;
    while (at < text.length() && isNumeral(text.charAt(at))) {
      at++;
    }
    while (text.charAt(at - 1) == ',' || text.charAt(at - 1) == '.') {
      at--;
    }
    String digits = text.substring(start, at);
    int unitAt = at < text.length() && text.charAt(at) == ' ' ? at + 1 : at;
    WrittenNumber number = WrittenNumber.of(digits);
    if (isStated(start)) {
      if (measure(start, unitAt, number) || count(start, unitAt, number)) {
        return;
      }
    }
    char next = at < text.length() ? text.charAt(at) : ' ';
    boolean unit = Character.isLetter(next) && !startsTimes(at) || next == '%' || next == '\u00B0';
    if (unit || !isStated(start)) {
      at += unit ? 1 : 0;
      // 100カット is one number with its unit, not a number and a word.
      while (unit
          && at < text.length()
          && isKatakana(text.charAt(at))
          && isKatakana(text.charAt(at - 1))) {
        at++;
      }
      tokens.add(token(Type.OTHER_NUMBER, start, at));
    } else {
      tokens.add(
          new ContentToken(
              number.good() ? Type.BARE : Type.OTHER_NUMBER,
              number.value(),
              "",
              Base.NONE,
              "",
              start,
              at));
    }
  }

  private boolean startsTimes(int place) {
    char c = text.charAt(place);
    return (c == 'x' || c == 'X')
        && place + 1 < text.length()
        && (isDigit(text.charAt(place + 1))
            || text.charAt(place + 1) == '('
            || text.charAt(place + 1) == ' ');
  }

  /// Whether the text before a number lets it state a content.
  private boolean isStated(int start) {
    String before = text.substring(Math.max(0, start - BEFORE_MAX), start).stripTrailing();
    for (String word : ContentUnits.NO_CONTENT_AFTER) {
      if (before.endsWith(word)) {
        return false;
      }
    }
    return true;
  }

  private static final int BEFORE_MAX = 8;

  private boolean measure(int start, int unitAt, WrittenNumber number) {
    var found = ContentUnits.unitAt(text, unitAt);
    if (found.isEmpty()) {
      return false;
    }
    ContentUnits.Unit unit = found.get();
    int end = unitAt + unit.spelling().length();
    if (!isWholeUnit(unit, end, number)) {
      return false;
    }
    at = end;
    if (isNoContent(end)) {
      tokens.add(token(Type.OTHER_NUMBER, start, end));
      return true;
    }
    boolean smallUnit = unit.factor().compareTo(BigDecimal.ONE) <= 0;
    Type type = !number.good() || number.thousandths() && smallUnit ? Type.AMBIGUOUS : Type.MEASURE;
    if (unit.base() == Base.LENGTH && !unit.symbol().equals("m")) {
      type = Type.SIZE;
    }
    tokens.add(
        new ContentToken(
            type,
            number.value().multiply(unit.factor()),
            unit.symbol(),
            unit.base(),
            container(end),
            start,
            end));
    return true;
  }

  private boolean isWholeUnit(ContentUnits.Unit unit, int end, WrittenNumber number) {
    char next = end < text.length() ? text.charAt(end) : ' ';
    boolean latin = isLatin(unit.spelling().charAt(unit.spelling().length() - 1));
    // 500mlPET; two letters and a capital behind them cannot be another unit.
    boolean capital =
        text.startsWith("PET", end) || unit.spelling().length() > 1 && next >= 'A' && next <= 'Z';
    if (latin && isLatin(next) && !capital && !startsTimes(end) && !text.startsWith("or", end)) {
      return false;
    }
    return switch (unit.spelling()) {
      case "m" -> !isDigit(next) && "²³/".indexOf(next) < 0;
      case "G" -> number.value().compareTo(BigDecimal.TEN) >= 0;
      case "キロ" -> "カワメバヘボ".indexOf(next) < 0;
      case "L" ->
          !(number.value().precision() == 1
              && number.value().scale() == 0
              && number.value().intValue() > 1
              && ContentUnits.containsAny(ContentUnits.CLOTHES, text));
      default -> "²³".indexOf(next) < 0;
    };
  }

  private String container(int end) {
    for (String container : ContentUnits.CONTAINERS) {
      int after = end + container.length();
      if (text.startsWith(container, end)
          && (after == text.length() || !Character.isLetter(text.charAt(after)))) {
        return container;
      }
    }
    return "";
  }

  private boolean count(int start, int unitAt, WrittenNumber number) {
    var found = ContentUnits.counterAt(text, unitAt);
    if (found.isEmpty()) {
      return false;
    }
    String counter = found.get().canonical();
    int counterEnd = unitAt + found.get().spelling().length();
    int end = counterEnd;
    String mark = "";
    boolean grew = true;
    for (int suffixes = 0; grew && suffixes < SUFFIXES_MAX; suffixes++) {
      grew = false;
      for (String suffix : ContentUnits.COUNTER_SUFFIXES) {
        if (text.startsWith(suffix, end)) {
          mark = suffix.equals("組") || suffix.equals(ContentToken.SET) ? ContentToken.SET : mark;
          end += suffix.length();
          grew = true;
          break;
        }
      }
    }
    boolean latin = isLatin(text.charAt(counterEnd - 1));
    boolean afterTimesOnly = latin && !last(Type.TIMES);
    // "iPhone 15 ケース" counts nothing.
    boolean wordApart = unitAt > at && found.get().spelling().length() > 1;
    // "8切5枚" is a format, not eight pieces.
    boolean format = counter.equals("切") && end < text.length() && isDigit(text.charAt(end));
    if (afterTimesOnly || wordApart || format || !endsCounter(end, latin)) {
      return false;
    }
    at = end;
    boolean noContent = end > counterEnd ? false : isNoContent(end);
    boolean whole = number.good() && number.value().scale() <= 0;
    Type type = noContent ? Type.OTHER_NUMBER : whole ? Type.COUNT : Type.AMBIGUOUS;
    if (counter.equals(ContentToken.SET)) {
      mark = ContentToken.SET;
    }
    tokens.add(new ContentToken(type, number.value(), counter, Base.NONE, mark, start, end));
    return true;
  }

  private static final int SUFFIXES_MAX = 3;

  private boolean endsCounter(int end, boolean latin) {
    if (end == text.length()) {
      return true;
    }
    char next = text.charAt(end);
    return !Character.isLetter(next)
        || startsTimes(end)
        || !latin && isLatin(next)
        || next == '計'
        || next == '各';
  }

  private static final List<String> FITS = List.of("対応", "用", "付", "サイズ");

  private boolean isNoContent(int end) {
    int next = end;
    while (next < text.length()
        && (text.charAt(next) == ' ' || text.charAt(next) == ')')
        && next < end + 2) {
      next++;
    }
    int word = end;
    while (word < text.length() && isKatakana(text.charAt(word))) {
      word++;
    }
    // 2Lペットボトル対応, 500mlボトル用, 500mlボトルカバー, 5mlスプーン付
    boolean fitsThing =
        word > end
            && (ContentUnits.startsWithAny(FITS, text, word)
                || ContentUnits.containsAny(ContentUnits.ACCESSORIES, text.substring(end, word)));
    if (fitsThing) {
      return true;
    }
    // After a space only words that cannot begin the next phrase.
    return ContentUnits.startsWithAny(ContentUnits.NO_CONTENT_BEFORE, text, end)
        || next > end
            && (text.startsWith("対応", next)
                || text.startsWith("当", next)
                || text.startsWith("あた", next)
                || text.startsWith("まで", next)
                || text.startsWith("以", next)
                || text.startsWith("防水", next));
  }

  private boolean endsNumber() {
    return !tokens.isEmpty()
        && onlySpacesSince(tokens.getLast().end())
        && switch (tokens.getLast().type()) {
          case MEASURE, COUNT, BARE, SIZE, OTHER_NUMBER -> true;
          default -> false;
        };
  }

  private boolean endsQuantity() {
    return !tokens.isEmpty()
        && tokens.getLast().isQuantity()
        && onlySpacesSince(tokens.getLast().end());
  }

  private boolean onlySpacesSince(int end) {
    for (int i = end; i < at; i++) {
      if (text.charAt(i) != ' ') {
        return false;
      }
    }
    return true;
  }

  private boolean last(Type type) {
    return !tokens.isEmpty() && tokens.getLast().type() == type;
  }

  private char peek(int offset) {
    return at + offset < text.length() ? text.charAt(at + offset) : ' ';
  }

  private void add(Type type, int length) {
    tokens.add(token(type, at, at + length));
    at += length;
  }

  private static ContentToken token(Type type, int start, int end) {
    return new ContentToken(type, BigDecimal.ZERO, "", Base.NONE, "", start, end);
  }

  private static boolean isNumeral(char c) {
    return isDigit(c) || c == ',' || c == '.';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isKatakana(char c) {
    return c >= 0x30A1 && c <= 0x30FC && c != 0x30FB;
  }

  private static boolean isLatin(char c) {
    return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }
}
