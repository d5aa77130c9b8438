package dev.totonoe.normalise;

import dev.totonoe.normalise.CurrencyMarks.Mark;
import dev.totonoe.normalise.PricePhrases.Phrase;
import dev.totonoe.normalise.PriceReading.Price;
import dev.totonoe.normalise.PriceReading.Role;
import dev.totonoe.normalise.PriceReading.Status;
import dev.totonoe.normalise.PriceReading.Tax;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads a price cell: cuts it into phrases, gives each number its value and currency, and takes
/// the price that is asked now.
final class PriceCell {
  /// Longer cells are no prices.
  private static final int LENGTH_MAX = 100;

  /// A number with what the cell says of it.
  private record Stated(Phrase phrase, BigDecimal amount, String currency) {
    Price price() {
      return new Price(amount, phrase.tax(), phrase.mark().isEmpty());
    }
  }

  private final String text;
  private final String currency;
  private final DecimalMark decimal;

  private PriceCell(String text, String currency, DecimalMark decimal) {
    this.text = text;
    this.currency = currency;
    this.decimal = decimal;
  }

  /// @param currency of a number without a sign, and what a shared sign means where it can
  static PriceReading read(String text, String currency, DecimalMark decimal) {
    return new PriceCell(text, currency, decimal).read();
  }

  private PriceReading read() {
    if (text.length() > LENGTH_MAX) {
      return failed(Status.UNREADABLE);
    }
    if (text.isEmpty()) {
      return failed(Status.NONE);
    }
    Optional<String> none = PriceWords.none(text);
    if (none.isPresent()) {
      return PriceReading.failed(Status.NONE, none.get());
    }
    if (isLabelledNone()) {
      return failed(Status.NONE);
    }
    if (PriceWords.isFree(text)) {
      return failed(Status.ZERO);
    }
    PricePhrases phrases = PricePhrases.of(PriceScanner.scan(text));
    if (phrases.phrases().isEmpty() || phrases.unreadable()) {
      return failed(numbersIn(text) > 1 ? Status.AMBIGUOUS : Status.UNREADABLE);
    }
    Optional<List<Stated>> stated = stated(phrases.phrases());
    return phrases.several() || stated.isEmpty()
        ? failed(Status.AMBIGUOUS)
        : read(stated.get(), phrases.noted());
  }

  /// `希望小売価格:オープン`.
  private boolean isLabelledNone() {
    return PriceWords.at(text.toLowerCase(Locale.ROOT), 0)
        .filter(found -> found.value() instanceof PriceWords.Meaning.Label)
        .map(
            found ->
                text.substring(Math.min(found.end(), text.length())).replaceFirst("^[: ]+", ""))
        .filter(rest -> PriceWords.none(rest).isPresent())
        .isPresent();
  }

  /// Every number with its value; empty where one has several readings.
  private Optional<List<Stated>> stated(List<Phrase> phrases) {
    Optional<Mark> shared = phrases.stream().flatMap(phrase -> phrase.mark().stream()).findFirst();
    List<Stated> stated = new ArrayList<>();
    for (Phrase phrase : phrases) {
      String code =
          phrase.mark().or(() -> shared).map(mark -> mark.code(currency)).orElse(currency);
      Optional<BigDecimal> amount = new PriceNumber(decimal, code).read(phrase.written());
      if (amount.isEmpty() || isCode(phrase)) {
        return Optional.empty();
      }
      stated.add(new Stated(phrase, amount.get(), code));
    }
    return Optional.of(stated);
  }

  /// Whether digits alone are a code or a date in the wrong column: `4901234567894`, `20240401`.
  private static boolean isCode(Phrase phrase) {
    String written = phrase.written();
    boolean alone = phrase.mark().isEmpty() && written.chars().allMatch(Character::isDigit);
    boolean shortCode = JAN_8.matcher(written).matches() && GtinReading.checks(written);
    return alone
        && (written.length() >= CODE_DIGITS_MIN || shortCode || DAY.matcher(written).matches());
  }

  private static final Pattern JAN_8 = Pattern.compile("4[59][0-9]{6}");
  private static final Pattern DAY =
      Pattern.compile("(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])");

  /// As many as in a GTIN-12.
  private static final int CODE_DIGITS_MIN = 12;

