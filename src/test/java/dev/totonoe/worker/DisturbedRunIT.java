package dev.totonoe.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.layout.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs that are killed, stopped and doubled end with the same bytes as one that is left alone.
final class DisturbedRunIT {
  private static final int TIMES = 8;

  @TempDir private static Path directory;
  private static WorkerRoot root;
  private static RunFiles undisturbed;

  @BeforeAll
  static void runUndisturbed() throws Exception {
    root = WorkerRoot.in(directory.resolve("root"));
    root.addLargeSample("calm", TIMES);
    WorkerProcess.Ended ended = WorkerProcess.run(root, "run", "calm");
    assertThat(ended.exit()).as(ended.err()).isZero();
    undisturbed = root.latestRun("calm");
  }

  @Test
  void survivesKillingWithoutRedoingFinishedShards() throws Exception {
    root.addLargeSample("killed", TIMES);
    for (int i = 0; i < 2; i++) {
      WorkerProcess worker = WorkerProcess.start(root, "run", "killed");
      worker.awaitEvent("shard_finished");
      worker.kill();
      assertThat(root.raw("killed").resolveSibling("runs")).doesNotExist();
      assertThat(root.raw("killed").resolveSibling("latest")).doesNotExist();
    }
    WorkerProcess.Ended ended = WorkerProcess.run(root, "run", "killed");
    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.err()).contains("event=shard_reused");
    assertThat(ended.out()).contains("reused)");
    assertSameResults("killed");
  }

  @Test
  void stopsOnSigtermAndGoesOnNextTime() throws Exception {
    root.addLargeSample("stopped", TIMES);
    WorkerProcess worker = WorkerProcess.start(root, "run", "stopped");
    worker.awaitEvent("shard_finished");
    WorkerProcess.Ended stopped = worker.terminate();
    assertThat(stopped.exit()).as(stopped.err()).isEqualTo(4);
    assertThat(stopped.elapsed()).isLessThan(Duration.ofSeconds(5));
    assertThat(stopped.err()).contains("finished shards are kept");
    assertThat(root.raw("stopped").resolveSibling("runs")).doesNotExist();
    WorkerProcess.Ended ended = WorkerProcess.run(root, "run", "stopped");
    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.err()).contains("event=shard_reused");
    assertSameResults("stopped");
  }

  @Test
  void publishesOnceWhenTwoWorkersRunOneDataset() throws Exception {
    root.addLargeSample("doubled", TIMES);
    List<WorkerProcess> workers =
        List.of(
            WorkerProcess.start(root, "run", "doubled"),
            WorkerProcess.start(root, "run", "doubled"));
    for (WorkerProcess worker : workers) {
      WorkerProcess.Ended ended = worker.end();
      assertThat(ended.exit()).as(ended.err()).isZero();
    }
    try (Stream<Path> runs = Files.list(root.raw("doubled").resolveSibling("runs"))) {
      assertThat(runs).hasSize(1);
    }
    assertSameResults("doubled");
  }

  private static void assertSameResults(String dataset) throws IOException {
    RunFiles run = root.latestRun(dataset);
    assertThat(run.products()).hasSameBinaryContentAs(undisturbed.products());
    assertThat(run.review()).hasSameBinaryContentAs(undisturbed.review());
    assertThat(run.rejects()).hasSameBinaryContentAs(undisturbed.rejects());
    assertThat(run.changes()).hasSameBinaryContentAs(undisturbed.changes());
    assertThat(root.raw(dataset).resolveSibling("work")).doesNotExist();
  }
}
