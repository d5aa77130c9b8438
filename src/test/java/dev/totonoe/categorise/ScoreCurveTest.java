package dev.totonoe.categorise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.totonoe.categorise.ScoreCurve.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ScoreCurveTest {
  private final ScoreCurve curve =
      new ScoreCurve(List.of(new Point(0.2, 0.3), new Point(0.6, 0.5), new Point(0.9, 0.8)));

  @Test
  void goesStraightFromPointToPointAndLevelBeyond() {
    assertThat(curve.worth(0.1)).isEqualTo(0.3);
    assertThat(curve.worth(0.2)).isEqualTo(0.3);
    assertThat(curve.worth(0.4)).isCloseTo(0.4, within(1e-9));
    assertThat(curve.worth(0.75)).isCloseTo(0.65, within(1e-9));
    assertThat(curve.worth(1)).isEqualTo(0.8);
    assertThat(ScoreCurve.STRAIGHT.worth(0.37)).isEqualTo(0.37);
  }

  @Test
  void setsTheLikeliestAndSharesTheRestAmongTheOthers() {
    float[] applied = curve.applyTo(new float[] {0.06f, 0.9f, 0.04f});

    assertThat(applied[1]).isCloseTo(0.8f, within(1e-6f));
    assertThat(applied[0]).isCloseTo(0.12f, within(1e-6f));
    assertThat(applied[2]).isCloseTo(0.08f, within(1e-6f));
  }

  @Test
  void noOtherLabelBecomesLikelierThanTheLikeliest() {
    float[] applied =
        new ScoreCurve(List.of(new Point(0.5, 0.1))).applyTo(new float[] {0.52f, 0.46f, 0.02f});

    assertThat(applied[0]).isCloseTo(0.1f, within(1e-6f));
    assertThat(applied[1]).isCloseTo(0.1f, within(1e-6f));
    assertThat(applied[2]).isLessThan(0.1f);
  }

  @Test
  void aSureLabelLeavesNothingToShare() {
    assertThat(curve.applyTo(new float[] {1, 0})).containsExactly(0.8f, 0);
  }

  @Test
  void refusesALineThatFalls() {
    assertThatThrownBy(() -> new ScoreCurve(List.of(new Point(0.2, 0.5), new Point(0.6, 0.4))))
        .hasMessageContaining("expected points of a rising line");
    assertThatThrownBy(() -> new Point(0.2, Double.NaN))
        .hasMessageContaining("expected points between 0 and 1");
  }
}
