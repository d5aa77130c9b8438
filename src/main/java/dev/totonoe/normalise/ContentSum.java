package dev.totonoe.normalise;

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

  private final List<ContentExpression> full = new ArrayList<>();
  private final List<ContentExpression> measures = new ArrayList<>();
  private final List<ContentExpression> counts = new ArrayList<>();
  private final List<ContentExpression> perPiece = new ArrayList<>();
  private final List<String> ones = new ArrayList<>();
  private boolean oneOfEach;

  private ContentSum(Set<ContentGoods> goods, List<ContentExpression> expressions) {
    for (ContentExpression expression : expressions) {
      boolean dropped =
          isDose(expression) || goods.stream().anyMatch(named -> named.silences(expression.base()));
      if (dropped) {
        expression.measure = null;
        expression.per = "";
      }
      sort(expression);
    }
  }

  /// Milligrams are what a thing contains of something, unless they are told of pills.
  private static boolean isDose(ContentExpression expression) {
    return expression.measure != null
        && expression.measure.word().equals("mg")
        && !PILLS.contains(expression.counter());
  }

  /// @param goods what the text names
  static ContentReading of(Set<ContentGoods> goods, List<ContentExpression> expressions) {
    return new ContentSum(goods, expressions).reading();
  }

  private void sort(ContentExpression expression) {
    boolean nameless = !expression.hasAmount() && !expression.countsPieces();
    if (expression.dead || nameless && expression.one.isEmpty()) {
      return; // 3.8×38
    }
    if (!expression.one.isEmpty()) {
      oneOfEach |= !ones.isEmpty() && expression.named; // たれ1本・塩1本
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
    boolean measured = !full.isEmpty() || !measures.isEmpty();
    counts.removeIf(count -> isSideStatement(count, measured));
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
      ContentExpression piece = perPiece.getFirst();
      return perPiece.size() > 1
          ? ContentReading.AMBIGUOUS
          : exact(piece, BigDecimal.ONE, piece.per);
    }
    return ones.isEmpty()
        ? ContentReading.NONE
        : ones.stream().distinct().count() > 1 || oneOfEach
            ? ContentReading.AMBIGUOUS
            : ContentReading.exact(Optional.empty(), Base.NONE, BigDecimal.ONE, ones.getFirst());
  }

  /// `3連` is a shape (of a holder, a plug) unless something is measured; `2人前` beside a measure
  /// says for whom it is enough.
  private static boolean isSideStatement(ContentExpression count, boolean measured) {
    boolean single = count.factors.size() == 1;
    String counter = count.counter();
    String mark = count.factors.getFirst().mark();
    boolean shape = counter.equals("連") && mark.isEmpty() && !measured;
    return single && (shape || counter.equals("人前") && measured);
  }

  /// `2kg×2袋` and what else fits it: `4kg`, `2袋`, `2kg`, a repetition, an outer case.
  private ContentReading ofFull() {
    ContentExpression main = full.getFirst();
    for (ContentExpression other : full) {
      boolean same =
          other.base() == main.base()
              && other.amount.compareTo(main.amount) == 0
              && other.count().compareTo(main.count()) == 0;
      if (!same) {
        return ContentReading.AMBIGUOUS;
      }
    }
    for (ContentExpression piece : perPiece) {
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
        .map(ContentExpression::counter)
        .findFirst()
        .orElse("");
  }

  private boolean measuresFit(ContentExpression main, BigDecimal count) {
    for (ContentExpression measure : measures) {
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
  /// is left over that is neither one of the factors nor the whole.
  private Optional<BigDecimal> withOuter(ContentExpression main) {
    BigDecimal outer = BigDecimal.ONE;
    List<BigDecimal> others = new ArrayList<>();
    boolean includesOuter = false;
    for (ContentExpression other : counts) {
      if (other == main) {
        continue;
      }
      boolean single = other.factors.size() == 1;
      boolean multiplies = single && isOuter(other.factors.getFirst());
      if (fits(other.count(), main)) {
        includesOuter |= !single;
        if (single && !multiplies && isAnother(other, main)) {
          return Optional.empty();
        }
      } else if (multiplies && outer.compareTo(BigDecimal.ONE) == 0) {
        outer = other.count();
      } else if (!multiplies || outer.compareTo(other.count()) != 0) {
        others.add(other.count());
      }
    }
    // 2L×12本 2ケース(6本×2): the cases are in the twelve.
    BigDecimal whole = includesOuter ? main.count() : main.count().multiply(outer);
    boolean explained = others.stream().allMatch(other -> other.compareTo(whole) == 0);
    return explained ? Optional.of(whole) : Optional.empty();
  }

  /// Whether a single count is of other things than the main one, though the number is the same:
  /// `塩3本` beside `たれ3本`, `8ロール` beside `75m×8袋`.
  private static boolean isAnother(ContentExpression other, ContentExpression main) {
    boolean sameCounter =
        main.factors.stream()
            .anyMatch(
                factor ->
                    factor.word().equals(other.counter())
                        || factor.word().isEmpty()
                            && factor.number().compareTo(other.count()) == 0);
    boolean counted = !main.counter().isEmpty();
    boolean countsAlone = !main.hasAmount() && main.factors.size() == 1;
    boolean set = main.factors.stream().anyMatch(ContentSum::isOuter);
    return counted && !set && (countsAlone ? other.named : !sameCounter);
  }

  /// Whether a number is the product of neighbouring factors.
  private static boolean fits(BigDecimal number, ContentExpression main) {
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
    ContentExpression main = measures.getFirst();
    for (ContentExpression other : measures) {
      boolean another = other != main && other.named && other.isWrittenAs(main); // 赤500ml 白500ml
      if (another || other.base() != main.base() || other.amount.compareTo(main.amount) != 0) {
        return ContentReading.AMBIGUOUS;
      }
    }
    if (counts.isEmpty()) {
      boolean oneFits =
          perPiece.isEmpty()
              || perPiece.stream()
                  .allMatch(p -> p.base() == main.base() && p.amount.compareTo(main.amount) == 0);
      String container = main.measure == null ? "" : main.measure.mark();
      if (main.base() == Base.VOLUME && ones.stream().anyMatch(OUTER::contains)) {
        return ContentReading.AMBIGUOUS; // 350ml 1ケース: of how many?
      }
      boolean oneCounter = ones.stream().distinct().count() == 1;
      return oneFits
          ? exact(
              main, BigDecimal.ONE, container.isEmpty() && oneCounter ? ones.getFirst() : container)
          : ContentReading.AMBIGUOUS;
    }
    ContentExpression counted = mainCount();
    Optional<BigDecimal> count = withOuter(counted);
    if (count.isEmpty()) {
      return ContentReading.AMBIGUOUS;
    }
    if (!perPiece.isEmpty()) {
      ContentExpression piece = perPiece.getFirst();
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

  private static boolean multiplies(Base base, ContentExpression counted) {
    ContentToken inner = counted.factors.getFirst();
    boolean bag = inner.word().equals("袋") && base == Base.MASS;
    return isOuter(inner) && !bag && !OUTER.contains(inner.word())
        || switch (base) {
          case VOLUME -> POURED.contains(inner.word());
          case MASS -> TINNED.contains(inner.word());
          case LENGTH -> ROLLED.contains(inner.word());
          case NONE -> false;
        };
  }

  private ContentReading ofCounts() {
    ContentExpression main = mainCount();
    Optional<BigDecimal> count = withOuter(main);
    if (count.isEmpty()) {
      return ContentReading.AMBIGUOUS;
    }
    if (perPiece.isEmpty()) {
      return ContentReading.exact(Optional.empty(), Base.NONE, count.get(), main.counter());
    }
    ContentExpression piece = perPiece.getFirst();
    return perPiece.size() == 1 && piece.per.equals(main.counter())
        ? exact(piece, count.get(), main.counter())
        : ContentReading.AMBIGUOUS;
  }

  /// The count with most factors; among single ones the first that is no set or case.
  private ContentExpression mainCount() {
    ContentExpression main = counts.getFirst();
    for (ContentExpression other : counts) {
      boolean inner = isOuter(main.factors.getFirst()) && !isOuter(other.factors.getFirst());
      boolean longer = other.factors.size() > main.factors.size();
      if (longer || other.factors.size() == main.factors.size() && inner) {
        main = other;
      }
    }
    return main;
  }

  private static ContentReading exact(
      ContentExpression measured, BigDecimal count, String counter) {
    return ContentReading.exact(Optional.of(measured.amount), measured.base(), count, counter);
  }
}
