package dev.totonoe.normalise;

import dev.totonoe.normalise.ContentToken.Base;
import dev.totonoe.normalise.ContentToken.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One product of factors, as it is read token by token: `500ml×24本×2ケース`.
final class ContentExpression {
  /// Of one piece; null: none.
  @Nullable ContentToken measure;

  BigDecimal amount = BigDecimal.ZERO;

  /// From the inside out; without ones.
  final List<ContentToken> factors = new ArrayList<>();

  /// The counter of a factor 1, such as `袋` in `1袋`.
  String one = "";

  /// The counter of the pieces the amount is told of: `個` in `1個13g`.
  String per = "";

  /// Says nothing about a content: dimensions, prices.
  boolean dead;

  /// Dead because it tells a size; pieces may still be counted behind it: `50mm×25m×30巻`.
  boolean sized;

  /// Stands behind a word of its own: `白500ml` in `赤500ml 白500ml`.
  boolean named;

  boolean hasAmount() {
    return measure != null;
  }

  Base base() {
    return measure == null ? Base.NONE : measure.base();
  }

  BigDecimal count() {
    return factors.stream().map(ContentToken::number).reduce(BigDecimal.ONE, BigDecimal::multiply);
  }

  String counter() {
    return factors.stream()
        .map(ContentToken::word)
        .filter(word -> !word.isEmpty())
        .findFirst()
        .orElse("");
  }

  /// Whether anything counts: `5` alone does not.
  boolean countsPieces() {
    return factors.stream().anyMatch(factor -> factor.type() == Type.COUNT);
  }

  /// Whether it is nothing but numbers without units.
  boolean isBare() {
    return !hasAmount() && one.isEmpty() && !factors.isEmpty() && !countsPieces();
  }

  /// Whether something is multiplied by a number: `50g×2` or `75組×2` by 2.
  boolean multipliesBy(BigDecimal number) {
    return !dead
        && (hasAmount() || factors.size() > 1)
        && factors.stream().anyMatch(factor -> factor.number().compareTo(number) == 0);
  }

  /// Whether both measure the same amount, in whatever unit.
  boolean measuresLike(ContentExpression other) {
    return base() == other.base() && amount.compareTo(other.amount) == 0;
  }

  /// Whether both measure in the same unit.
  boolean isWrittenAs(ContentExpression other) {
    return measure != null && other.measure != null && measure.word().equals(other.measure.word());
  }

  void take(ContentToken token) {
    if (token.type() == Type.MEASURE) {
      measure = token;
      amount = token.number();
    } else if (token.number().compareTo(BigDecimal.ONE) == 0) {
      one = token.word();
    } else {
      factors.add(token);
    }
  }
}
