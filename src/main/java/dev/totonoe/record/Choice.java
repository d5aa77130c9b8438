package dev.totonoe.record;

import static dev.totonoe.record.ColumnKind.CATEGORY;
import static dev.totonoe.record.ColumnKind.CODE;
import static dev.totonoe.record.ColumnKind.COLOUR;
import static dev.totonoe.record.ColumnKind.CONTENT;
import static dev.totonoe.record.ColumnKind.DATE;
import static dev.totonoe.record.ColumnKind.DIMENSIONS;
import static dev.totonoe.record.ColumnKind.EMAIL;
import static dev.totonoe.record.ColumnKind.GTIN;
import static dev.totonoe.record.ColumnKind.LIST;
import static dev.totonoe.record.ColumnKind.MAKER;
import static dev.totonoe.record.ColumnKind.MEASURE;
import static dev.totonoe.record.ColumnKind.NAME;
import static dev.totonoe.record.ColumnKind.NUMBER;
import static dev.totonoe.record.ColumnKind.PHONE;
import static dev.totonoe.record.ColumnKind.POSTAL_CODE;
import static dev.totonoe.record.ColumnKind.PRICE;
import static dev.totonoe.record.ColumnKind.SIZE;
import static dev.totonoe.record.ColumnKind.TEXT;
import static dev.totonoe.record.ColumnKind.UNIT;
import static dev.totonoe.record.ColumnKind.URL;
import static dev.totonoe.record.ColumnKind.YES_NO;

