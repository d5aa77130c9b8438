package dev.totonoe.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The worker as a user of a container: without name and home, and mostly not the owner of what is
/// mounted. What it may not do it says before it begins, with both users and what to do.
final class OtherUserIT {
  private static final byte[] LIST = "商品名,価格\nりんご,100\n".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path directory;
  private WorkerRoot root;
  private Path dataset;

  @BeforeEach
  void makeRoot() throws IOException {
    Superuser.assume();
    mode(directory, "rwxr-xr-x");
    root = WorkerRoot.in(directory.resolve("root"));
    root.add("x", "list.csv", LIST);
    dataset = root.raw("x").getParent();
    Superuser.giveToWorker(dataset);
    Superuser.giveToWorker(Files.createDirectory(root.scratch()));
  }

  private static void mode(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  private static void giveBack(Path path) throws IOException {
    Files.setAttribute(path, "unix:uid", 0);
    Files.setAttribute(path, "unix:gid", 0);
  }

  private WorkerProcess.Ended run(String... arguments) throws Exception {
    return WorkerProcess.startUnder(root, Superuser.asWorker(), arguments).end();
  }

  private void assertRefused(List<String> launcher, String... message) throws Exception {
    WorkerProcess.Ended ended = WorkerProcess.startUnder(root, launcher, "run", "x").end();
    assertThat(ended.exit()).as(ended.err()).isEqualTo(5);
    assertThat(ended.err()).contains(message).doesNotContain("\tat ");
    assertThat(dataset.resolve("runs")).doesNotExist();
    assertThat(dataset.resolve("latest")).doesNotExist();
  }

  private static String denied(Path place, String permissions) {
    return "permission denied (the worker is user 65532:65532, and %s belongs to 0:0 with %s)"
        .formatted(place, permissions);
  }

  @Test
  void needsNoNameAndNoHome() throws Exception {
    for (String command : List.of("run", "verify", "inspect", "restore")) {
      WorkerProcess.Ended ended = run(command, "x");
      assertThat(ended.exit()).as(ended.err()).isZero();
    }
  }

  @Test
  void aDatasetOfAnotherUser() throws Exception {
    giveBack(dataset);
    assertRefused(
        Superuser.asWorker(),
        "totonoe: datasets/x: expected a directory that the worker may write but found "
            + denied(dataset, "rwxr-xr-x")
            + "; let the worker run as its owner (docker run --user \"$(id -u):$(id -g)\"");
    try (Stream<Path> found = Files.list(dataset)) {
      assertThat(found).containsExactly(root.raw("x"));
    }
  }

  @Test
  void anUnfinishedRunOfAnotherUser() throws Exception {
    Path work = Files.createDirectory(dataset.resolve("work"));
    assertRefused(Superuser.asWorker(), "totonoe: datasets/x/work: ", denied(work, "rwxr-xr-x"));
  }

  @Test
  void aListThatOnlyItsOwnerMayRead() throws Exception {
    Path list = root.raw("x").resolve("list.csv");
    giveBack(list);
    mode(list, "rw-------");
    assertRefused(
        Superuser.asWorker(),
        "totonoe: datasets/x/raw/list.csv: cannot be read: " + denied(list, "rw-------"));
  }

  @Test
  void aModelThatOnlyItsOwnerMayRead() throws Exception {
    Path models = root.directory().resolve("models");
    mode(models, "rwx------");
    assertRefused(
        Superuser.asWorker(),
        "totonoe: models/default/manifest.json: cannot be read: " + denied(models, "rwx------"));
  }

  @Test
  void aRootThatOnlyItsOwnerMayEnter() throws Exception {
    mode(root.directory(), "rwx------");
    assertRefused(
        Superuser.asWorker(),
        "totonoe: root %s: cannot be read: ".formatted(root.directory())
            + denied(root.directory(), "rwx------"));
  }

  @Test
  void aScratchOfAnotherUser() throws Exception {
    giveBack(root.scratch());
    assertRefused(
        Superuser.asWorker(),
        "totonoe: scratch %s: expected a directory on local disk that the worker may write but found "
                .formatted(root.scratch())
            + denied(root.scratch(), "rwxr-xr-x")
            + "; mount one there (docker run --tmpfs %s".formatted(root.scratch()));
  }

  @Test
  void aScratchTooSmallForAnything() throws Exception {
    assertRefused(
        Superuser.withMount("mount -t tmpfs -o size=40m tmpfs \"$0\"", root.scratch()),
        "totonoe: scratch %s: expected at least 67,108,864 bytes free but found 41,943,040; "
            .formatted(root.scratch()),
        "emptyDir's sizeLimit");
  }

  @Test
  void aRootMountedReadOnly() throws Exception {
    assertRefused(
        Superuser.withMount(
            "mount --bind \"$0\" \"$0\" && mount -o remount,ro,bind \"$0\"", root.directory()),
        "totonoe: datasets/x: expected a directory that the worker may write but found Read-only file system; mount it for writing (docker run -v without :ro");
  }
}
