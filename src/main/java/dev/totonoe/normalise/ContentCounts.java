package dev.totonoe.normalise;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The counts of a text that stand beside its measures: `24本`, `48枚×4`, `2ケース`, `1箱`.
final class ContentCounts {
  private static final Set<String> CASES = Set.of("ケース", "カートン");

  private final List<ContentExpression> counts = new ArrayList<>();
  private final List<String> ones = new ArrayList<>();
  private boolean oneOfEach;

  void add(ContentExpression counted) {
    counts.add(counted);
  }

  /// Takes the `1箱` that an expression names.
  void addOne(ContentExpression expression) {
    oneOfEach |= !ones.isEmpty() && expression.named; // たれ1本・塩1本
    ones.add(expression.one);
  }

  /// Forgets what says nothing about pieces: `3連` is a shape (of a holder, a plug) unless something
  /// is measured; `2人前` beside a measure says for whom it is enough.
  void forgetAsides(boolean measured) {
    counts.removeIf(
        count -> {
          String counter = count.counter();
          String mark = count.factors.getFirst().mark();
          boolean shape = counter.equals("連") && mark.isEmpty() && !measured;
          return count.factors.size() == 1 && (shape || counter.equals("人前") && measured);
        });
  }

  boolean isEmpty() {
    return counts.isEmpty();
  }

  /// The counters of single things, each once.
  List<String> ones() {
    return ones.stream().distinct().toList();
  }

  /// Whether one of each of several things is named.
  boolean hasOneOfEach() {
    return oneOfEach;
  }

  /// Whether a case of an unknown number of pieces is all that is counted.
  boolean isOneCase() {
    return ones.stream().anyMatch(CASES::contains);
  }

  /// The count with most factors; among single ones the first that is no set or case.
  ContentExpression main() {
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

  /// The counter that the text names beside a product: `ロール` in `12ロール(25m×12)`.
  String counterOf(BigDecimal count) {
    return counts.stream()
        .filter(other -> other.count().compareTo(count) == 0)
        .map(ContentExpression::counter)
        .findFirst()
        .orElse("");
  }

  /// The count of an expression, times the sets and cases that stand beside it; empty where a count
  /// is left over that is neither one of the factors nor the whole.
  Optional<BigDecimal> whole(ContentExpression main) {
    if (isCountAlone(main)
        && main.factors.getFirst().mark().isEmpty()
        && ones.contains(main.counter())) {
      return Optional.empty(); // 1個 3個
    }
    BigDecimal outer = BigDecimal.ONE;
    List<BigDecimal> others = new ArrayList<>();
    boolean includesOuter = false;
    for (ContentExpression other : counts) {
      if (other == main) {
        continue;
      }
      boolean single = other.factors.size() == 1;
      boolean multiplies =
          single
              && isOuter(other.factors.getFirst())
              && !other.counter().equals(main.counter()); // 3個 6個セット
      if (isProductIn(main, other)) {
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
    boolean set = main.factors.stream().anyMatch(ContentCounts::isOuter);
    return counted && !set && (isCountAlone(main) ? other.named : !sameCounter);
  }

  private static boolean isCountAlone(ContentExpression expression) {
    return !expression.hasAmount() && expression.factors.size() == 1;
  }

  /// Whether a count is the product of neighbouring factors of another one. In the unit of the
  /// pieces it counts them from the first factor on: `24本`, not `4本`, beside `6本×4`.
  private static boolean isProductIn(ContentExpression main, ContentExpression other) {
    boolean ofPieces = !other.counter().isEmpty() && other.counter().equals(main.counter());
    int starts = ofPieces ? 1 : main.factors.size();
    for (int from = 0; from < starts; from++) {
      BigDecimal product = BigDecimal.ONE;
      for (ContentToken factor : main.factors.subList(from, main.factors.size())) {
        product = product.multiply(factor.number());
        if (product.compareTo(other.count()) == 0) {
          return true;
        }
      }
    }
    return false;
  }

  /// Whether a factor counts sets or cases of what else is counted.
  static boolean isOuter(ContentToken factor) {
    return ContentToken.isSet(factor.mark()) || isCase(factor);
  }

  static boolean isCase(ContentToken factor) {
    return CASES.contains(factor.word());
  }
}
