package dev.totonoe.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The worker as process 1 of a container, which the kernel spares a SIGTERM that it has no handler
/// for: it ends in time in each of its steps.
final class ProcessOneIT {
  /// Enough that no step is over before the signal arrives.
  private static final int TIMES = 8;

  @TempDir private Path directory;
  private WorkerRoot root;

  @BeforeEach
  void makeRoot() throws Exception {
    Superuser.assume();
    root = WorkerRoot.in(directory.resolve("root"));
    root.addLargeSample("x", TIMES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"run_started", "assets_staged", "plan_ready", "shard_finished"})
  void endsInTimeAfter(String event) throws Exception {
    WorkerProcess worker = WorkerProcess.startUnder(root, Superuser.asProcessOne(), "run", "x");
    worker.awaitEvent(event);
    WorkerProcess.Ended ended = worker.terminate();
    assertThat(ended.exit()).as(ended.err()).isEqualTo(4);
    assertThat(ended.elapsed()).isLessThan(Duration.ofSeconds(5));
    assertThat(ended.err()).contains("the same command goes on from there");
    assertThat(root.raw("x").resolveSibling("runs")).doesNotExist();
  }
}
