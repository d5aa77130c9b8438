package dev.totonoe.normalise;

import dev.totonoe.normalise.ContentToken.Base;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a name or a specification says about the content of one sold unit.
///
/// | text | amount | count | total | status |
/// |---|---|---|---|---|
/// | `500ml×24本×2ケース` | 500 ml | 48 本 | 24000 | exact |
/// | `4kg(2kg×2袋)` | 2000 g | 2 袋 | 4000 | exact |
/// | `48枚×4` | | 192 枚 | | exact |
/// | `450g/400g` | | | | ambiguous |
/// | `100g当り` | | | | none |
///
/// Quantities that fit together (factors, totals, repetitions) make one reading; where one is left
/// over, or the text offers a choice, the status is ambiguous and nothing is filled in.
///
/// @param amount of one inner piece, in the base's unit; empty where only pieces are counted
/// @param base what the amount measures
/// @param count inner pieces in the sold unit; empty unless exact
/// @param countUnit their counter, or nothing where the text names none
record ContentReading(
    Status status,
    Optional<BigDecimal> amount,
    Base base,
    Optional<BigDecimal> count,
    String countUnit) {

  enum Status {
    EXACT,
    AMBIGUOUS,
    NONE;

    /// The word in `content_status`.
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static final ContentReading NONE = failed(Status.NONE);
  static final ContentReading AMBIGUOUS = failed(Status.AMBIGUOUS);

  /// A longer text is a description; a number in it states no content.
  private static final int LENGTH_MAX = 1_000;

  /// Reads a text in any width.
  static ContentReading of(String text) {
    if (text.length() > LENGTH_MAX || !hasDigit(text)) {
      return NONE;
    }
    String folded = TextRules.NAME.unify(text);
    List<ContentToken> tokens = ContentScanner.scan(folded);
    return ContentExpressions.read(folded, tokens);
  }

  static ContentReading exact(
      Optional<BigDecimal> amount, Base base, BigDecimal count, String countUnit) {
    return new ContentReading(Status.EXACT, amount, base, Optional.of(count), countUnit);
  }

  private static ContentReading failed(Status status) {
    return new ContentReading(status, Optional.empty(), Base.NONE, Optional.empty(), "");
  }

  private static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /// Amount times count.
  Optional<BigDecimal> total() {
    return amount.flatMap(each -> count.map(each::multiply));
  }

  /// Whether one of the two readings can be what the other says in more or fewer words: the same
  /// amounts with one count missing, the same total, a count without amounts.
  boolean agreesWith(ContentReading other) {
    if (amount.isPresent() && other.amount.isPresent()) {
      boolean sameAmount = base == other.base && same(amount, other.amount);
      boolean oneIsSingle = isSingle() || other.isSingle();
      return base == other.base
          && (same(total(), other.total())
              || sameAmount && (oneIsSingle || same(count, other.count)));
    }
    return same(count, other.count);
  }

  /// Whether this says more than the other about how the content is divided.
  boolean isFinerThan(ContentReading other) {
    return other.amount.isEmpty() && amount.isPresent()
        || other.isSingle() && !isSingle() && amount.isPresent();
  }

  private boolean isSingle() {
    return count.isPresent() && count.get().compareTo(BigDecimal.ONE) == 0;
  }

  private static boolean same(Optional<BigDecimal> a, Optional<BigDecimal> b) {
    return a.isPresent() && b.isPresent() && a.get().compareTo(b.get()) == 0;
  }
}
