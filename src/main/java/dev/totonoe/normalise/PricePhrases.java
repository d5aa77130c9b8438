package dev.totonoe.normalise;

import dev.totonoe.normalise.CurrencyMarks.Mark;
import dev.totonoe.normalise.PriceReading.Role;
import dev.totonoe.normalise.PriceReading.Tax;
import dev.totonoe.normalise.PriceToken.Marked;
import dev.totonoe.normalise.PriceToken.Number;
import dev.totonoe.normalise.PriceToken.Worded;
import dev.totonoe.normalise.PriceWords.Meaning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Gives every word and sign of a price cell to the number that it speaks of.
///
/// In `税抜298円 税込321円` a word belongs to the number behind it, in `298円(税抜)` to the one before it. A
/// word between two numbers belongs to the nearer one; where both are as near, to the one that has
/// no such word yet.
final class PricePhrases {
  /// A number and what is said of it.
  static final class Phrase {
    private String written;
    @Nullable private Mark mark;
    private Tax tax = Tax.UNKNOWN;
    @Nullable private Role role;
    private String label = "";
    private boolean perUnit;
    private boolean continues;

    private Phrase(String written) {
      this.written = written;
    }

    String written() {
      return written;
    }

    Optional<Mark> mark() {
      return Optional.ofNullable(mark);
    }

    Tax tax() {
      return tax;
    }

    Role role() {
      return perUnit ? Role.PER_UNIT : role == null ? Role.OFFER : role;
    }

    /// The word that gave the role, as written; empty where there is none.
    String label() {
      return label;
    }
  }

  private final List<PriceToken> tokens;
  private final List<Phrase> phrases = new ArrayList<>();

  /// What stands before the next number.
  private Phrase pending = new Phrase("");

  /// The number that words may still belong to.
  @Nullable private Phrase current;

  private boolean apart;
  private boolean unreadable;
  private boolean several;
  private boolean noted;
  private int at;

  private PricePhrases(List<PriceToken> tokens) {
    this.tokens = tokens;
  }

  static PricePhrases of(List<PriceToken> tokens) {
    PricePhrases phrases = new PricePhrases(tokens);
    for (; phrases.at < tokens.size(); phrases.at++) {
      phrases.take(tokens.get(phrases.at));
    }
    phrases.inherit();
    return phrases;
  }

  List<Phrase> phrases() {
    return phrases;
  }

  /// Whether the cell has words that change what its numbers mean in an unknown way.
  boolean unreadable() {
    return unreadable;
  }

  /// Whether the cell states a range, an estimate or an offer for several pieces.
  boolean several() {
    return several;
  }

  /// Whether the cell says more than a unified spelling would keep.
  boolean noted() {
    return noted;
  }

  private void take(PriceToken token) {
    switch (token) {
      case Number(String written) -> number(written);
      case Marked(Mark mark) -> mark(mark);
      case Worded(String word, Meaning meaning, boolean bracketed) ->
          word(word, meaning, bracketed);
      case PriceToken.Basis(boolean one) -> basis(one);
      case PriceToken.Percent(String written) -> percent(written);
      case PriceToken.Dash() -> dash();
      case PriceToken.Gap() -> {}
      case PriceToken.Separator() -> apart = true;
      case PriceToken.Open() -> open();
      case PriceToken.Close() -> apart = true;
      case PriceToken.Unknown() -> unreadable = true;
    }
  }

  private void number(String written) {
    pending.written = written;
    current = pending;
    phrases.add(current);
    pending = new Phrase("");
    apart = false;
  }

  private void open() {
    apart = true;
    pending.continues = current != null;
    // (298) is a loss in accounts.
    unreadable |=
        current == null && pendingIsEmpty() && next(1) instanceof Number && bareUntilClose();
  }

  private boolean pendingIsEmpty() {
    return pending.mark == null && pending.tax == Tax.UNKNOWN && pending.role == null;
  }