import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What a profile can choose for the columns of a kind: which rules act on them, and how. The
/// checks, the suggestions for unknown words and the documentation take their words from here.
///
/// A choice that is a switch has the word of the rule that it switches, as it stands in
/// `changes.csv.gz`.
public enum Choice {
  CONTROLS("controls", on(NAME, MAKER, CATEGORY, TEXT, CODE), "what nobody sees is removed"),
  HTML(
      "html",
      on(NAME, MAKER, CATEGORY, TEXT),
      "character references become characters, HTML tags go"),
  BRACKETS(
      "brackets",
      on(NAME, MAKER, CATEGORY, TEXT),
      "look-alike brackets are unified, pairs of two kinds get one"),
  DASH(
      "dash",
      on(NAME, MAKER, CATEGORY, TEXT).and(off(CODE)),
      "hyphens and long-vowel marks are told apart by what stands beside them"),
  KANA(
      "kana",
      on(NAME, MAKER, CATEGORY, TEXT).and(off(CODE)),
      "half-width kana become full-width, voiced marks join their letters"),
  WIDTH("width", on(NAME, MAKER, CATEGORY, TEXT, CODE), "full-width ASCII becomes half-width"),
  SYMBOLS(
      "symbols",
      on(NAME, MAKER, CATEGORY, TEXT).and(off(CODE)),
      "of two code points for one symbol the one that windows-31j has is chosen"),
  QUOTES(
      "quotes",
      on(NAME, MAKER, CATEGORY, TEXT),
      "quotation marks and apostrophes become those of a typewriter, inches stay apart"),
  COMPATIBILITY(
      "compatibility",
      oneOf(List.of("keep", "expand"), "keep", NAME, MAKER, CATEGORY, TEXT),
      "signs such as ① ㈱ ㌔ are kept, or expanded as compatibility.csv says"),
  SPACES("spaces", on(NAME, MAKER, CATEGORY, TEXT, CODE), "spaces are unified and trimmed"),
  APOSTROPHE(
      "apostrophe",
      on(CODE, GTIN, NUMBER, MEASURE, SIZE),
      "a spreadsheet's text mark before a code or number is removed"),
  KATAKANA(
      "katakana",
      on(NAME, MAKER, CATEGORY, TEXT),
      "katakana typed without small kana or long-vowel marks are mended by the dictionary"),
  WORDSPACE(
      "wordspace",
      on(NAME, MAKER, CATEGORY, TEXT),
      "spaces between the single letters of a word that the dictionary knows are closed"),
  REPLACEMENT(
      "replacement", on(NAME, MAKER, CATEGORY, TEXT, CONTENT), "replacements.csv is applied"),
  DELETABLE("deletable", on(NAME), "the phrases of deletable.csv are deleted"),
  DECORATION("decoration", on(NAME), "signs such as ★ ● ♪ around the name go"),
  LATIN(
      "latin",
      oneOf(List.of("keep", "upper", "lower", "brands"), "keep", NAME, MAKER),
      "the case of Latin words; brands: as brands.csv writes them"),
  MAKER_PART(
      "maker",
      oneOf(List.of("keep", "split"), "keep", NAME),
      "split: a maker that leads the name goes where the row's maker column says the same"),
  BRAND("brand", on(MAKER), "spellings of brands.csv become the canonical one"),
  CONTENT_TEXT("content", on(CONTENT), "contents are written in one form"),
  PRICE_TEXT("price", on(PRICE), "prices are written in one form"),
  CURRENCY(
      "currency",
      accepted(Choice::isCurrency, "none or a code of ISO 4217 such as JPY", "JPY", PRICE),
      "of a price without a sign, and what a shared sign such as $ means"),
  TAX(
      "tax",
      oneOf(List.of("unknown", "included", "excluded"), "unknown", PRICE),
      "whether prices include consumption tax, where neither cell nor heading says"),
  PRICE_UNIT(
      "unit",
      oneOf(List.of("1", "10", "100", "1000", "10000", "1000000"), "1", PRICE),
      "what a bare number is a multiple of, where the heading does not say: 1000 for thousands"),
  DATE_TEXT("date", on(DATE), "dates become ISO 8601"),
  DATE_ORDER(
      "order",
      oneOf(List.of("unknown", "ymd", "mdy", "dmy"), "unknown", DATE),
      "which way round dates such as `4/5/24` are; unknown: read only where one order fits"),
  DATE_CENTURY(
      "century_from",
      accepted(
          value -> value.matches("1[6-9][0-9]{2}|2[0-9]{3}"),
          "a year from 1600 to 2999",
          "1970",
          DATE),
      "the year that years of two digits count from, where an order is chosen"),
  DATE_SERIAL(
      "serial",
      oneOf(List.of("none", "1900", "1904"), "none", DATE),
      "the first year of a spreadsheet's day numbers, such as `45383`; none: numbers are no days"),
  GTIN_TEXT("gtin", on(GTIN), "GTINs become their 8, 13 or 14 digits"),
  NUMBER_TEXT("number", on(NUMBER), "numbers are written in digits"),
  MEASURE_TEXT(
      "measure", on(MEASURE), "measures are written as digits and the unit's one spelling"),
  DIMENSIONS_TEXT("dimensions", on(DIMENSIONS), "the lengths of sides are written in one form"),
  SIZE_TEXT("size", on(SIZE), "sizes are written in one spelling"),
  DECIMAL(
      "decimal",
      oneOf(List.of("point", "either", "comma"), "point", NUMBER, DIMENSIONS, PRICE)
          .and(oneOf(List.of("point", "either", "comma"), "either", MEASURE)),
      "the mark before decimals; either: a point, or a comma that cannot group thousands (prices:"
          + " where a number leaves it open)"),
  CODE_LIST(
      "list",
      table("colour", COLOUR)
          .and(table("unit", UNIT))
          .and(table("yes_no", YES_NO))
          .and(table("", LIST)),
      "spellings become the canonical one of list-<name>.csv in the dictionary bundle; a list has no default"),
  READING(
      "reading",
      on(MAKER, COLOUR, UNIT, YES_NO, LIST),
      "a word in kana is the table's word in kanji that is read like it, a loanword in kanji the table's word in kana"),
  PHONE_TEXT("phone", on(PHONE), "telephone numbers are written with the region's hyphens"),
  REGION(
      "region",
      accepted(
          value -> value.matches("[A-Z]{2}"), "a country's two letters, such as JP", "JP", PHONE),
      "whose telephone numbers need no country code"),
  POSTAL_CODE_TEXT("postal_code", on(POSTAL_CODE), "postal codes are written as 100-0001"),
  URL_TEXT(
      "url", on(URL), "web addresses lose what stands around them; scheme and host in lower case"),
  EMAIL_TEXT(
      "email", on(EMAIL), "e-mail addresses lose what stands around them; domain in lower case");

