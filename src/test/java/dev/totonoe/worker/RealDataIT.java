package dev.totonoe.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.SharedData;
import dev.totonoe.layout.RunFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Lists of others, without a profile.
final class RealDataIT {
  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({"ds100knocks_product.csv,10030", "tsu_gomi_original_bom.csv,3984"})
  void losesNoRow(String file, long records) throws Exception {
    byte[] content = Files.readAllBytes(SharedData.find("csv/real/" + file));
    WorkerRoot root = WorkerRoot.in(directory.resolve("root"));
    root.add("list", file, content);
    WorkerProcess.Ended ended = WorkerProcess.run(root, "run", "list");
    assertThat(ended.exit()).as(ended.err()).isZero();
    RunFiles run = root.latestRun("list");
    JsonNode counts =
        JsonMapper.shared().readTree(Files.readAllBytes(run.manifest())).get("counts");
    assertThat(counts.get("rows").asLong()).isEqualTo(records);
    assertThat(counts.get("products").asLong()).isEqualTo(records);
    assertThat(root.raw("list").resolve(file)).hasBinaryContent(content);
  }

  @Test
  void inspectsAListIntoAProfileThatRuns() throws Exception {
    Path file = SharedData.find("csv/real/tsu_gomi_original_bom.csv");
    WorkerRoot root = WorkerRoot.in(directory.resolve("root"));
    root.add("list", "list.csv", Files.readAllBytes(file));
    WorkerProcess.Ended inspected = WorkerProcess.run(root, "inspect", "list");
    assertThat(inspected.exit()).as(inspected.err()).isZero();
    assertThat(inspected.out()).contains("encoding   utf-8", "品目", "kind: name");
    Files.writeString(root.raw("list").resolveSibling("dataset.yaml"), inspected.out());
    WorkerProcess.Ended ended = WorkerProcess.run(root, "run", "list");
    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("delivered    3,984");
  }
}
