package dev.totonoe.normalise;

import dev.totonoe.normalise.ContentToken.Base;
import dev.totonoe.normalise.ContentToken.Type;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/// Says what each number of a text is: a measure, a count, a bare number, a size, or a number that
/// states no content (`100g当り`, `5kg用`, `第2類`, `40度`).
final class ContentNumbers {
  private static final int BEFORE_MAX = 8;
  private static final int ASIDE_MAX = 12;
  private static final int SUFFIXES_MAX = 3;

  /// Millimetres beyond this are written in centimetres or metres; `350ミリ` may be a can.
  private static final BigDecimal MILLIMETRES_MAX = BigDecimal.valueOf(99);

  private static final Set<String> CANS = Set.of("缶", "瓶");

  /// More cans than that are not sold in one unit.
  private static final BigDecimal CANS_MAX = BigDecimal.valueOf(99);

  /// Counters of what a rack or a case takes.
  private static final Set<String> TAKEN = Set.of("個", "本", "枚");

  /// A ton or a cubic metre, in g or ml, and ten kilometres of thread, in mm: beyond them it is a
  /// model number.
  private static final BigDecimal AMOUNT_MAX = BigDecimal.valueOf(1_000_000);

  private static final BigDecimal LENGTH_MAX = BigDecimal.valueOf(10_000_000);

  /// Grams and millilitres beyond this are written as kg and L.
  private static final BigDecimal COMMA_MAX = BigDecimal.valueOf(100_000);

  private final String text;
  private final Set<ContentGoods> goods;

  ContentNumbers(String text, Set<ContentGoods> goods) {
    this.text = text;
    this.goods = goods;
  }

  /// The number that begins with the digit at a place, with its unit.
  ContentToken at(int start) {
    return read(start, false);
  }

  /// The same behind a multiplier, where a single `P` counts packs.
  ContentToken afterTimes(int start) {
    return read(start, true);
  }

  private ContentToken read(int start, boolean afterTimes) {
    int end = start;
    while (end < text.length() && isNumeral(text.charAt(end))) {
      end++;
    }
    while (text.charAt(end - 1) == ',' || text.charAt(end - 1) == '.') {
      end--;
    }
    WrittenNumber number = WrittenNumber.of(text.substring(start, end));
    boolean stated = isStated(start);
    if (stated) {
      int numberEnd = end;
      Optional<ContentToken> quantity =
          measure(start, end, number).or(() -> count(start, numberEnd, afterTimes, number));
      if (quantity.isPresent()) {
        return quantity.get();
      }
    }
    char next = next(end);
    boolean unit = Character.isLetter(next) && !startsTimes(end) || next == '%' || next == '\u00B0';
    if (!unit && stated && number.good()) {
      return new ContentToken(Type.BARE, number.value(), "", Base.NONE, "", start, end);
    }
    end += unit ? 1 : 0;
    // 100カット is one number with its unit, not a number and a word.
    while (unit && isKatakana(next(end)) && isKatakana(text.charAt(end - 1))) {
      end++;
    }
    return ContentToken.of(Type.OTHER_NUMBER, start, end);
  }

  /// Whether the text before a number lets it state a content.
  private boolean isStated(int start) {
    String before = text.substring(Math.max(0, start - BEFORE_MAX), start).stripTrailing();
    for (String word : ContentWords.NO_CONTENT_AFTER) {
      if (before.endsWith(word)) {
        return false;
      }
    }
    return true;
  }

  /// The place after a number where its unit may stand.
  private int unitAt(int numberEnd) {
    return next(numberEnd) == ' ' ? numberEnd + 1 : numberEnd;
  }

  private Optional<ContentToken> measure(int start, int numberEnd, WrittenNumber number) {
    int unitAt = unitAt(numberEnd);
    Optional<ContentUnits.Unit> found = ContentUnits.unitAt(text, unitAt);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    ContentUnits.Unit unit = found.get();
    int end = unitAt + unit.spelling().length();
    if (!isWholeUnit(unit, start, end, number)) {
      return Optional.empty();
    }
    Type type = number.good() ? Type.MEASURE : Type.AMBIGUOUS;
    Base base = unit.base();
    if (isNoContent(end)) {
      type = Type.OTHER_NUMBER;
    } else if (unit.symbol().equals(ContentUnits.MILLI)) {
      boolean poured = ContentWords.startsWithAny(ContentWords.DRINK_CONTAINERS, text, end);
      base = poured ? Base.VOLUME : Base.LENGTH;
      boolean small = number.value().compareTo(MILLIMETRES_MAX) <= 0;
      type = poured ? type : small ? Type.SIZE : Type.AMBIGUOUS;
    } else if (base == Base.LENGTH && !unit.symbol().equals("m")) {
      type = Type.SIZE;
    } else if (unit.factor().compareTo(BigDecimal.ONE) <= 0
        && isDoubtful(number, start, numberEnd)) {
      type = Type.AMBIGUOUS;
    }
    BigDecimal amount = number.value().multiply(unit.factor());
    if (amount.compareTo(base == Base.LENGTH ? LENGTH_MAX : AMOUNT_MAX) > 0) {
      type = Type.OTHER_NUMBER;
    }
    return Optional.of(
        new ContentToken(type, amount, unit.symbol(), base, container(end), start, end));
  }

