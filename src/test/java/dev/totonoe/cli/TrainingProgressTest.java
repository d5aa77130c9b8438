package dev.totonoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class TrainingProgressTest {
  private final StringWriter out = new StringWriter();
  private long now = TimeUnit.HOURS.toNanos(5);
  private final TrainingProgress progress = new TrainingProgress(new PrintWriter(out), () -> now);

  @Test
  void tellsHowFarItIsAtMostEveryTwoSeconds() {
    for (int step = 1; step <= 400; step++) {
      now += TimeUnit.MILLISECONDS.toNanos(30);
      progress.done(step, 1_000);
    }
    assertThat(out.toString().lines())
        .hasSize(5)
        .startsWith("training: 6 %, 2 s, about 28 s left")
        .endsWith("training: 33 %, 10 s, about 20 s left");
  }

  @Test
  void startsAnewWithWhatIsSaid() {
    now += TimeUnit.SECONDS.toNanos(100);
    progress.say("training on all names");
    now += TimeUnit.SECONDS.toNanos(1);
    progress.done(1, 10);
    now += TimeUnit.SECONDS.toNanos(3);
    progress.done(4, 10);

    assertThat(out.toString().lines())
        .containsExactly("training on all names", "training: 40 %, 4 s, about 6 s left");
  }

  @Test
  void keepsSilentWhereNothingIsKnown() {
    now += TimeUnit.SECONDS.toNanos(10);
    progress.done(0, 10);
    progress.done(11, 10);

    assertThat(out.toString()).isEmpty();
  }
}