  private PriceReading read(List<Stated> stated, boolean noted) {
    List<Stated> asked = asked(stated);
    if (asked.isEmpty()) {
      boolean unit = stated.stream().anyMatch(s -> s.phrase().role() == Role.PER_UNIT);
      return failed(unit ? Status.PER_UNIT : Status.AMBIGUOUS);
    }
    List<Stated> prices = distinct(asked);
    String unified = noted || prices.size() < asked.size() ? text : unified(stated);
    String code = prices.getFirst().currency();
    if (prices.size() > 2 || !prices.stream().allMatch(price -> price.currency().equals(code))) {
      return failed(Status.AMBIGUOUS);
    }
    if (prices.size() == 2) {
      return pair(prices.getFirst().price(), prices.getLast().price(), code, unified);
    }
    Price price = prices.getFirst().price();
    return price.amount().signum() == 0
        ? PriceReading.failed(Status.ZERO, unified)
        : new PriceReading(Status.EXACT, List.of(price), code, unified);
  }

  /// What is asked now or, where the cell does not say, what is recommended.
  private static List<Stated> asked(List<Stated> stated) {
    for (Role role : List.of(Role.OFFER, Role.LIST)) {
      List<Stated> found = stated.stream().filter(s -> s.phrase().role() == role).toList();
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  /// Without those that say the same again: `205,68 € 205.68`.
  private static List<Stated> distinct(List<Stated> stated) {
    Map<List<Object>, Stated> distinct = new LinkedHashMap<>();
    for (Stated one : stated) {
      Price price = one.price();
      distinct.putIfAbsent(List.of(price.amount(), price.tax(), one.currency()), one);
    }
    return List.copyOf(distinct.values());
  }

  private PriceReading pair(Price a, Price b, String code, String unified) {
    boolean zero = a.amount().signum() == 0 || b.amount().signum() == 0;
    if (a.tax() == b.tax() || zero) {
      return failed(Status.AMBIGUOUS);
    }
    boolean bothStated = a.tax() != Tax.UNKNOWN && b.tax() != Tax.UNKNOWN;
    List<Price> prices =
        List.of(
            new Price(a.amount(), other(a.tax(), b.tax()), a.bare()),
            new Price(b.amount(), other(b.tax(), a.tax()), b.bare()));
    PriceReading reading = new PriceReading(Status.EXACT, prices, code, unified);
    return bothStated || reading.taxFits() ? reading : failed(Status.TAX_MISMATCH);
  }

  private static Tax other(Tax stated, Tax beside) {
    if (stated != Tax.UNKNOWN) {
      return stated;
    }
    return beside == Tax.INCLUDED ? Tax.EXCLUDED : Tax.INCLUDED;
  }

  private PriceReading failed(Status status) {
    return PriceReading.failed(status, text);
  }

  private static int numbersIn(String text) {
    int numbers = 0;
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      numbers += digit && !inside ? 1 : 0;
      inside = digit || inside && (c == ',' || c == '.');
    }
    return numbers;
  }

  /// Each price in its unified spelling; the second of one kind in brackets, as in
  /// `定価1980円(税込2178円) 特価1480円`.
  private static String unified(List<Stated> stated) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < stated.size(); i++) {
      boolean second =
          i > 0
              && stated.get(i).phrase().role() == stated.get(i - 1).phrase().role()
              && stated.get(i).phrase().label().isEmpty();
      String price = spelled(stated.get(i));
      out.append(second ? "(" + price + ")" : i > 0 ? " " + price : price);
    }
    return out.toString();
  }

  /// Label, tax, number, currency: `特価税込1382円`, `12.50 USD`, `$12.50`.
  private static String spelled(Stated stated) {
    Phrase phrase = stated.phrase();
    String label = phrase.label();
    boolean spaced = !label.isEmpty() && WordTable.isSpaced(label.charAt(label.length() - 1));
    String tax =
        switch (phrase.tax()) {
          case INCLUDED -> "税込";
          case EXCLUDED -> "税抜";
          case UNKNOWN -> "";
        };
    return label + (spaced ? " " : "") + tax + withCurrency(stated);
  }

  private static String withCurrency(Stated stated) {
    String number = PriceReading.plain(stated.amount());
    Optional<Mark> mark = stated.phrase().mark();
    if (mark.isEmpty()) {
      return unmistakable(number);
    }
    if (stated.currency().equals("JPY")) {
      return unmistakable(number) + "円";
    }
    String money = unmistakable(withCents(number));
    if (!stated.currency().isEmpty()) {
      return money + " " + stated.currency();
    }
    String sign = mark.get().text();
    return Character.isLetter(sign.charAt(0))
        ? money + (WordTable.isSpaced(sign.charAt(0)) ? " " : "") + sign
        : sign + money;
  }

  private static String withCents(String number) {
    int point = number.indexOf('.');
    return point > 0 && number.length() - point == 2 ? number + "0" : number;
  }

  /// Three decimals would read as thousands elsewhere: a fourth makes them decimals everywhere.
  private static String unmistakable(String number) {
    int point = number.indexOf('.');
    return point > 0 && number.length() - point == 4 ? number + "0" : number;
  }
}
