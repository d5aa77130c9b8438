package dev.totonoe.normalise;

import dev.totonoe.normalise.ContentToken.Base;
import dev.totonoe.normalise.ContentToken.Type;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Joins tokens to expressions (`500ml×24本×2ケース`) and asks [ContentSum] what they say together.
final class ContentExpressions {
  /// A name with more quantities is a list of products.
  private static final int QUANTITIES_MAX = 24;

  /// Up to here a first factor without a unit counts: `5×10個`.
  private static final BigDecimal BARE_FACTOR_MAX = BigDecimal.valueOf(12);

  private enum Operator {
    NONE,
    TIMES,
    PLUS,
    SLASH
  }

  private final List<ContentToken> tokens;
  private final List<ContentExpression> expressions = new ArrayList<>();
  private final List<BigDecimal> looseNumbers = new ArrayList<>();
  private final Deque<Integer> brackets = new ArrayDeque<>();
  private List<ContentExpression> targets = List.of();
  private Operator operator = Operator.NONE;
  private boolean gap;
  private boolean ambiguous;

  /// Whether a word, or an opening bracket, stands between the last expression and this place.
  private boolean named;

  private boolean bracketed;
  private int closedFrom;

  private ContentExpressions(List<ContentToken> tokens) {
    this.tokens = tokens;
  }

  /// @param goods what the text names
  static ContentReading read(List<ContentToken> scanned, Set<ContentGoods> goods) {
    List<ContentToken> tokens = ContentRanges.resolved(scanned);
    long quantities = tokens.stream().filter(ContentToken::isQuantity).count();
    boolean unclear = has(Type.AMBIGUOUS, tokens) || isVesselOfSomeSize(tokens);
    if (quantities == 0) {
      return unclear ? ContentReading.AMBIGUOUS : ContentReading.NONE;
    }
    if (unclear || has(Type.CHOICE, tokens) || quantities > QUANTITIES_MAX) {
      return ContentReading.AMBIGUOUS;
    }
    ContentExpressions parser = new ContentExpressions(tokens);
    for (int i = 0; i < tokens.size(); i++) {
      parser.accept(tokens.get(i), i == 0 ? null : tokens.get(i - 1), i);
    }
    boolean open = parser.ambiguous || !parser.looseNumbersAreFactors();
    return open ? ContentReading.AMBIGUOUS : ContentSum.of(goods, parser.expressions);
  }

  /// `鍋 24cm 5.5L`: what is sold by volume is not measured in centimetres as well.
  private static boolean isVesselOfSomeSize(List<ContentToken> tokens) {
    return tokens.stream().anyMatch(t -> t.type() == Type.SIZE && t.word().equals("cm"))
        && tokens.stream().anyMatch(t -> t.type() == Type.MEASURE && t.base() == Base.VOLUME);
  }

  private static boolean has(Type type, List<ContentToken> tokens) {
    return tokens.stream().anyMatch(token -> token.type() == type);
  }

  private void accept(ContentToken token, @Nullable ContentToken before, int index) {
    switch (token.type()) {
      case WORD, RANGE, AMBIGUOUS, CHOICE -> {
        gap = true;
        named |= token.type() == Type.WORD;
      }
      case OTHER_NUMBER -> {
        ambiguous |= operator == Operator.PLUS && !gap; // 5本+1本おまけ
        // 70g×4 of something unknown.
        ambiguous |=
            operator == Operator.TIMES && !gap && targets.stream().anyMatch(target -> !target.dead);
        if (operator == Operator.SLASH && !gap && !expressions.isEmpty()) {
          expressions.getLast().dead = true; // 100g/298円: what the price is told of
        }
        named = true;
        operator = Operator.NONE;
      }
      case OPEN -> {
        ambiguous |= operator == Operator.TIMES;
        bracketed = true;
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
        boolean loose =
            token.type() == Type.BARE
                && operator == Operator.NONE
                && before != null
                && before.isQuantity()
                && lastOfPhrase;
        if (loose) {
          looseNumbers.add(token.number());
        }
        ambiguous |= isFractionOf(token, index) || isListed(index);
        quantity(token, before, index);
        operator = Operator.NONE;
        gap = false;
      }
    }
  }

