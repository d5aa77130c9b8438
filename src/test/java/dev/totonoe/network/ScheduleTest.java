package dev.totonoe.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ScheduleTest {
  /// Ten steps a round, 20 rounds.
  private static final Schedule SCHEDULE = new Schedule(32, 20, 1, 1_000_000, 2);

  private static final Examples EXAMPLES = examples(320);
  private static final Examples VALIDATION = examples(100);

  @Test
  void endsFiveRoundsAfterTheLastGoodOne() {
    Memory part = new Memory(round -> round <= 4);

    assertThat(untilBest(part)).isEqualTo(4);
    assertThat(part.rates).hasSize(10 * 9);
  }

  @Test
  void takesTheLastOfRoundsThatAreEquallyGood() {
    assertThat(untilBest(new Memory(_ -> true))).isEqualTo(20);
    assertThat(untilBest(new Memory(_ -> false))).isEqualTo(20);
  }

  @Test
  void goesOnOverAFewBadRounds() {
    assertThat(untilBest(new Memory(round -> round < 6 || round > 9))).isEqualTo(20);
  }

  @Test
  void theRateFallsEvenlyToNothing() {
    Memory part = new Memory(_ -> true);
    SCHEDULE.run(part, EXAMPLES, Integer.MAX_VALUE, 1, (_, _) -> {});

    assertThat(part.rates).hasSize(200).startsWith(2.0).endsWith(2.0 / 200);
    assertThat(part.rates.get(100)).isEqualTo(1.0);
  }

  @Test
  void fewerRoundsEndSoonerAtTheSameRates() {
    Memory all = new Memory(_ -> true);
    SCHEDULE.run(all, EXAMPLES, Integer.MAX_VALUE, 1, (_, _) -> {});
    Memory some = new Memory(_ -> true);
    SCHEDULE.run(some, EXAMPLES, 3, 1, (_, _) -> {});

    assertThat(some.rates).isEqualTo(all.rates.subList(0, 30));
  }

  @Test
  void manyExamplesAreVisitedLessOftenAndFewMoreOften() {
    Schedule schedule = TrainingSettings.DEFAULT.linear();

    assertThat(schedule.plannedSteps(examples(1_000))).isEqualTo(3_000);
    assertThat(schedule.plannedSteps(examples(50_000))).isEqualTo(20 * 1_563);
    assertThat(schedule.plannedSteps(examples(200_000))).isEqualTo(5 * 6_250);
    assertThat(schedule.plannedSteps(examples(1_000_000))).isEqualTo(3 * 31_250);
  }

  private static int untilBest(Memory part) {
    return SCHEDULE.runUntilBest(part, EXAMPLES, VALIDATION, 1, (_, _) -> {});
  }

  private static Examples examples(int size) {
    return new Examples(new int[size][], new float[size][], IntStream.range(0, size).toArray());
  }

  /// Learns nothing: it remembers its rates, and guesses all right after some rounds and all wrong
  /// after others.
  private static final class Memory implements GradientPart {
    private final List<Double> rates = new ArrayList<>();
    private final IntPredicate rightAfterRound;

    Memory(IntPredicate rightAfterRound) {
      this.rightAfterRound = rightAfterRound;
    }

    @Override
    public void step(Examples examples, int[] batch, int number, double rate) {
      rates.add(rate);
    }

    @Override
    public int guess(Examples examples, int place) {
      return rightAfterRound.test(rates.size() / 10) ? place : place + 1;
    }
  }
}
