package dev.totonoe.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.totonoe.csv.Encoding;
import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.failure.InputFailure;
import dev.totonoe.failure.Interruption;
import dev.totonoe.layout.AssetName;
import dev.totonoe.layout.DatasetFiles;
import dev.totonoe.layout.Root;
import dev.totonoe.layout.Sha256;
import dev.totonoe.profile.Profile;
import dev.totonoe.record.Column;
import dev.totonoe.record.ColumnKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlannerTest {
  private static final WorkerVersion WORKER = new WorkerVersion("1", "c0de");

  @TempDir private Path directory;
  private Path raw;
  private Path scratch;

  @BeforeEach
  void makeDataset() throws IOException {
    raw = Files.createDirectories(directory.resolve("datasets/x/raw"));
    scratch = Files.createDirectory(directory.resolve("scratch"));
  }

  private Plan plan() {
    return plan(Profile.defaults());
  }

  private Plan plan(Profile profile) {
    return new Planner(dataset(), profile, RunPart.WHOLE, scratch, () -> false)
        .plan(List.of(), WORKER);
  }

  private DatasetFiles dataset() {
    return Root.of(directory).dataset(AssetName.of("dataset", "x"));
  }

  private static String rows(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "緑茶ペットボトル%d,%d\n".formatted(i, 100 + i))
        .collect(Collectors.joining("", "商品名,価格\n", ""));
  }

  @Test
  void looksAtEveryInput() throws IOException {
    byte[] shiftJis = "価格,商品名\n200,麦茶\n".getBytes(Charset.forName("windows-31j"));
    Files.writeString(raw.resolve("a.csv"), rows(3));
    Files.write(raw.resolve("b.csv"), shiftJis);
    Plan plan = plan();
    assertThat(plan.columns())
        .containsExactly(new Column("商品名", ColumnKind.NAME), new Column("価格", ColumnKind.PRICE));
    assertThat(plan.records()).isEqualTo(4);
    PlannedInput second = plan.inputs().get(1);
    assertThat(second.shown()).isEqualTo("raw/b.csv");
    assertThat(second.dialect().encoding()).isEqualTo(Encoding.WINDOWS_31J);
    assertThat(second.sha256()).isEqualTo(Sha256.of(shiftJis));
    assertThat(second.bytes()).isEqualTo(shiftJis.length);
    assertThat(second.mapping().arrange(List.of("200", "麦茶"))).containsExactly("麦茶", "200");
  }

  @Test
  void cutsALargeInputIntoShardsThatCoverItsRecordsOnce() throws IOException {
    Files.writeString(raw.resolve("a.csv"), rows(20_000));
    Plan plan = plan();
    assertThat(plan.shards()).hasSizeGreaterThan(3);
    long ordinal = 1;
    for (Shard shard : plan.shards()) {
      assertThat(shard.index()).isEqualTo(plan.shards().indexOf(shard));
      assertThat(shard.span().firstOrdinal()).isEqualTo(ordinal);
      assertThat(shard.span().length()).isLessThan(Planner.SHARD_BYTES_MIN + 1_000);
      ordinal += shard.span().records();
    }
    assertThat(ordinal - 1).isEqualTo(20_000);
  }

  @Test
  void unpacksACompressedInputOnScratchButProvesItAsItStands() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(rows(1_000).getBytes(StandardCharsets.UTF_8));
    }
    Files.write(raw.resolve("a.csv.gz"), packed.toByteArray());
    PlannedInput input = plan().inputs().getFirst();
    assertThat(input.sha256()).isEqualTo(Sha256.of(packed.toByteArray()));
    assertThat(input.bytes()).isEqualTo(packed.size());
    assertThat(input.content()).startsWith(scratch).hasContent(rows(1_000));
    assertThat(input.totals().records()).isEqualTo(1_000);
  }

  @Test
  void plansNoShardForAnEmptyFileAndForAHeaderAlone() throws IOException {
    Files.writeString(raw.resolve("a.csv"), "");
    Files.writeString(raw.resolve("b.csv"), "商品名,価格\r\n");
    Plan plan = plan();
    assertThat(plan.shards()).isEmpty();
    assertThat(plan.columns()).extracting(Column::name).containsExactly("商品名", "価格");
  }

  @Test
  void givesTheSamePlanTwiceAndAnotherFingerprintForAnyDifference() throws IOException {
    Files.writeString(raw.resolve("a.csv"), rows(10));
    Plan plan = plan();
    assertThat(plan()).isEqualTo(plan);
    String otherWorker =
        new Planner(dataset(), Profile.defaults(), RunPart.WHOLE, scratch, () -> false)
            .plan(List.of(), new WorkerVersion("1", "other"))
            .fingerprint();
    String otherProfile = plan(Profile.parse("output:\n  line_end: crlf\n", "p")).fingerprint();
    Files.move(raw.resolve("a.csv"), raw.resolve("b.csv"));
    String otherName = plan().fingerprint();
    Files.writeString(raw.resolve("b.csv"), rows(11));
    String otherContent = plan().fingerprint();
    assertThat(List.of(plan.fingerprint(), otherWorker, otherProfile, otherName, otherContent))
        .doesNotHaveDuplicates();
  }

  @Test
  void stopsWhenAsked() throws IOException {
    Files.writeString(raw.resolve("a.csv"), rows(10));
    Planner planner =
        new Planner(dataset(), Profile.defaults(), RunPart.WHOLE, scratch, () -> true);
    assertThatThrownBy(() -> planner.plan(List.of(), WORKER)).isInstanceOf(Interruption.class);
  }

  @Test
  void refusesAProfileThatNamesAColumnNobodyHas() throws IOException {
    Files.writeString(raw.resolve("a.csv"), rows(10));
    Profile profile = Profile.parse("columns:\n  - name: 品番\n", "datasets/x/dataset.yaml");
    assertThatThrownBy(() -> plan(profile))
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessageContaining("品番");
  }

  @Test
  void refusesADamagedCompressedInput() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(rows(1_000).getBytes(StandardCharsets.UTF_8));
    }
    Files.write(
        raw.resolve("a.csv.gz"), java.util.Arrays.copyOf(packed.toByteArray(), packed.size() / 2));
    assertThatThrownBy(this::plan)
        .isInstanceOf(InputFailure.class)
        .hasMessageContaining("expected intact gzip data");
  }

  @Test
  void sharesWhatItReadUntilTheInputChanges() throws IOException {
    Path file = raw.resolve("a.csv");
    Files.writeString(file, rows(40_000));
    Plan alone = plan();
    assertThat(sharedPlan(1)).isEqualTo(alone);
    Path kept = dataset().sharedScans().getFirst();
    Files.writeString(
        kept, Files.readString(kept).replace(alone.inputs().getFirst().sha256(), "x"));
    assertThat(sharedPlan(2).inputs().getFirst().sha256()).isEqualTo("x");

    Files.setLastModifiedTime(file, Files.getLastModifiedTime(file));
    assertThat(sharedPlan(3)).isEqualTo(alone);
    assertThat(dataset().sharedScans()).hasSize(2);
  }

  @Test
  void sharesNothingOfACompressedInputWhichEachWorkerUnpacks() throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(raw.resolve("a.csv.gz")))) {
      out.write(rows(10).getBytes(StandardCharsets.UTF_8));
    }
    assertThat(sharedPlan(1)).isEqualTo(plan());
    assertThat(dataset().sharedScans()).isEmpty();
  }

  private Plan sharedPlan(int index) {
    return new Planner(dataset(), Profile.defaults(), new RunPart(index, 4), scratch, () -> false)
        .plan(List.of(), WORKER);
  }
}