  private boolean bareUntilClose() {
    return next(2) instanceof PriceToken.Close && at + 3 >= tokens.size();
  }

  private void mark(Mark mark) {
    if (isDecimalMark(mark)) {
      Phrase phrase = java.util.Objects.requireNonNull(current);
      int digits = next(1) instanceof Number ? 1 : 2;
      String decimals = ((Number) tokens.get(at + digits)).written();
      phrase.written = phrase.written.replaceAll("[^0-9]", "") + "." + decimals;
      at += digits;
      add(phrase, mark);
      return;
    }
    Phrase phrase = current;
    boolean prefix = next(1) instanceof Number && (isGap(previous()) || isSet(phrase));
    boolean suffix = phrase != null && !apart && !prefix;
    add(suffix ? phrase : pending, mark);
  }

  private static boolean isSet(@Nullable Phrase phrase) {
    return phrase != null && phrase.mark != null;
  }

  /// The sign in `35€99`.
  private boolean isDecimalMark(Mark mark) {
    boolean sign = mark.text().equals("€") && current != null && previous() instanceof Number;
    PriceToken behind = isGap(next(1)) ? next(2) : next(1);
    int end = isGap(next(1)) ? 3 : 2;
    return sign
        && current != null
        && current.written.matches("[0-9]+|[0-9]{1,3}(?:[., ][0-9]{3}){1,3}")
        && behind instanceof Number(String decimals)
        && decimals.matches("[0-9]{2}")
        && !(next(end) instanceof Marked)
        && !(isGap(next(end)) && next(end + 1) instanceof Marked);
  }

  private void add(@Nullable Phrase to, Mark mark) {
    Phrase phrase = to == null ? pending : to;
    if (phrase.mark == null) {
      phrase.mark = mark;
      return;
    }
    Optional<Mark> both = phrase.mark.and(mark);
    phrase.mark = both.orElse(phrase.mark);
    unreadable |= both.isEmpty();
  }

  private void word(String word, Meaning meaning, boolean bracketed) {
    switch (meaning) {
      case Meaning.Taxed(Tax tax) -> tax(tax, word, bracketed);
      case Meaning.Label(Role role) -> label(role, word, bracketed);
      case Meaning.Range() -> several = true;
      case Meaning.Per() -> basis(true);
      case Meaning.Note() -> noted = true;
      case Meaning.Part(int parts) -> part(parts);
      case Meaning.Between() -> {
        apart = true;
        noted = true;
      }
    }
  }

  /// A short word such as `込` means tax only beside a number or in brackets.
  private void tax(Tax tax, String word, boolean bracketed) {
    Phrase owner = ownerOf(bracketed, current != null && current.tax != Tax.UNKNOWN);
    unreadable |= word.length() == 1 && !bracketed && owner == pending;
    unreadable |= owner.tax != Tax.UNKNOWN && owner.tax != tax;
    owner.tax = tax;
  }

  private void label(Role role, String word, boolean bracketed) {
    Phrase owner = ownerOf(bracketed, current != null && current.role != null);
    unreadable |= owner.role != null && owner.role != role;
    owner.role = role;
    owner.label = owner.label + word;
  }

  /// @param taken whether the current number has such a word already
  private Phrase ownerOf(boolean bracketed, boolean taken) {
    if (current == null || taken && numberAhead()) {
      return pending;
    }
    if (bracketed || !numberAhead()) {
      return current;
    }
    boolean touches = !isGap(previous());
    boolean touchesNext = next(1) instanceof Number || next(1) instanceof Marked;
    boolean isNearer = touches == touchesNext ? wordBehindNext() : touches;
    return !apart && isNearer ? current : pending;
  }

  private boolean numberAhead() {
    return tokens.subList(at + 1, tokens.size()).stream().anyMatch(Number.class::isInstance);
  }

