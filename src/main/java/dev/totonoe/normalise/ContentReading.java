package dev.totonoe.normalise;

import dev.totonoe.normalise.ContentToken.Base;
import dev.totonoe.normalise.ContentToken.Type;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

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
  static final int LENGTH_MAX = 1_000;

  /// Reads a text in any width.
  static ContentReading of(String text) {
    if (text.length() > LENGTH_MAX || !hasDigit(text)) {
      return NONE;
    }
    String folded = Chain.NAME.unify(text);
    Set<ContentGoods> goods = ContentGoods.named(folded);
    return ContentExpressions.read(ContentScanner.scan(folded, goods), goods);
  }

  /// Reads a name and a specification as one statement, such as `緑茶 500ml 【24本】`. A choice that a
  /// name without numbers offers (`選べるギフト`) is one of colours or tastes.
  static ContentReading of(String name, String specification) {
    if (name.length() + specification.length() > LENGTH_MAX) {
      return of(specification);
    }
    String folded = Chain.NAME.unify(name);
    String text = folded + " 【" + Chain.NAME.unify(specification) + "】";
    Set<ContentGoods> goods = ContentGoods.named(text);
    List<ContentToken> tokens = ContentScanner.scan(text, goods);
    int choicesFrom = hasDigit(folded) ? 0 : folded.length();
    return ContentExpressions.read(
        tokens.stream()
            .filter(token -> token.type() != Type.CHOICE || token.start() >= choicesFrom)
            .toList(),
        goods);
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

  /// How two statements about one product go together.
  enum Together {
    /// They say the same, in more or fewer words: the finer one holds.
    AGREE,
    /// One counts pieces, the other measures, and neither says of how many pieces or of which size.
    OPEN,
    /// They contradict each other.
    CONFLICT
  }

  /// How an exact reading goes together with another.
  Together together(ContentReading other) {
    if (amount.isPresent() && other.amount.isPresent()) {
      boolean oneIsSingle = isSingle() || other.isSingle();
      boolean sameParts = same(amount, other.amount) && (oneIsSingle || same(count, other.count));
      boolean agree = base == other.base && (sameParts || same(total(), other.total()));
      return agree ? Together.AGREE : Together.CONFLICT;
    }
    if (same(count, other.count)) {
      return Together.AGREE;
    }
    if (amount.isEmpty() && other.amount.isEmpty()) {
      return isSingle() || other.isSingle() ? Together.AGREE : Together.CONFLICT;
    }
    ContentReading counted = amount.isEmpty() ? this : other;
    ContentReading measured = amount.isEmpty() ? other : this;
    return counted.isSingle()
        ? Together.AGREE
        : measured.isSingle() ? Together.OPEN : Together.CONFLICT;
  }

  private boolean isSingle() {
    return count.isPresent() && count.get().compareTo(BigDecimal.ONE) == 0;
  }

  private static boolean same(Optional<BigDecimal> a, Optional<BigDecimal> b) {
    return a.isPresent() && b.isPresent() && a.get().compareTo(b.get()) == 0;
  }
}