  /// `1.980g` may be 1,980 g, and `350,500ml` two sizes.
  private boolean isDoubtful(WrittenNumber number, int start, int end) {
    boolean comma = text.substring(start, end).indexOf(',') >= 0;
    return number.thousandths() || comma && number.value().compareTo(COMMA_MAX) >= 0;
  }

  private boolean isWholeUnit(ContentUnits.Unit unit, int start, int end, WrittenNumber number) {
    char next = next(end);
    boolean latin = isLatin(unit.spelling().charAt(unit.spelling().length() - 1));
    // 500mlPET; two letters and a capital behind them cannot be another unit.
    boolean capital =
        text.startsWith("PET", end) || unit.spelling().length() > 1 && next >= 'A' && next <= 'Z';
    if (latin && isLatin(next) && !capital && !startsTimes(end) && !text.startsWith("or", end)) {
      return false;
    }
    return switch (unit.spelling()) {
      case "m" -> !isDigit(next) && "²³/".indexOf(next) < 0;
      case "g" -> !(isSmall(number) && goods.contains(ContentGoods.MEMORY));
      case "G" -> isGram(start, end, number);
      case "キロ" -> "カワメバヘボ".indexOf(next) < 0;
      case "L" -> !(isSmallWhole(number) && goods.contains(ContentGoods.SIZED));
      default -> "²³".indexOf(next) < 0;
    };
  }

  /// A capital `G`: `200G`, `2.5G`, `6G*20` and a cell that says nothing but `6G`; not `5G` and not
  /// the gigabytes of a memory card.
  private boolean isGram(int start, int end, WrittenNumber number) {
    boolean alone =
        (start == 0 || text.charAt(start - 1) == '【') && (end == text.length() || next(end) == '】');
    boolean multiplied = startsTimes(unitAt(end)) || "×*✕✖".indexOf(next(unitAt(end))) >= 0;
    return (!isSmall(number) || alone || multiplied) && !goods.contains(ContentGoods.MEMORY);
  }

  /// Whether it can be the generation of a network: `5G`.
  private static boolean isSmall(WrittenNumber number) {
    return number.value().compareTo(BigDecimal.TEN) < 0 && number.value().scale() <= 0;
  }

  /// Whether the number is a size with an `L` behind it: `2L` to `9L`.
  private static boolean isSmallWhole(WrittenNumber number) {
    return number.value().precision() == 1
        && number.value().scale() == 0
        && number.value().intValue() > 1;
  }

  private String container(int end) {
    for (String container : ContentWords.CONTAINERS) {
      int after = end + container.length();
      if (text.startsWith(container, end) && !Character.isLetter(next(after))) {
        return container;
      }
    }
    return "";
  }

