package dev.totonoe.normalise;

import dev.totonoe.normalise.ContentExpressions.Expression;
import dev.totonoe.normalise.ContentToken.Base;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds the one reading in which all the quantities of a text have their place, or none.
final class ContentSum {
  /// Counters of pieces that a volume is told of one by one: `2L 6本`. Elsewhere (`30g 60粒`) the
  /// measure may be the whole.
  private static final Set<String> POURED = Set.of("本", "缶", "瓶", "ボトル", "パック", "袋", "個");

  private static final Set<String> TINNED = Set.of("缶", "瓶");
  private static final Set<String> ROLLED = Set.of("ロール", "巻", "本");
  private static final Set<String> PILLS = Set.of("粒", "錠", "カプセル");
  private static final Set<String> OUTER = Set.of("ケース", "カートン");

  private final List<Expression> full = new ArrayList<>();
  private final List<Expression> measures = new ArrayList<>();
  private final List<Expression> counts = new ArrayList<>();
  private final List<Expression> perPiece = new ArrayList<>();
  private final List<String> ones = new ArrayList<>();

  private ContentSum(String text, List<Expression> expressions) {
    boolean holder = ContentUnits.containsAny(ContentUnits.HOLDERS, text);
    boolean weight = ContentUnits.containsAny(ContentUnits.WEIGHTS, text);
    for (Expression expression : expressions) {
      boolean dropped =
          holder && expression.base() == Base.VOLUME
              || weight && expression.base() == Base.MASS
              || isDose(expression);
      if (dropped) {
        expression.measure = null;
        expression.per = "";
      }
      sort(expression);
    }
  }

  /// Milligrams are what a thing contains of something, unless they are told of pills.
  private static boolean isDose(Expression expression) {
    return expression.measure != null
        && expression.measure.word().equals("mg")
        && !PILLS.contains(expression.counter());
  }

  static ContentReading of(String text, List<Expression> expressions) {
    return new ContentSum(text, expressions).reading();
  }

  private void sort(Expression expression) {
    boolean nameless = !expression.hasAmount() && expression.counter().isEmpty();
    if (expression.dead || nameless && expression.one.isEmpty()) {
      return; // 3.8×38
    }
    if (!expression.one.isEmpty()) {
      ones.add(expression.one);
    }
    if (expression.hasAmount() && !expression.per.isEmpty() && expression.factors.isEmpty()) {
      perPiece.add(expression);
    } else if (expression.hasAmount()) {
      (expression.factors.isEmpty() ? measures : full).add(expression);
    } else if (!expression.factors.isEmpty()) {
      counts.add(expression);
    }
  }

  private ContentReading reading() {
    if (!full.isEmpty()) {
      return ofFull();
    }
    if (!measures.isEmpty()) {
      return ofMeasures();
    }
    if (!counts.isEmpty()) {
      return ofCounts();
    }
    if (!perPiece.isEmpty()) {
      Expression piece = perPiece.getFirst();
      return perPiece.size() > 1
          ? ContentReading.AMBIGUOUS
          : exact(piece, BigDecimal.ONE, piece.per);
    }
    return ones.isEmpty()
        ? ContentReading.NONE
        : ones.stream().distinct().count() > 1
            ? ContentReading.AMBIGUOUS
            : ContentReading.exact(Optional.empty(), Base.NONE, BigDecimal.ONE, ones.getFirst());
  }

  /// `2kg×2袋` and what else fits it: `4kg`, `2袋`, `2kg`, a repetition, an outer case.
  private ContentReading ofFull() {
    Expression main = full.getFirst();
    for (Expression other : full) {
      boolean same =
          other.base() == main.base()
              && other.amount.compareTo(main.amount) == 0
              && other.count().compareTo(main.count()) == 0;
      if (!same) {
        return ContentReading.AMBIGUOUS;
      }
    }
    for (Expression piece : perPiece) {
      if (piece.base() != main.base() || piece.amount.compareTo(main.amount) != 0) {
        return ContentReading.AMBIGUOUS;
      }
    }
    Optional<BigDecimal> count = withOuter(main);
    if (count.isEmpty() || !measuresFit(main, count.get())) {
      return ContentReading.AMBIGUOUS;
    }
    return exact(
        main, count.get(), main.counter().isEmpty() ? counterOf(count.get()) : main.counter());
  }

  /// The counter that the text names beside the product: `ロール` in `12ロール(25m×12)`.
  private String counterOf(BigDecimal count) {
    return counts.stream()
        .filter(other -> other.count().compareTo(count) == 0)
        .map(Expression::counter)
        .findFirst()
        .orElse("");
  }