  /// Whether each number that may have lost its multiplier is a factor of another statement: `納豆
  /// 50g×2` beside `50g 2`.
  private boolean looseNumbersAreFactors() {
    return looseNumbers.stream()
        .allMatch(loose -> expressions.stream().anyMatch(other -> other.multipliesBy(loose)));
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

  /// `350・500ml`: the unit is told once.
  private boolean isListed(int index) {
    if (index < 2 || !tokens.get(index).isQuantity()) {
      return false;
    }
    ContentToken dot = tokens.get(index - 1);
    ContentToken first = tokens.get(index - 2);
    boolean standsAlone = index < 3 || tokens.get(index - 3).end() < first.start();
    return dot.type() == Type.WORD
        && dot.end() - dot.start() == 1
        && first.type() == Type.BARE
        && first.end() == dot.start()
        && dot.end() == tokens.get(index).start()
        && standsAlone;
  }

  /// What a multiplier multiplies: what stands before it, or everything in the brackets before it.
  private List<ContentExpression> targetsOf(@Nullable ContentToken before, int index) {
    if (before == null) {
      return List.of(started(null, false)); // ×2個セット 500g
    }
    boolean afterSlash = index >= 2 && tokens.get(index - 2).type() == Type.SLASH;
    return switch (before.type()) {
      case CLOSE ->
          closedFrom < expressions.size()
              ? List.copyOf(expressions.subList(closedFrom, expressions.size()))
              : lastOrStarted();
      case BARE -> beginsChain(index) ? List.of(started(before, afterSlash)) : targets;
      case SIZE -> List.of(size());
      case OTHER_NUMBER -> List.of(started(null, false));
      default -> lastOrStarted();
    };
  }

  /// Whether the bare number before a multiplier is a first factor: `5` in `5×10個`, not in
  /// `48枚×5×2`.
  private boolean beginsChain(int index) {
    return index < 2 || tokens.get(index - 2).type() != Type.TIMES;
  }

  private List<ContentExpression> lastOrStarted() {
    if (!expressions.isEmpty()) {
      return List.of(expressions.getLast());
    }
    return List.of(started(null, false));
  }

  private ContentExpression size() {
    ContentExpression size = started(null, true);
    size.sized = true;
    return size;
  }

  private ContentExpression started(@Nullable ContentToken first, boolean dead) {
    ContentExpression expression = new ContentExpression();
    expression.dead = dead;
    expression.named = named && !(bracketed && !brackets.isEmpty());
    named = false;
    bracketed = false;
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
        ContentExpression last = expressions.isEmpty() ? null : expressions.getLast();
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
    if (token.base() == Base.LENGTH && isBesideSize(index)) {
      started(token, true); // 25cm 8m: width and length of a foil
      return;
    }
    ContentExpression last = expressions.isEmpty() ? null : expressions.getLast();
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

  /// Whether a size stands directly beside a length: `25cm 8m`, `50mm幅 25m`.
  private boolean isBesideSize(int index) {
    int behind = index + 1;
    if (behind < tokens.size() && tokens.get(behind).type() == Type.SIZE) {
      return true;
    }
    int before = index - 1;
    boolean wide = before >= 0 && tokens.get(before).type() == Type.WORD && isWidth(before);
    return before >= 0 && tokens.get(wide ? before - 1 : before).type() == Type.SIZE;
  }

  private boolean isWidth(int index) {
    ContentToken word = tokens.get(index);
    return index > 0
        && tokens.get(index - 1).end() == word.start()
        && word.end() - word.start() == 1;
  }

  private void multiply(ContentToken token) {
    ambiguous |= gap && token.isQuantity();
    for (ContentExpression target : targets) {
      if (target.dead) {
        if (target.sized && token.type() == Type.COUNT) {
          started(token, false); // 50mm×25m×30巻
        }
        continue;
      }
      // 350×24本: the 350 may be millilitres.
      ambiguous |=
          token.type() == Type.COUNT
              && target.isBare()
              && target.count().compareTo(BARE_FACTOR_MAX) > 0;
      boolean empty = !target.hasAmount() && target.factors.isEmpty() && target.one.isEmpty();
      if (token.type() == Type.SIZE
          || empty && token.type() != Type.COUNT
          || target.factors.stream().anyMatch(factor -> factor.number().scale() > 0)) {
        target.dead = true;
        target.sized = token.type() == Type.SIZE;
      } else if (token.type() == Type.MEASURE && target.hasAmount()) {
        target.dead = target.base() == Base.LENGTH && token.base() == Base.LENGTH;
        target.sized = target.dead;
        ambiguous |= !target.dead;
      } else if (token.type() == Type.MEASURE
          && target.factors.stream().anyMatch(f -> f.word().isEmpty())
          && token.base() == Base.LENGTH) {
        target.dead = true;
        target.sized = true;
      } else {
        target.take(token);
        target.per = "";
      }
    }
  }

  private void plus(ContentToken token) {
    ContentExpression last = expressions.isEmpty() ? null : expressions.getLast();
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