  private Optional<ContentToken> count(
      int start, int numberEnd, boolean afterTimes, WrittenNumber number) {
    int unitAt = unitAt(numberEnd);
    Optional<ContentUnits.Counter> found = ContentUnits.counterAt(text, unitAt);
    // 50入: so many, of whatever the thing is.
    boolean filled = found.isEmpty() && unitAt == numberEnd && next(numberEnd) == '入';
    if (found.isEmpty() && !filled) {
      return Optional.empty();
    }
    String counter = found.map(ContentUnits.Counter::canonical).orElse("");
    int counterLength = found.map(counted -> counted.spelling().length()).orElse(0);
    int counterEnd = unitAt + counterLength;
    int end = counterEnd;
    String mark = counter.equals(ContentToken.SET) ? counter : "";
    for (int suffixes = 0; suffixes < SUFFIXES_MAX; suffixes++) {
      Optional<String> suffix = suffixAt(end);
      if (suffix.isPresent()) {
        mark = ContentToken.isSet(suffix.get()) || mark.isEmpty() ? suffix.get() : mark;
        end += suffix.get().length();
      }
    }
    boolean latin = isLatin(text.charAt(counterEnd - 1));
    boolean afterTimesOnly = latin && !afterTimes;
    // "iPhone 15 ケース" counts nothing.
    boolean wordApart = unitAt > numberEnd && counterLength > 1;
    // "8切5枚" is a format, not eight pieces.
    boolean format = counter.equals("切") && isDigit(next(end));
    if (afterTimesOnly && counter.equals("ロール") && !Character.isLetterOrDigit(next(end))) {
      return Optional.of(ContentToken.of(Type.AMBIGUOUS, start, end)); // 12R 50m
    }
    if (afterTimesOnly || wordApart || format || !endsCounter(end, latin)) {
      return Optional.empty();
    }
    boolean noContent = end == counterEnd && isNoContent(end);
    // "メタライト250カプセル" is the name of a strength.
    boolean strength =
        counter.equals("カプセル") && start > 0 && Character.isLetter(text.charAt(start - 1));
    boolean taken =
        goods.contains(ContentGoods.TAKER)
            && !ContentToken.isSet(mark)
            && TAKEN.contains(counter)
            && number.value().compareTo(BigDecimal.ONE) > 0;
    // "350缶×24" leaves the millilitres out.
    boolean size =
        CANS.contains(counter) && number.value().compareTo(CANS_MAX) > 0 && end == counterEnd;
    // "2パック500円" is an offer.
    boolean offer = isPriceAt(end) && number.value().compareTo(BigDecimal.ONE) > 0;
    boolean open =
        offer || strength || taken || size || !number.good() || number.value().scale() > 0;
    Type type = noContent ? Type.OTHER_NUMBER : open ? Type.AMBIGUOUS : Type.COUNT;
    return Optional.of(
        new ContentToken(type, number.value(), counter, Base.NONE, mark, start, end));
  }

  private boolean isPriceAt(int start) {
    int end = start;
    while (isNumeral(next(end))) {
      end++;
    }
    return end > start && next(end) == '円';
  }

  private Optional<String> suffixAt(int at) {
    return ContentWords.COUNTER_SUFFIXES.stream()
        .filter(suffix -> text.startsWith(suffix, at))
        .findFirst();
  }

  private boolean endsCounter(int end, boolean latin) {
    char next = next(end);
    return !Character.isLetter(next)
        || startsTimes(end)
        || !latin && isLatin(next)
        || ContentWords.startsWithAny(ContentWords.COUNTER_FOLLOWERS, text, end);
  }

  private boolean isNoContent(int end) {
    int close = next(end) == '(' ? text.indexOf(')', end) : -1;
    if (close > 0 && close - end <= ASIDE_MAX) {
      int behind = close + 1; // 1個(100g)あたり
      return ContentWords.startsWithAny(ContentWords.NO_CONTENT_APART, text, behind);
    }
    int next = end;
    while (next < end + 2 && (next(next) == ' ' || next(next) == ')') && next < text.length()) {
      next++;
    }
    int word = end;
    while (isKatakana(next(word))) {
      word++;
    }
    // 2Lペットボトル対応, 500mlボトル用, 500mlボトルカバー, 5mlスプーン付
    boolean fitsThing =
        word > end
            && (ContentWords.startsWithAny(ContentWords.FITS, text, word)
                || ContentWords.containsAny(ContentWords.ACCESSORIES, text.substring(end, word)));
    return fitsThing
        || ContentWords.startsWithAny(ContentWords.NO_CONTENT_BEFORE, text, end)
        || next > end && ContentWords.startsWithAny(ContentWords.NO_CONTENT_APART, text, next);
  }

  /// Whether an `x` at a place multiplies.
  private boolean startsTimes(int place) {
    char c = next(place);
    char behind = next(place + 1);
    return (c == 'x' || c == 'X')
        && (isDigit(behind) || behind == '(' || behind == ' ')
        && place + 1 < text.length();
  }

  /// The character at a place, a space beyond the end.
  private char next(int place) {
    return place < text.length() ? text.charAt(place) : ' ';
  }

  static boolean isNumeral(char c) {
    return isDigit(c) || c == ',' || c == '.';
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLatin(char c) {
    return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }

  static boolean isKatakana(char c) {
    return c >= 0x30A1 && c <= 0x30FC && c != 0x30FB;
  }
}
