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

  private final boolean frozen;

  /// Amount and factors: `2kg×2袋`.
  private final List<ContentExpression> full = new ArrayList<>();

  /// Amounts alone: `4kg`.
  private final List<ContentExpression> measures = new ArrayList<>();

  /// Amounts of one piece: `1個13g`.
  private final List<ContentExpression> perPiece = new ArrayList<>();

  private final ContentCounts counts = new ContentCounts();

  private ContentSum(Set<ContentGoods> goods, List<ContentExpression> expressions) {
    this.frozen = goods.contains(ContentGoods.FROZEN);
    for (ContentExpression expression : expressions) {
      boolean silenced = goods.stream().anyMatch(named -> named.silences(expression.base()));
      if (silenced || isDose(expression)) {
        expression.measure = null;
        expression.per = "";
      }
      sort(expression);
    }
    counts.forgetAsides(!full.isEmpty() || !measures.isEmpty());
  }

  /// @param goods what the text names
  static ContentReading of(Set<ContentGoods> goods, List<ContentExpression> expressions) {
    return new ContentSum(goods, expressions).reading();
  }

  /// Milligrams are what a thing contains of something, unless they are told of pills.
  private static boolean isDose(ContentExpression expression) {
    return expression.measure != null
        && expression.measure.word().equals("mg")
        && !PILLS.contains(expression.counter());
  }

  private void sort(ContentExpression expression) {
    boolean nameless = !expression.hasAmount() && !expression.countsPieces();
    if (expression.dead || nameless && expression.one.isEmpty()) {
      return; // 3.8×38
    }
    if (!expression.one.isEmpty()) {
      counts.addOne(expression);
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
      return counts.isEmpty() ? ofMeasures() : ofMeasuresAndCounts();
    }
    return counts.isEmpty() ? ofOne() : ofCounts();
  }

  /// `2kg×2袋` and what else fits it: `4kg`, `2袋`, `2kg`, a repetition, an outer case.
  private ContentReading ofFull() {
    ContentExpression main = full.getFirst();
    boolean oneStatement =
        full.stream().allMatch(other -> other.count().compareTo(main.count()) == 0)
            && full.stream().allMatch(main::measuresLike)
            && perPiece.stream().allMatch(main::measuresLike);
    if (!oneStatement) {
      return ContentReading.AMBIGUOUS;
    }
    Optional<BigDecimal> count = counts.whole(main);
    if (count.isEmpty() || !measuresFit(main, count.get())) {
      return ContentReading.AMBIGUOUS;
    }
    String counter = main.counter();
    return exact(main, count.get(), counter.isEmpty() ? counts.counterOf(count.get()) : counter);
  }

  /// Whether every amount beside a product is one of its parts or the whole.
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

  /// One amount, perhaps told twice, perhaps of `1箱`.
  private ContentReading ofMeasures() {
    ContentExpression main = measures.getFirst();
    boolean oneCase = main.base() == Base.VOLUME && counts.isOneCase(); // 350ml 1ケース: of how many?
    if (!measuresAgree() || oneCase || !perPiece.stream().allMatch(main::measuresLike)) {
      return ContentReading.AMBIGUOUS;
    }
    String container = main.measure == null ? "" : main.measure.mark();
    boolean oneCounter = container.isEmpty() && counts.ones().size() == 1;
    return exact(main, BigDecimal.ONE, oneCounter ? counts.ones().getFirst() : container);
  }

  private boolean measuresAgree() {
    ContentExpression main = measures.getFirst();
    return measures.stream()
        .allMatch(
            other -> {
              boolean another = other != main && other.named && other.isWrittenAs(main);
              return !another && main.measuresLike(other); // 赤500ml 白500ml
            });
  }

  /// `500ml 24本`: whether the amount is of one piece depends on what is measured and counted.
  private ContentReading ofMeasuresAndCounts() {
    ContentExpression main = measures.getFirst();
    ContentExpression counted = counts.main();
    Optional<BigDecimal> count = counts.whole(counted);
    if (!measuresAgree() || count.isEmpty()) {
      return ContentReading.AMBIGUOUS;
    }
    if (perPiece.isEmpty()) {
      return multiplies(main.base(), counted)
          ? exact(main, count.get(), counted.counter())
          : ContentReading.AMBIGUOUS;
    }
    ContentExpression piece = perPiece.getFirst();
    boolean whole =
        perPiece.size() == 1
            && piece.base() == main.base()
            && piece.per.equals(counted.counter())
            && piece.amount.multiply(count.get()).compareTo(main.amount) == 0;
    return whole ? exact(piece, count.get(), counted.counter()) : ContentReading.AMBIGUOUS;
  }

  private boolean multiplies(Base base, ContentExpression counted) {
    ContentToken inner = counted.factors.getFirst();
    boolean bag = inner.word().equals("袋") && base == Base.MASS;
    boolean sets = ContentCounts.isOuter(inner) && !ContentCounts.isCase(inner) && !bag;
    return sets
        || switch (base) {
          case VOLUME -> POURED.contains(inner.word()) && !frozen;
          case MASS -> TINNED.contains(inner.word());
          case LENGTH -> ROLLED.contains(inner.word());
          case NONE -> false;
        };
  }

  private ContentReading ofCounts() {
    ContentExpression main = counts.main();
    Optional<BigDecimal> count = counts.whole(main);
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

  /// `1個13g`, or nothing but `1箱`.
  private ContentReading ofOne() {
    if (!perPiece.isEmpty()) {
      ContentExpression piece = perPiece.getFirst();
      return perPiece.size() > 1
          ? ContentReading.AMBIGUOUS
          : exact(piece, BigDecimal.ONE, piece.per);
    }
    List<String> ones = counts.ones();
    if (ones.isEmpty()) {
      return ContentReading.NONE;
    }
    return ones.size() > 1 || counts.hasOneOfEach()
        ? ContentReading.AMBIGUOUS
        : ContentReading.exact(Optional.empty(), Base.NONE, BigDecimal.ONE, ones.getFirst());
  }

  private static ContentReading exact(
      ContentExpression measured, BigDecimal count, String counter) {
    return ContentReading.exact(Optional.of(measured.amount), measured.base(), count, counter);
  }
}