  private static final String ON = "on";
  private static final String OFF = "off";

  private final String word;
  private final Values values;
  private final String meaning;

  Choice(String word, Values values, String meaning) {
    this.word = word;
    this.values = values;
    this.meaning = meaning;
  }

  /// What can be chosen.
  ///
  /// @param words all values where they can be listed; otherwise empty
  /// @param expected what may stand there, as messages say it
  /// @param accepted whether a value may stand there
  /// @param defaults the value by kind of column where the profile says nothing; a kind that is not
  ///   here does not have this choice
  private record Values(
      List<String> words,
      String expected,
      Predicate<String> accepted,
      Map<ColumnKind, String> defaults) {
    Values and(Values others) {
      Map<ColumnKind, String> all = new TreeMap<>(defaults);
      all.putAll(others.defaults);
      return new Values(words, expected, accepted, Collections.unmodifiableMap(all));
    }
  }

  private static Values on(ColumnKind... kinds) {
    return oneOf(List.of(ON, OFF), ON, kinds);
  }

  private static Values off(ColumnKind... kinds) {
    return oneOf(List.of(ON, OFF), OFF, kinds);
  }

  private static Values oneOf(List<String> words, String defaultWord, ColumnKind... kinds) {
    return new Values(
        words, "one of " + String.join(", ", words), words::contains, all(defaultWord, kinds));
  }

  private static Values accepted(
      Predicate<String> accepted, String expected, String defaultWord, ColumnKind... kinds) {
    return new Values(List.of(), expected, accepted, all(defaultWord, kinds));
  }

  private static boolean isCurrency(String value) {
    return value.equals("none")
        || Currency.getAvailableCurrencies().stream()
            .anyMatch(currency -> currency.getCurrencyCode().equals(value));
  }

  private static Values table(String defaultName, ColumnKind kind) {
    return accepted(
        value -> value.matches("[a-z][a-z0-9_-]{0,39}"),
        "off or the name of a table list-<name>.csv (a-z, 0-9, _ and -)",
        defaultName,
        kind);
  }

  private static Map<ColumnKind, String> all(String value, ColumnKind... kinds) {
    return Arrays.stream(kinds).collect(Collectors.toMap(kind -> kind, kind -> value));
  }

  /// The word used in profiles, such as `dash`.
  public String word() {
    return word;
  }

  public String meaning() {
    return meaning;
  }

  /// What may be chosen, such as `one of on, off`.
  public String expected() {
    return values.expected;
  }

  /// All that may be chosen where that can be listed; otherwise empty.
  public List<String> words() {
    return values.words;
  }

  /// The kinds of columns that have this choice.
  public Set<ColumnKind> kinds() {
    return values.defaults.isEmpty()
        ? Set.of()
        : Collections.unmodifiableSet(EnumSet.copyOf(values.defaults.keySet()));
  }

  public boolean accepts(String value) {
    return values.accepted.test(value);
  }

  /// The value where the profile says nothing.
  ///
  /// @throws IllegalArgumentException where columns of this kind do not have this choice
  public String defaultFor(ColumnKind kind) {
    String value = values.defaults.get(kind);
    if (value == null) {
      throw new IllegalArgumentException(kind + " has no choice " + this);
    }
    return value;
  }

  /// The choices that columns of a kind have, in their order here.
  public static List<Choice> of(ColumnKind kind) {
    return Arrays.stream(values()).filter(choice -> choice.kinds().contains(kind)).toList();
  }

  public static Optional<Choice> ofWord(String word) {
    return Arrays.stream(values()).filter(choice -> choice.word.equals(word)).findFirst();
  }
}
