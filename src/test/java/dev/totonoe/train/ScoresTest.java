package dev.totonoe.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.totonoe.train.Scores.Judged;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ScoresTest {
  /// The expected numbers are scikit-learn 1.2.1's `f1_score` for the same lists.
  @Test
  void countsAsScikitLearnDoes() {
    Scores scores =
        Scores.of(
            List.of(
                new Judged("a", "a", 0.9),
                new Judged("a", "a", 0.8),
                new Judged("a", "b", 0.4),
                new Judged("b", "b", 0.7),
                new Judged("c", "a", 0.6),
                new Judged("c", "d", 0.2)));

    assertThat(scores.accuracy()).isCloseTo(0.5, within(1e-9));
    assertThat(scores.weightedF1()).isCloseTo(0.4444444444, within(1e-9));
    assertThat(scores.macroF1()).isCloseTo(0.3333333333, within(1e-9));
  }

  @Test
  void honestScoresHaveNoCalibrationError() {
    assertThat(Scores.of(List.of(new Judged("a", "a", 1), new Judged("a", "b", 0))).ece()).isZero();
    assertThat(Scores.of(List.of(new Judged("a", "a", 0.5), new Judged("a", "b", 0.5))).ece())
        .isZero();
    assertThat(Scores.of(List.of(new Judged("a", "b", 1), new Judged("a", "b", 0.5))).ece())
        .isCloseTo(0.75, within(1e-9));
  }
}
