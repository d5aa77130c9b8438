package dev.totonoe.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.totonoe.csv.Span;
import dev.totonoe.csv.Totals;
import dev.totonoe.failure.Interruption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SharedScansTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final List<Scanned> SCANS =
      List.of(
          new Scanned(
              9, "ab".repeat(32), new Totals(2, 3, 0, 9), List.of(new Span(3, 6, 2, 1, 2, 77))));
  private static final Supplier<List<Scanned>> NO_PASS =
      () -> {
        throw new AssertionError("the input was read again");
      };

  @TempDir private Path directory;

  private SharedScans scans(Duration patience) {
    return new SharedScans(file(), 1, patience, Duration.ofMillis(20), () -> false);
  }

  private Path file() {
    return directory.resolve("work/scans-1.json");
  }

  private static RunPart part(int index) {
    return new RunPart(index, 4);
  }

  @Test
  void readsTheInputOnceForAllWorkers() {
    assertThat(scans(LONG).get(part(0), () -> SCANS)).isEqualTo(SCANS);
    for (int index = 0; index < 4; index++) {
      assertThat(scans(LONG).get(part(index), NO_PASS)).isEqualTo(SCANS);
    }
  }

  @Test
  void waitsForTheFirstWorker() throws Exception {
    Thread first =
        Thread.ofVirtual()
            .start(
                () -> {
                  sleep(Duration.ofMillis(200));
                  scans(LONG).get(part(0), () -> SCANS);
                });
    assertThat(scans(LONG).get(part(3), NO_PASS)).isEqualTo(SCANS);
    first.join();
  }

  @Test
  void readsTheInputItselfWhenTheFirstWorkerDoesNotCome() {
    assertThat(scans(Duration.ofMillis(100)).get(part(3), () -> SCANS)).isEqualTo(SCANS);
    assertThat(scans(LONG).get(part(2), NO_PASS)).isEqualTo(SCANS);
  }

  @Test
  void readsTheInputItselfWhenWhatIsThereIsDamagedOrOfAnotherNumberOfFiles() throws IOException {
    Files.createDirectories(file().getParent());
    for (String text : List.of("", "{\"inputs\":", "{\"inputs\":[]}", "[]")) {
      Files.writeString(file(), text);
      assertThat(scans(Duration.ZERO).get(part(1), () -> SCANS)).isEqualTo(SCANS);
      assertThat(scans(Duration.ZERO).get(part(2), NO_PASS)).isEqualTo(SCANS);
    }
  }

  @Test
  void goesOnWhenNothingCanBeKept() throws IOException {
    Files.writeString(directory.resolve("work"), "a file in the way");
    assertThat(scans(Duration.ZERO).get(part(1), () -> SCANS)).isEqualTo(SCANS);
  }

  @Test
  void stopsWaitingWhenTheRunIsStopped() {
    SharedScans stopped = new SharedScans(file(), 1, LONG, Duration.ofMillis(20), () -> true);
    assertThatThrownBy(() -> stopped.get(part(1), NO_PASS))
        .isInstanceOf(Interruption.class)
        .hasMessageContaining("stopped while waiting for the plan");
  }

  private static void sleep(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
