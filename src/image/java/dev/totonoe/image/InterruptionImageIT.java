package dev.totonoe.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A container that goes in the middle of a run leaves its finished shards to the next, which has
/// an empty scratch and publishes what an undisturbed run would.
final class InterruptionImageIT {
  /// 27,208 rows in 22 shards.
  private static final int TIMES = 8;

  private static final int SHARDS = 22;
  private static final int KILLED = 128 + 9;

  private static MountedRoot undisturbed;

  @BeforeAll
  static void runUndisturbed() throws Exception {
    undisturbed = MountedRoot.create().withSample(TIMES);
    undisturbed.runOutside();
  }

  @Test
  void stopsOnSigtermAndGoesOnInAnotherContainer() throws Exception {
    MountedRoot root = MountedRoot.create().withSample(TIMES);
    Container container = Container.locked(BuiltImage.RUN, "65532:65532").memory("1g");
    Container.Running running =
        container.data(root.directory()).emptyScratch().start("run", "sample");
    running.awaitEvent("shard_finished");

    Container.Ended stopped = running.terminate();

    assertThat(stopped.exit()).as(stopped.err()).isEqualTo(4);
    assertThat(stopped.elapsed()).isLessThan(Duration.ofSeconds(5));
    assertThat(stopped.err()).contains("event=stop_requested ", "finished shards are kept");
    assertGoesOn(root, container);
  }

  @Test
  void goesOnAfterTheKernelKilledItForMemory() throws Exception {
    MountedRoot root = MountedRoot.create().withSample(TIMES);
    Container container =
        Container.locked(BuiltImage.RUN, "65532:65532")
            .memory("1g")
            .javaOptions("-Xms600m -Xmx600m -XX:+AlwaysPreTouch");
    Container.Running running =
        container.data(root.directory()).emptyScratch().start("run", "sample");
    running.awaitEvent("shard_finished");

    // Together they have more than the limit; the kernel kills the larger one, the worker.
    running.crowd("500m");
    Container.Ended killed = running.end();

    assertThat(killed.exit()).as(killed.err()).isEqualTo(KILLED);
    assertThat(killed.err()).doesNotContain("stop_requested", "run_failed", "OutOfMemoryError");
    assertGoesOn(root, container);
  }

  private static void assertGoesOn(MountedRoot root, Container container) throws Exception {
    List<Path> finished = root.shards();
    assertThat(finished).hasSizeBetween(1, SHARDS - 1);
    assertThat(root.dataset().latestRun()).isEmpty();

    Container.Ended ended = container.data(root.directory()).emptyScratch().run("run", "sample");

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.err().lines().filter(line -> line.contains("event=shard_reused ")))
        .hasSameSizeAs(finished);
    assertThat(ended.err().lines().filter(line -> line.contains("event=shard_finished ")))
        .hasSize(SHARDS - finished.size());
    root.assertSameRunAs(undisturbed);
  }
}
