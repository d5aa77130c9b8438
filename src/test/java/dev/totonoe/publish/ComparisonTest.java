package dev.totonoe.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.totonoe.profile.Profile;
import dev.totonoe.publish.Difference.Kind;
import dev.totonoe.record.Cleansed;
import dev.totonoe.record.Place;
import dev.totonoe.record.Product;
import dev.totonoe.record.Reject;
import dev.totonoe.record.RejectReason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ComparisonTest {
  private static final String FILE = "raw/a.csv";

  @TempDir private Path directory;
  private PublishedRuns runs;

  @BeforeEach
  void makeDataset() throws IOException {
    runs = new PublishedRuns(directory);
    runs.raw("a.csv", "品名,価格\nＡ茶,1\n緑茶,2\n麦茶,3\n紅茶,4\n");
  }

  private static Place place(int ordinal) {
    return new Place(FILE, ordinal, ordinal + 1L);
  }

  private static Cleansed product(int ordinal, String name, String price, String category) {
    Place place = place(ordinal);
    List<String> row = List.of(name, price, category, "", FILE, Long.toString(place.line()));
    return new Product(place, row, List.of(), List.of(), "", "");
  }

  private static Cleansed reject(int ordinal, RejectReason reason) {
    return new Reject(place(ordinal), 0, reason, "m", "x");
  }

  private PublishedRun publish(Cleansed... records) throws IOException {
    return runs.publish(List.of(records), Profile.defaults());
  }

  @Test
  void tellsEveryCellAndEveryMove() throws IOException {
    PublishedRun first =
        publish(
            product(1, "A茶", "1", "飲料"),
            product(2, "緑茶", "2", "茶"),
            reject(3, RejectReason.GTIN_LOST),
            reject(4, RejectReason.GTIN_LOST));
    PublishedRun second =
        publish(
            product(1, "Ａ茶", "1", "茶"),
            reject(2, RejectReason.IMPOSSIBLE_DATE),
            product(3, "麦茶", "3", "茶"),
            reject(4, RejectReason.UNENCODABLE));
    List<Difference> told = new ArrayList<>();
    Path csv = directory.resolve("out/differences.csv");
    DifferenceCounts counts = new Comparison(first, second).compareInto(csv, told::add);
    assertThat(told)
        .containsExactly(
            new Difference(FILE, "2", Kind.CELL, "品名", "A茶", "Ａ茶"),
            new Difference(FILE, "2", Kind.CELL, "category_path", "飲料", "茶"),
            new Difference(FILE, "3", Kind.REJECTED, "", "delivered", "rejected: impossible_date"),
            new Difference(FILE, "4", Kind.DELIVERED, "", "rejected: gtin_lost", "delivered"),
            new Difference(
                FILE, "5", Kind.REASON, "", "rejected: gtin_lost", "rejected: unencodable"));
    assertThat(csv)
        .hasContent(
            """
            source_file,source_line,difference,column,before,after
            raw/a.csv,2,cell,品名,A茶,Ａ茶
            raw/a.csv,2,cell,category_path,飲料,茶
            raw/a.csv,3,rejected,,delivered,rejected: impossible_date
            raw/a.csv,4,delivered,,rejected: gtin_lost,delivered
            raw/a.csv,5,reason,,rejected: gtin_lost,rejected: unencodable
            """);
    assertThat(counts.compared()).isEqualTo(1);
    assertThat(counts.differing()).isEqualTo(1);
    assertThat(counts.told()).isEqualTo(5);
    assertThat(counts.byColumn()).containsExactly(entry("品名", 1L), entry("category_path", 1L));
    assertThat(counts.categories())
        .containsExactly(new DifferenceCounts.CategoryChange("飲料", "茶", 1));
    SetupChange setup = SetupChange.between(first.manifest(), second.manifest());
    assertThat(setup.worker()).isTrue();
    assertThat(setup.profile()).isFalse();
    assertThat(setup.inputs().isEmpty()).isTrue();
  }

  @Test
  void findsNothingBetweenARunAndItself() throws IOException {
    PublishedRun run =
        publish(
            product(1, "A茶", "1", ""),
            product(2, "緑茶", "2", ""),
            reject(3, RejectReason.GTIN_LOST),
            product(4, "紅茶", "4", ""));
    List<Difference> told = new ArrayList<>();
    DifferenceCounts counts = new Comparison(run, run).compare(told::add);
    assertThat(told).isEmpty();
    assertThat(counts.byKind()).isEmpty();
    assertThat(counts.compared()).isEqualTo(3);
    assertThat(counts.differing()).isZero();
  }

  /// The header was a record for the first profile: records keep their lines, not their numbers.
  @Test
  void matchesByLineWhereTheProfileCountsRecordsOtherwise() throws IOException {
    Profile headless = Profile.parse("input:\n  header: none\n", "p");
    List<Cleansed> all = new ArrayList<>();
    for (int ordinal = 1; ordinal <= 5; ordinal++) {
      Place place = new Place(FILE, ordinal, ordinal);
      List<String> row = List.of("n" + ordinal, "p", "", "", FILE, Integer.toString(ordinal));
      all.add(new Product(place, row, List.of(), List.of(), "", ""));
    }
    PublishedRun first = runs.publish(all, headless);
    PublishedRun second =
        publish(
            product(1, "n2", "p", "茶"),
            product(2, "n3", "p", ""),
            product(3, "n4", "p", ""),
            product(4, "n5", "p", ""));
    List<Difference> told = new ArrayList<>();
    DifferenceCounts counts = new Comparison(first, second).compare(told::add);
    assertThat(told)
        .containsExactly(
            new Difference(FILE, "1", Kind.GONE, "", "delivered", ""),
            new Difference(FILE, "2", Kind.CELL, "category_path", "", "茶"));
    assertThat(counts.compared()).isEqualTo(4);
    SetupChange.Changed columns =
        SetupChange.between(first.manifest(), second.manifest()).columns();
    assertThat(columns.onlyFirst()).containsExactly("column_1", "column_2");
    assertThat(columns.onlySecond()).containsExactly("価格", "品名");
  }

  @Test
  void comparesWhatMatchesByFileWhereTheInputsDiffer() throws IOException {
    PublishedRun first =
        publish(
            product(1, "A茶", "1", ""),
            product(2, "緑茶", "2", ""),
            product(3, "麦茶", "3", ""),
            product(4, "紅茶", "4", ""));
    runs.raw("a.csv", "品名,価格\nＡ茶,1\n");
    runs.raw("b.csv", "品名,価格\n白湯,0\n");
    Place other = new Place("raw/b.csv", 1, 2);
    Product added =
        new Product(
            other, List.of("白湯", "0", "", "", "raw/b.csv", "2"), List.of(), List.of(), "", "");
    PublishedRun second = publish(product(1, "A 茶", "1", ""), added);
    List<Difference> told = new ArrayList<>();
    DifferenceCounts counts = new Comparison(first, second).compare(told::add);
    assertThat(told)
        .extracting(Difference::kind)
        .containsExactly(Kind.CELL, Kind.GONE, Kind.GONE, Kind.GONE);
    assertThat(counts.of(Kind.NEW)).isEqualTo(1);
    assertThat(counts.told()).isEqualTo(4);
    SetupChange.Changed inputs = SetupChange.between(first.manifest(), second.manifest()).inputs();
    assertThat(inputs.changed()).containsExactly(FILE);
    assertThat(inputs.onlySecond()).containsExactly("raw/b.csv");
  }

  /// Their records name lines of another file, some of them more than once.
  @Test
  void matchesOutputThatCameInAgainByNumber() throws IOException {
    runs.raw(
        "a.csv",
        "品名,review_reasons,source_file,source_line\n茶,,raw/z.csv,9\n酢,,raw/z.csv,2\n油,,raw/z.csv,9\n");
    PublishedRun first = runs.publish(again("茶", "酢", "油"), Profile.defaults());
    PublishedRun second = runs.publish(again("茶", "酢", "油脂"), Profile.defaults());
    List<Difference> told = new ArrayList<>();
    new Comparison(first, second).compare(told::add);
    assertThat(told).containsExactly(new Difference(FILE, "#3", Kind.CELL, "品名", "油", "油脂"));
  }

  private static List<Cleansed> again(String... names) {
    List<Cleansed> records = new ArrayList<>();
    for (int i = 0; i < names.length; i++) {
      List<String> row = List.of(names[i], "", "", "raw/z.csv", i == 1 ? "2" : "9");
      records.add(new Product(place(i + 1), row, List.of(), List.of(), "", ""));
    }
    return records;
  }
}
