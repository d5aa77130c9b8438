package dev.totonoe.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.train.Scores.Judged;
import dev.totonoe.train.UnlikelyLabels.HeldOut;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class MeasuredRowsTest {
  private final Labels labels =
      Labels.of(
          Path.of("labelled.csv"),
          Stream.of("a", "b", "c")
              .map(label -> new LabelledRows.Row(2, "茶", "", "", "", label, ""))
              .toList(),
          Optional.empty());
  private final MeasuredRows rows = new MeasuredRows(labels);

  @Test
  void keepsTheLikeliestLabelAndThePlaceOfTheRightOne() {
    rows.add(2, new float[] {0.2f, 0.700001f, 0.1f});

    assertThat(rows.judged()).containsExactly(new Judged("c", "b", 0.7, 3));
    assertThat(rows.heldOut()).containsExactly(new HeldOut(2, 0.1, 1, 0.7));
  }

  @Test
  void ofEquallyLikelyLabelsTheFirstIsTheGuess() {
    rows.add(0, new float[] {0.4f, 0.4f, 0.2f});
    rows.add(1, new float[] {0.4f, 0.4f, 0.2f});

    assertThat(rows.judged())
        .isEqualTo(List.of(new Judged("a", "a", 0.4, 1), new Judged("b", "a", 0.4, 2)));
  }
}
