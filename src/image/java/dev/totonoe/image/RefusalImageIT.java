package dev.totonoe.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What is mounted wrongly is said in one sentence, before any work, and with the exit code that
/// makes a cluster try again.
final class RefusalImageIT {
  private static MountedRoot root;
  private static MountedRoot others;

  @BeforeAll
  static void makeRoots() throws Exception {
    root = MountedRoot.create().withSample(1);
    others = MountedRoot.create().withLockedSample();
  }

  @Test
  void refusesARootOfSomebodyElse() throws Exception {
    Container.Ended ended = locked().data(others.directory()).emptyScratch().run("run", "sample");

    assertRefused(
        ended,
        """
        datasets/sample: expected a directory that the worker may write but found permission denied \
        (the worker is user 65532:65532, and /data/datasets/sample belongs to 0:0 with rwxr-xr-x); \
        let the worker run as its owner""");
  }

  @Test
  void refusesARootThatIsMountedReadOnly() throws Exception {
    Container.Ended ended =
        locked()
            .with("--volume", root.directory() + ":/data:ro")
            .emptyScratch()
            .run("run", "sample");

    assertRefused(
        ended,
        """
        datasets/sample: expected a directory that the worker may write but found Read-only file \
        system; mount it for writing""");
  }

  @Test
  void refusesToWorkWithoutScratch() throws Exception {
    Container.Ended ended = locked().data(root.directory()).run("run", "sample");

    assertRefused(
        ended,
        """
        scratch /scratch: expected a directory on local disk that the worker may write but found \
        Read-only file system; mount one there (docker run --tmpfs /scratch""");
  }

  private static Container locked() {
    return Container.locked(BuiltImage.RUN, "65532:65532");
  }

  private static void assertRefused(Container.Ended ended, String sentence) {
    assertThat(ended.exit()).as(ended.err()).isEqualTo(5);
    assertThat(ended.err().lines().filter(line -> line.startsWith("totonoe: ")))
        .singleElement()
        .asString()
        .startsWith("totonoe: " + sentence);
    assertThat(ended.err()).doesNotContain("Exception", "\tat ");
    assertThat(ended.out()).isEmpty();
  }
}
