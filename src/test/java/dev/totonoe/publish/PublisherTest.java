package dev.totonoe.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.totonoe.csv.Encoding;
import dev.totonoe.csv.LineEnd;
import dev.totonoe.csv.OutputFormat;
import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.QualityFailure;
import dev.totonoe.layout.AssetName;
import dev.totonoe.layout.DatasetFiles;
import dev.totonoe.layout.Root;
import dev.totonoe.layout.RunFiles;
import dev.totonoe.layout.RunName;
import dev.totonoe.layout.ShardFiles;
import dev.totonoe.plan.Plan;
import dev.totonoe.plan.Planner;
import dev.totonoe.plan.RunPart;
import dev.totonoe.plan.Shard;
import dev.totonoe.plan.WorkerVersion;
import dev.totonoe.profile.Profile;
import dev.totonoe.record.Change;
import dev.totonoe.record.Place;
import dev.totonoe.record.Product;
import dev.totonoe.record.Reject;
import dev.totonoe.record.RejectReason;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PublisherTest {
  private static final WorkerVersion WORKER = new WorkerVersion("1", "c0de");
  private static final List<String> HEADER = List.of("品名", "review_reasons");
  private static final List<String> DERIVED = List.of("review_reasons");

  @TempDir private Path directory;
  private DatasetFiles dataset;
  private Plan plan;
  private RunName run;
  private ShardStore store;

  @BeforeEach
  void planThreeRecords() throws IOException {
    Path raw = Files.createDirectories(directory.resolve("datasets/x/raw"));
    Files.writeString(raw.resolve("a.csv"), "品名\nＡ茶\n緑茶\n麦茶,余\n");
    dataset = Root.of(directory).dataset(AssetName.of("dataset", "x"));
    plan =
        new Planner(dataset, Profile.defaults(), RunPart.WHOLE, directory, () -> false)
            .plan(List.of(), WORKER);
    run = RunName.of(plan.fingerprint(), 1);
    store = new ShardStore(dataset.work(run));
  }

  private static Place place(int ordinal) {
    return new Place("raw/a.csv", ordinal, ordinal + 1L);
  }

  private static Product product(int ordinal, String name, List<Change> changes, String... review) {
    List<String> reasons = List.of(review);
    return new Product(
        place(ordinal), List.of(name, String.join(";", reasons)), changes, reasons, "", "");
  }

  private ShardWriter openShard() throws IOException {
    return ShardWriter.open(shard(), scratchFiles(), OutputFormat.standard(), HEADER);
  }

  private ShardFiles scratchFiles() {
    return new ShardFiles(directory.resolve("scratch"));
  }

  private Shard shard() {
    return plan.shards().getFirst();
  }

  private void finishShard() throws IOException {
    try (ShardWriter writer = openShard()) {
      writer.write(
          product(
              1, "A茶", List.of(new Change(place(1), "品名", "width+kana", "Ａ茶", "A茶")), "formula"));
      writer.write(product(2, "緑茶", List.of()));
      writer.write(
          new Reject(
              place(3), 2, RejectReason.TOO_MANY_CELLS, "raw/a.csv:4: too many", "麦茶,\"余\""));
      writer.finish();
    }
    store.keep(shard(), scratchFiles());
  }

  private Publisher publisher(Profile profile) {
    return new Publisher(dataset, run, profile, WORKER, directory);
  }

  private void publish() {
    publisher(Profile.defaults()).publish(plan, List.of(), HEADER, DERIVED);
  }

  @Test
  void publishesAllFilesAtOnceAndTidiesUp() throws IOException {
    finishShard();
    publish();
    RunFiles files = dataset.run(run);
    assertThat(files.products()).hasContent("品名,review_reasons\nA茶,formula\n緑茶,");
    assertThat(files.review()).hasContent("品名,review_reasons,correct_category\nA茶,formula,");
    assertThat(files.rejects())
        .hasContent(
            """
            source_file,source_line,source_record,column,reason,message,raw
            raw/a.csv,4,3,2,too_many_cells,raw/a.csv:4: too many,"麦茶,""余\"""
            """);
    assertThat(changes(files))
        .isEqualTo(
            """
            source_file,source_line,source_record,column,rule,before,after
            raw/a.csv,2,1,品名,width+kana,Ａ茶,A茶
            """);
    assertThat(files.reportJson()).content().contains("\"too_many_cells\" : 1");
    assertThat(files.reportHtml()).content().contains("<b>3</b>rows in");
    assertThat(dataset.latestRun()).contains(run);
    assertThat(directory.resolve("datasets/x/work")).doesNotExist();
    assertThat(Verification.of(dataset, run).damages()).isEmpty();
  }

  @Test
  void onlyTheReviewHasAColumnForCorrectionsInWhateverFormItIsWritten() throws IOException {
    OutputFormat excel = new OutputFormat(Encoding.WINDOWS_31J, false, '\t', LineEnd.CRLF);
    try (ShardWriter writer = ShardWriter.open(shard(), scratchFiles(), excel, HEADER)) {
      writer.write(product(1, "表示\t\"ソ\"\r\n品", List.of(), "formula"));
      writer.write(product(2, "能", List.of(), "formula", "shifted"));
      writer.write(product(3, "茶", List.of()));
      writer.finish();
    }
    store.keep(shard(), scratchFiles());
    publisher(
            Profile.parse(
                "output: {encoding: windows-31j, delimiter: tab, line_end: crlf}", "d.yaml"))
        .publish(plan, List.of(), HEADER, DERIVED);

    RunFiles files = dataset.run(run);
    Charset shiftJis = Charset.forName("windows-31j");
    String odd = "\"表示\t\"\"ソ\"\"\r\n品\"";
    assertThat(Files.readString(files.review(), shiftJis))
        .isEqualTo(
            "品名\treview_reasons\tcorrect_category\r\n"
                + odd
                + "\tformula\t\r\n能\tformula;shifted\t\r\n");
    assertThat(Files.readString(files.products(), shiftJis))
        .isEqualTo("品名\treview_reasons\r\n" + odd + "\tformula\r\n能\tformula;shifted\r\n茶\t\r\n");
  }

  private static String changes(RunFiles files) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(files.changes()))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void refusesAShardThatLostARecord() throws IOException {
    try (ShardWriter writer = openShard()) {
      writer.write(product(1, "A茶", List.of()));
      assertThatThrownBy(writer::finish)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("shard 0: 3 records were planned but 1 came out");
    }
  }

  @Test
  void refusesAMissingShardAndPublishesNothing() {
    assertThatThrownBy(this::publish)
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessageContaining("shard 0 is missing or damaged");
    assertThat(dataset.run(run).directory()).doesNotExist();
  }

  @Test
  void refusesAndRemovesADamagedShardSoThatItIsDoneAgain() throws IOException {
    finishShard();
    Path products = dataset.work(run).shard(0).products();
    Files.writeString(products, Files.readString(products).replace("緑茶", "紅茶"));
    assertThatThrownBy(this::publish)
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessageContaining("products.csv of shard 0: expected SHA-256")
        .hasMessageEndingWith("the shard was removed: run it again");
    assertThat(store.finished(shard())).isEmpty();
    assertThat(dataset.run(run).directory()).doesNotExist();
    finishShard();
    publish();
    assertThat(dataset.run(run).isPublished()).isTrue();
  }

  @Test
  void refusesDamagedNotesBeforeItUsesThem() throws IOException {
    finishShard();
    Path notes = dataset.work(run).shard(0).rows();
    byte[] bytes = Files.readAllBytes(notes);
    bytes[0] = 0x7F;
    Files.write(notes, bytes);
    assertThatThrownBy(this::publish)
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessageContaining("rows.bin of shard 0: expected SHA-256");
    assertThat(store.finished(shard())).isEmpty();
  }

  @Test
  void doesNotTakeACutOffShardForAFinishedOne() throws IOException {
    finishShard();
    Path rejects = dataset.work(run).shard(0).rejects();
    Files.writeString(rejects, "");
    assertThat(store.finished(shard())).isEmpty();
    finishShard();
    assertThat(store.finished(shard())).isPresent();
  }

  @Test
  void leavesTheFirstPublishersRunAlone() throws IOException {
    finishShard();
    publish();
    byte[] manifest = Files.readAllBytes(dataset.run(run).manifest());
    finishShard();
    publish();
    assertThat(dataset.run(run).manifest()).hasBinaryContent(manifest);
    assertThat(directory.resolve("datasets/x/work")).doesNotExist();
  }

  @Test
  void mendsLatestAfterACrashBetweenPublishingAndTidyingUp() throws IOException {
    finishShard();
    publish();
    Files.delete(dataset.latest());
    finishShard();
    publisher(Profile.defaults()).finish();
    assertThat(dataset.latestRun()).contains(run);
    assertThat(directory.resolve("datasets/x/work")).doesNotExist();
  }

  @Test
  void allowsRejectsUpToTheProfilesLimitAndNotOneMore() throws IOException {
    finishShard();
    Profile tooStrict = Profile.parse("quality:\n  rejects_max: 33%\n", "p");
    assertThatThrownBy(() -> publisher(tooStrict).publish(plan, List.of(), HEADER, DERIVED))
        .isInstanceOf(QualityFailure.class)
        .hasMessageContaining("1 of 3 records were rejected (33.3 %)")
        .hasMessageContaining("too_many_cells=1");
    assertThat(dataset.run(run).directory()).doesNotExist();
    Profile enough = Profile.parse("quality:\n  rejects_max: 34%\n", "p");
    publisher(enough).publish(plan, List.of(), HEADER, DERIVED);
    assertThat(dataset.run(run).isPublished()).isTrue();
  }
}
