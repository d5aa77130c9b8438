package dev.totonoe.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.layout.RunFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Cleansing what was cleansed changes nothing: for whole runs, with all columns that the worker
/// appends.
final class RepeatedCleansingIT {
  @TempDir private Path directory;

  @Test
  void deliversCleansedOutputAsItCame() throws Exception {
    WorkerRoot root = WorkerRoot.in(directory.resolve("root"));
    root.addSample("first");
    assertThat(WorkerProcess.run(root, "run", "first").exit()).isZero();
    RunFiles first = root.latestRun("first");

    root.add("second", "products.csv", Files.readAllBytes(first.products()));
    Files.copy(
        root.raw("first").resolveSibling("dataset.yaml"),
        root.raw("second").resolveSibling("dataset.yaml"));
    WorkerProcess.Ended ended = WorkerProcess.run(root, "run", "second");
    assertThat(ended.exit()).as(ended.err()).isZero();
    RunFiles second = root.latestRun("second");
    assertThat(changes(second)).hasLineCount(1);
    assertThat(second.rejects()).content().hasLineCount(1);
    assertThat(second.products()).hasSameBinaryContentAs(first.products());
    assertThat(second.review()).hasSameBinaryContentAs(first.review());
  }

  private static String changes(RunFiles run) throws Exception {
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(run.changes()))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