  private boolean measuresFit(Expression main, BigDecimal count) {
    for (Expression measure : measures) {
      BigDecimal product = main.amount;
      boolean fits =
          measure.amount.compareTo(product) == 0
              || measure.amount.compareTo(main.amount.multiply(count)) == 0;
      for (ContentToken factor : main.factors) {
        product = product.multiply(factor.number());
        fits |= measure.amount.compareTo(product) == 0;
      }
      if (!fits || measure.base() != main.base()) {
        return false;
      }
    }
    return true;
  }

  /// The count of an expression, times the sets and cases that stand beside it; empty where a count
  /// is left over.
  private Optional<BigDecimal> withOuter(Expression main) {
    BigDecimal count = main.count();
    Optional<BigDecimal> outer = Optional.empty();
    for (Expression other : counts) {
      if (other == main || fits(other.count(), main)) {
        continue;
      }
      boolean multiplies = other.factors.size() == 1 && isOuter(other.factors.getFirst());
      boolean again = outer.isPresent() && outer.get().compareTo(other.count()) != 0;
      if (!multiplies || again) {
        return Optional.empty();
      }
      outer = Optional.of(other.count());
    }
    return Optional.of(outer.map(count::multiply).orElse(count));
  }

  /// Whether a number is the product of neighbouring factors.
  private static boolean fits(BigDecimal number, Expression main) {
    for (int from = 0; from < main.factors.size(); from++) {
      BigDecimal product = BigDecimal.ONE;
      for (ContentToken factor : main.factors.subList(from, main.factors.size())) {
        product = product.multiply(factor.number());
        if (product.compareTo(number) == 0) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isOuter(ContentToken factor) {
    return factor.mark().equals(ContentToken.SET) || OUTER.contains(factor.word());
  }

  /// Measures without a multiplier of their own: one amount, perhaps told twice, perhaps with a
  /// count.
  private ContentReading ofMeasures() {
    Expression main = measures.getFirst();
    for (Expression other : measures) {
      if (other.base() != main.base() || other.amount.compareTo(main.amount) != 0) {
        return ContentReading.AMBIGUOUS;
      }
    }
    if (counts.isEmpty()) {
      boolean oneFits =
          perPiece.isEmpty()
              || perPiece.stream()
                  .allMatch(p -> p.base() == main.base() && p.amount.compareTo(main.amount) == 0);
      String container = main.measure == null ? "" : main.measure.mark();
      boolean oneCounter = ones.stream().distinct().count() == 1;
      return oneFits
          ? exact(
              main, BigDecimal.ONE, container.isEmpty() && oneCounter ? ones.getFirst() : container)
          : ContentReading.AMBIGUOUS;
    }
    Expression counted = mainCount();
    Optional<BigDecimal> count = withOuter(counted);
    if (count.isEmpty()) {
      return ContentReading.AMBIGUOUS;
    }
    if (!perPiece.isEmpty()) {
      Expression piece = perPiece.getFirst();
      boolean whole =
          perPiece.size() == 1
              && piece.base() == main.base()
              && piece.per.equals(counted.counter())
              && piece.amount.multiply(count.get()).compareTo(main.amount) == 0;
      return whole ? exact(piece, count.get(), counted.counter()) : ContentReading.AMBIGUOUS;
    }
    return multiplies(main.base(), counted)
        ? exact(main, count.get(), counted.counter())
        : ContentReading.AMBIGUOUS;
  }

  private static boolean multiplies(Base base, Expression counted) {
    ContentToken inner = counted.factors.getFirst();
    boolean bag = inner.word().equals("袋") && base == Base.MASS;
    return isOuter(inner) && !bag
        || switch (base) {
          case VOLUME -> POURED.contains(inner.word());
          case MASS -> TINNED.contains(inner.word());
          case LENGTH -> ROLLED.contains(inner.word());
          case NONE -> false;
        };
  }

  private ContentReading ofCounts() {
    Expression main = mainCount();
    Optional<BigDecimal> count = withOuter(main);
    if (count.isEmpty()) {
      return ContentReading.AMBIGUOUS;
    }
    if (perPiece.isEmpty()) {
      return ContentReading.exact(Optional.empty(), Base.NONE, count.get(), main.counter());
    }
    Expression piece = perPiece.getFirst();
    return perPiece.size() == 1 && piece.per.equals(main.counter())
        ? exact(piece, count.get(), main.counter())
        : ContentReading.AMBIGUOUS;
  }

  /// The count with most factors; among single ones the first that is no set or case.
  private Expression mainCount() {
    Expression main = counts.getFirst();
    for (Expression other : counts) {
      boolean inner = isOuter(main.factors.getFirst()) && !isOuter(other.factors.getFirst());
      boolean longer = other.factors.size() > main.factors.size();
      if (longer || other.factors.size() == main.factors.size() && inner) {
        main = other;
      }
    }
    return main;
  }

  private static ContentReading exact(Expression measured, BigDecimal count, String counter) {
    return ContentReading.exact(Optional.of(measured.amount), measured.base(), count, counter);
  }
}
