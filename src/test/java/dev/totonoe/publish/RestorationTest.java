package dev.totonoe.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.layout.RestoredFiles;
import dev.totonoe.profile.Profile;
import dev.totonoe.record.Change;
import dev.totonoe.record.Cleansed;
import dev.totonoe.record.Place;
import dev.totonoe.record.Product;
import dev.totonoe.record.Reject;
import dev.totonoe.record.RejectReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RestorationTest {
  @TempDir private Path directory;
  private PublishedRuns runs;

  @BeforeEach
  void makeDataset() throws IOException {
    runs = new PublishedRuns(directory);
    runs.raw("a.csv", "品名;価格\nＡ茶;１０円\n緑茶;5\n麦茶\n");
    runs.raw("b.csv", "備考,品名\n,紅茶\n");
  }

  private static Place a(int ordinal) {
    return new Place("raw/a.csv", ordinal, ordinal + 1L);
  }

  private static Product product(Place place, List<Change> changes, String... cells) {
    List<String> row =
        List.of(cells[0], cells[1], cells[2], "茶", "", place.file(), Long.toString(place.line()));
    return new Product(place, row, changes, List.of(), "", "");
  }

  private static final Cleansed FIRST =
      product(
          a(1),
          List.of(
              new Change(a(1), "品名", "width", "Ａ茶", "A茶"),
              new Change(a(1), "価格", "price", "１０円", "10円")),
          "A茶",
          "10円",
          "");
  private static final Cleansed SECOND = product(a(2), List.of(), "緑茶", "5", "");
  private static final Cleansed THIRD = new Reject(a(3), 0, RejectReason.TOO_FEW_CELLS, "m", "麦茶");
  private static final Place B = new Place("raw/b.csv", 1, 2);
  private static final Cleansed LAST = product(B, List.of(), "紅茶", "", "");

  private PublishedRun publish(Cleansed... records) throws IOException {
    return runs.publish(List.of(records), Profile.defaults());
  }

  private Restoration.Restored restore(PublishedRun run) {
    return new Restoration(run, target()).restore();
  }

  private RestoredFiles target() {
    return runs.dataset().restoredIn(directory.resolve("to"));
  }

  @Test
  void givesEachFileItsOwnColumnsInItsOwnOrder() throws IOException {
    Restoration.Restored restored = restore(publish(FIRST, SECOND, THIRD, LAST));
    assertThat(target().file("raw/a.csv")).hasContent("品名,価格\nＡ茶,１０円\n緑茶,5\n麦茶\n");
    assertThat(target().file("raw/b.csv")).hasContent("備考,品名\n,紅茶\n");
    assertThat(restored.uncut()).isEmpty();
    assertThat(restored.files())
        .containsExactly(
            new Restoration.Restored.File("raw/a.csv", target().file("raw/a.csv"), 2, 1),
            new Restoration.Restored.File("raw/b.csv", target().file("raw/b.csv"), 1, 0));
  }

  /// A raw text that opens a quote must not swallow the records behind it.
  @Test
  void keepsTextWithoutCellsTogetherInOneCell() throws IOException {
    Reject stray = new Reject(a(1), 1, RejectReason.STRAY_QUOTE, "m", "\"Ａ茶;１０円");
    Reject undecodable = new Reject(a(2), 1, RejectReason.UNDECODABLE, "m", "\\x81茶;5,5");
    Reject worded = new Reject(a(3), 1, RejectReason.GTIN_LOST, "m", "\"麦,茶\",1;2");
    Restoration.Restored restored = restore(publish(stray, undecodable, worded, LAST));
    assertThat(target().file("raw/a.csv"))
        .hasContent("品名,価格\n\"\"\"Ａ茶;１０円\"\n\"\\x81茶;5,5\"\n\"麦,茶\",1;2\n");
    assertThat(restored.uncut())
        .containsExactly(entry("stray_quote", 1L), entry("undecodable", 1L));
  }

  @Test
  void refusesAChangeThatDoesNotFitTheDeliveredCell() throws IOException {
    PublishedRun run =
        publish(
            product(a(1), List.of(new Change(a(1), "品名", "width", "Ａ茶", "B茶")), "A茶", "10円", ""),
            SECOND,
            THIRD,
            LAST);
    assertRefused(
        run,
        "raw/a.csv:2: 品名: expected the delivered cell \"B茶\", as changes.csv.gz has it, but found \"A茶\"");
  }

  @Test
  void refusesAChangeOfAColumnThatTheFileLacks() throws IOException {
    Change odd = new Change(B, "価格", "price", "１", "1");
    PublishedRun run = publish(FIRST, SECOND, THIRD, product(B, List.of(odd), "紅茶", "1", ""));
    assertRefused(run, "raw/b.csv:2: 価格: ", "but found no such column in raw/b.csv");
  }

  @Test
  void refusesAChangeOfARejectedRecord() throws IOException {
    Change odd = new Change(a(3), "品名", "width", "ＢＢ", "緑茶");
    PublishedRun run = publish(FIRST, product(a(2), List.of(odd), "緑茶", "5", ""), THIRD, LAST);
    assertRefused(run, "a change of record 3 of raw/a.csv, which was rejected");
  }

  @Test
  void refusesRowsThatBelongToAnotherFile() throws IOException {
    Product stranger = product(new Place("raw/z.csv", 9, 9), List.of(), "緑茶", "5", "");
    assertRefused(
        publish(FIRST, stranger, THIRD, LAST), "a row of raw/z.csv for record 2 of raw/a.csv");
  }

  @Test
  void refusesChangesOutOfOrder() throws IOException {
    Change ofFirst = new Change(a(1), "品名", "width", "Ａ茶", "A茶");
    Change ofSecond = new Change(a(2), "品名", "width", "緑 茶", "緑茶");
    PublishedRun run =
        publish(
            product(a(1), List.of(ofSecond), "A茶", "10円", ""),
            product(a(2), List.of(ofFirst), "緑茶", "5", ""),
            THIRD,
            LAST);
    assertRefused(run, "more rows than that, or rows in another order");
  }

  private void assertRefused(PublishedRun run, String... message) {
    assertThatThrownBy(() -> restore(run))
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessageContainingAll(message)
        .hasMessageEndingWith("run the dataset again with --force");
    assertThat(directory.resolve("to/raw")).isEmptyDirectory();
  }

  @Test
  void opensNoRunWhoseFilesAreNotWhatTheManifestSays() throws IOException {
    PublishedRun run = publish(FIRST, SECOND, THIRD, LAST);
    Files.writeString(run.files().review(), "mine");
    restore(PublishedRun.open(run.dataset(), run.name()));
    Files.writeString(run.files().rejects(), "x");
    assertThatThrownBy(() -> PublishedRun.open(run.dataset(), run.name()))
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessageContaining("rejects.csv: expected ")
        .hasMessageContaining("bytes but found 1");
  }
}