  /// Whether the next number has a word of the same kind behind it.
  private boolean wordBehindNext() {
    Class<?> kind = ((Worded) tokens.get(at)).meaning().getClass();
    boolean number = false;
    for (PriceToken token : tokens.subList(at + 1, tokens.size())) {
      if (number && token instanceof Worded worded && kind.isInstance(worded.meaning())) {
        return true;
      }
      number |= token instanceof Number;
    }
    return false;
  }

  private void basis(boolean one) {
    noted = true;
    if (!one) {
      several = true;
      return;
    }
    boolean behind = current != null && (!numberAhead() || !apart && !isGap(previous()));
    Phrase owner = behind && current != null ? current : pending;
    owner.perUnit = true;
  }

  /// A rate of consumption tax is no news beside a price; any other percentage is.
  private void percent(String written) {
    boolean rate = written.equals("8") || written.equals("10");
    boolean taxed =
        pending.tax != Tax.UNKNOWN
            || current != null && current.tax != Tax.UNKNOWN
            || next(1) instanceof Worded(var word, Meaning.Taxed tax, var bracketed)
            || noted;
    noted = true;
    unreadable |= !rate || !taxed;
  }

  private void dash() {
    PriceToken before = isGap(previous()) ? next(-2) : previous();
    boolean behind = current != null && (before instanceof Number || before instanceof Marked);
    PriceToken next = isGap(next(1)) ? next(2) : next(1);
    boolean between = next instanceof Number || next instanceof Marked && markBeginsNumber();
    if (behind && !between) {
      return;
    }
    several |= current != null;
    unreadable |= current == null;
  }

  /// Whether the sign behind a dash stands before a number: `$10-$20`.
  private boolean markBeginsNumber() {
    int mark = isGap(next(1)) ? 2 : 1;
    PriceToken behind = isGap(next(mark + 1)) ? next(mark + 2) : next(mark + 1);
    return behind instanceof Number;
  }

  /// The cents of `2ドル3セント`.
  private void part(int parts) {
    int last = phrases.size() - 1;
    boolean follows =
        last > 0
            && previous() instanceof Number
            && phrases.get(last - 1).mark != null
            && phrases.get(last).mark == null;
    if (!follows) {
      unreadable = true;
      return;
    }
    Phrase whole = phrases.get(last - 1);
    Optional<String> joined = joined(whole.written, phrases.get(last).written, parts);
    unreadable |= joined.isEmpty();
    whole.written = joined.orElse(whole.written);
    phrases.remove(last);
    current = whole;
  }

  private static Optional<String> joined(String whole, String written, int parts) {
    PriceNumber numbers = new PriceNumber(DecimalMark.POINT, "USD");
    return numbers
        .read(written)
        .filter(part -> part.scale() == 0 && part.intValue() < parts)
        .flatMap(
            part ->
                numbers
                    .read(whole)
                    .map(
                        units ->
                            units.add(part.movePointLeft(parts == 100 ? 2 : 1)).toPlainString()));
  }

  /// In `定価1,980円(税込2,178円)` the price in brackets is a list price as well.
  private void inherit() {
    for (int i = 1; i < phrases.size(); i++) {
      Phrase phrase = phrases.get(i);
      Phrase before = phrases.get(i - 1);
      boolean sameWithTax = phrase.tax != Tax.UNKNOWN && phrase.tax != before.tax;
      if (phrase.role == null && !phrase.perUnit && (phrase.continues || sameWithTax)) {
        phrase.role = before.role;
      }
    }
  }

  private PriceToken previous() {
    return at == 0 ? new PriceToken.Separator() : tokens.get(at - 1);
  }

  private PriceToken next(int distance) {
    int place = at + distance;
    return place >= 0 && place < tokens.size() ? tokens.get(place) : new PriceToken.Separator();
  }

  private static boolean isGap(PriceToken token) {
    return token instanceof PriceToken.Gap;
  }
}
