package dev.totonoe.normalise;

import dev.totonoe.normalise.ContentToken.Base;
import dev.totonoe.normalise.ContentToken.Type;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Joins tokens to expressions (`500ml×24本×2ケース`) and asks [ContentSum] what they say together.
final class ContentExpressions {
  /// A name with more quantities is a list of products.
  private static final int QUANTITIES_MAX = 24;

  /// One product of factors.
  static final class Expression {
    /// Of one piece; null: none.
    @Nullable ContentToken measure;

    BigDecimal amount = BigDecimal.ZERO;

    /// From the inside out; without ones.
    final List<ContentToken> factors = new ArrayList<>();

    /// The counter of a factor 1, such as `袋` in `1袋`.
    String one = "";

    /// The counter of the pieces the amount is told of: `個` in `1個13g`.
    String per = "";

    /// Says nothing about a content: dimensions.
    boolean dead;

    boolean hasAmount() {
      return measure != null;
    }

    Base base() {
      return measure == null ? Base.NONE : measure.base();
    }

    BigDecimal count() {
      return factors.stream()
          .map(ContentToken::number)
          .reduce(BigDecimal.ONE, BigDecimal::multiply);
    }

    String counter() {
      return factors.stream()
          .map(ContentToken::word)
          .filter(word -> !word.isEmpty())
          .findFirst()
          .orElse("");
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

  private enum Operator {
    NONE,
    TIMES,
    PLUS,
    SLASH
  }

  private final List<ContentToken> tokens;
  private final List<Expression> expressions = new ArrayList<>();
  private final Deque<Integer> brackets = new ArrayDeque<>();
  private List<Expression> targets = List.of();
  private Operator operator = Operator.NONE;
  private boolean gap;
  private boolean ambiguous;
  private int closedFrom;

  private ContentExpressions(List<ContentToken> tokens) {
    this.tokens = tokens;
  }

  static ContentReading read(String text, List<ContentToken> scanned) {
    List<ContentToken> tokens = withoutRanges(scanned);
    long quantities = tokens.stream().filter(ContentToken::isQuantity).count();
    boolean unclear =
        tokens.stream().anyMatch(t -> t.type() == Type.AMBIGUOUS && !t.word().isEmpty());
    boolean choice =
        ContentUnits.containsAny(ContentUnits.CHOICES, text)
            || tokens.stream().anyMatch(t -> t.type() == Type.AMBIGUOUS && t.word().isEmpty());
    if (quantities == 0) {
      return unclear ? ContentReading.AMBIGUOUS : ContentReading.NONE;
    }
    if (unclear || choice || quantities > QUANTITIES_MAX) {
      return ContentReading.AMBIGUOUS;
    }
    ContentExpressions parser = new ContentExpressions(tokens);
    for (int i = 0; i < tokens.size(); i++) {
      parser.accept(tokens.get(i), i == 0 ? null : tokens.get(i - 1), i);
    }
    return parser.ambiguous ? ContentReading.AMBIGUOUS : ContentSum.of(text, parser.expressions);
  }

  /// Ranges of body weight (`6～13kg`) say nothing about the content; other ranges leave it open.
  private static List<ContentToken> withoutRanges(List<ContentToken> tokens) {
    List<ContentToken> out = new ArrayList<>(tokens);
    for (int i = 0; i < out.size(); i++) {
      if (out.get(i).type() != Type.RANGE) {
        continue;
      }
      boolean left =
          i > 0 && isNumber(out.get(i - 1)) && out.get(i - 1).end() == out.get(i).start();
      boolean right =
          i + 1 < out.size()
              && isNumber(out.get(i + 1))
              && out.get(i + 1).start() == out.get(i).end();
      if (left) {
        out.set(i - 1, inRange(out.get(i - 1)));
      }
      if (right) {
        out.set(i + 1, inRange(out.get(i + 1)));
      }
      out.set(i, out.get(i).as(Type.WORD));
    }
    return out;
  }

  private static boolean isNumber(ContentToken token) {
    return token.isQuantity() || token.type() == Type.BARE || token.type() == Type.AMBIGUOUS;
  }

  private static ContentToken inRange(ContentToken token) {
    boolean harmless = token.type() == Type.BARE || token.word().equals("kg");
    return token.as(harmless ? Type.OTHER_NUMBER : Type.AMBIGUOUS);
  }

  private void accept(ContentToken token, @Nullable ContentToken before, int index) {
    switch (token.type()) {
      case WORD, RANGE, AMBIGUOUS -> gap = true;
      case OTHER_NUMBER -> {
        // 70g×4 of something unknown.
        ambiguous |= operator == Operator.TIMES && !gap && targets.stream().anyMatch(t -> !t.dead);
        if (operator == Operator.SLASH && !gap && !expressions.isEmpty()) {
          expressions.getLast().dead = true; // 100g/298円: what the price is told of
        }
        operator = Operator.NONE;
      }
      case OPEN -> {
        ambiguous |= operator == Operator.TIMES;
        operator = operator == Operator.PLUS ? operator : Operator.NONE;
        boolean attached = before != null && before.isQuantity();
        brackets.push(expressions.size() - (attached && !expressions.isEmpty() ? 1 : 0));
      }
      case CLOSE -> {
        closedFrom = brackets.isEmpty() ? expressions.size() : brackets.pop();
        gap = true;
      }
      case TIMES -> {
        targets = targetsOf(before, index);
        operator = Operator.TIMES;
        gap = false;
      }
      case PLUS, SLASH -> {
        boolean joins =
            before != null
                && (before.isQuantity()
                    || before.type() == Type.BARE
                    || before.type() == Type.CLOSE);
        operator =
            !joins ? Operator.NONE : token.type() == Type.PLUS ? Operator.PLUS : Operator.SLASH;
        gap = false;
      }
      case MEASURE, COUNT, BARE, SIZE -> {
        // "70g 3" may have lost its multiplier.
        boolean lastOfPhrase =
            index + 1 == tokens.size() || tokens.get(index + 1).type() == Type.CLOSE;
        ambiguous |=
            token.type() == Type.BARE
                && operator == Operator.NONE
                && before != null
                && before.isQuantity()
                && lastOfPhrase;
        ambiguous |= isFractionOf(token, index);
        quantity(token, before, index);
        operator = Operator.NONE;
        gap = false;
      }
    }
  }

  /// `1/5L` may be a fifth of a litre or a mark and five litres.
  private boolean isFractionOf(ContentToken token, int index) {
    if (operator != Operator.SLASH || index < 2 || !token.isQuantity()) {
      return false;
    }
    ContentToken slash = tokens.get(index - 1);
    ContentToken numerator = tokens.get(index - 2);
    return numerator.type() == Type.BARE
        && numerator.end() == slash.start()
        && slash.end() == token.start();
  }

  /// What a multiplier multiplies: what stands before it, or everything in the brackets before it.
  private List<Expression> targetsOf(@Nullable ContentToken before, int index) {
    if (before == null) {
      return List.of();
    }
    boolean afterSlash = index >= 2 && tokens.get(index - 2).type() == Type.SLASH;
    return switch (before.type()) {
      case CLOSE ->
          closedFrom < expressions.size()
              ? List.copyOf(expressions.subList(closedFrom, expressions.size()))
              : lastOrStarted();
      case BARE -> beginsChain(index) ? List.of(started(before, afterSlash)) : targets;
      case SIZE -> List.of(started(null, true));
      case OTHER_NUMBER -> List.of(started(null, false));
      default -> lastOrStarted();
    };
  }

  /// Whether the bare number before a multiplier is a first factor: `5` in `5×10個`, not in
  /// `48枚×5×2`.
  private boolean beginsChain(int index) {
    return index < 2 || tokens.get(index - 2).type() != Type.TIMES;
  }

  private List<Expression> lastOrStarted() {
    if (!expressions.isEmpty()) {
      return List.of(expressions.getLast());
    }
    return List.of(started(null, false));
  }

  private Expression started(@Nullable ContentToken first, boolean dead) {
    Expression expression = new Expression();
    expression.dead = dead;
    if (first != null && !dead) {
      expression.take(first);
    }
    expressions.add(expression);
    return expression;
  }

  private void quantity(ContentToken token, @Nullable ContentToken before, int index) {
    switch (operator) {
      case TIMES -> multiply(token);
      case PLUS -> plus(token);
      case SLASH -> {
        // Side by side they are a choice; ContentSum accepts it only where both say the same.
        Expression last = expressions.isEmpty() ? null : expressions.getLast();
        boolean differs = last != null && last.hasAmount() != (token.type() == Type.MEASURE);
        ambiguous |= !gap && token.isQuantity() && differs;
        standAlone(token, before, index);
      }
      case NONE -> standAlone(token, before, index);
    }
  }

  private void standAlone(ContentToken token, @Nullable ContentToken before, int index) {
    if (!token.isQuantity()) {
      return;
    }
    if (index >= 2
        && before != null
        && before.type() == Type.SLASH
        && tokens.get(index - 2).type() == Type.OTHER_NUMBER) {
      started(token, true); // 298円/100g
      return;
    }
    Expression last = expressions.isEmpty() ? null : expressions.getLast();
    boolean perPiece =
        token.type() == Type.MEASURE
            && last != null
            && before != null
            && before.type() == Type.COUNT
            && before.end() == token.start()
            && !before.word().equals("ケース")
            && last.factors.isEmpty()
            && !last.hasAmount()
            && !last.one.isEmpty();
    if (perPiece) {
      last.take(token);
      last.per = last.one;
      last.one = "";
    } else {
      started(token, false);
    }
  }

  private void multiply(ContentToken token) {
    ambiguous |= gap && token.isQuantity();
    for (Expression target : targets) {
      if (target.dead) {
        continue;
      }
      boolean empty = !target.hasAmount() && target.factors.isEmpty() && target.one.isEmpty();
      if (token.type() == Type.SIZE
          || empty && token.type() != Type.COUNT
          || target.factors.stream().anyMatch(factor -> factor.number().scale() > 0)) {
        target.dead = true;
      } else if (token.type() == Type.MEASURE && target.hasAmount()) {
        target.dead = target.base() == Base.LENGTH && token.base() == Base.LENGTH;
        ambiguous |= !target.dead;
      } else if (token.type() == Type.MEASURE
          && target.factors.stream().anyMatch(f -> f.word().isEmpty())
          && token.base() == Base.LENGTH) {
        target.dead = true;
      } else {
        target.take(token);
        target.per = "";
      }
    }
  }

  private void plus(ContentToken token) {
    Expression last = expressions.isEmpty() ? null : expressions.getLast();
    if (gap || last == null || token.type() == Type.SIZE || token.type() == Type.BARE) {
      ambiguous = true;
    } else if (token.type() == Type.MEASURE) {
      ambiguous |= !last.hasAmount() || !last.factors.isEmpty() || last.base() != token.base();
      last.amount = last.amount.add(token.number());
    } else {
      boolean addable = !last.hasAmount() && last.factors.size() <= 1;
      String counter = last.factors.isEmpty() ? last.one : last.counter();
      ambiguous |= !addable || !counter.equals(token.word());
      ContentToken sum =
          new ContentToken(
              Type.COUNT,
              last.count().add(token.number()),
              token.word(),
              Base.NONE,
              "",
              token.start(),
              token.end());
      last.factors.clear();
      last.one = "";
      last.take(sum);
    }
  }
}
