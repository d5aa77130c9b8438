package dev.totonoe.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.csv.OutputFormat;
import dev.totonoe.csv.Span;
import dev.totonoe.layout.ShardFiles;
import dev.totonoe.layout.WorkFiles;
import dev.totonoe.plan.Shard;
import dev.totonoe.record.Place;
import dev.totonoe.record.Product;
import dev.totonoe.record.Reject;
import dev.totonoe.record.RejectReason;
import dev.totonoe.record.TradeItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GtinCheckTest {
  private static final String GTIN = "4901234567894";
  private static final Optional<TradeItem> NOTHING = Optional.empty();

  @TempDir private Path directory;
  private int stores;

  private static Optional<TradeItem> item(String gtin, String file, String description) {
    return Optional.of(new TradeItem(gtin, file, description));
  }

  /// The words for each product of the shards, `-` for none.
  @SafeVarargs
  private List<String> words(int claimsMax, int partsMax, List<Optional<TradeItem>>... shards)
      throws IOException {
    Path own = Files.createDirectory(directory.resolve("store-" + stores++));
    ShardStore store = new ShardStore(new WorkFiles(own.resolve("work")));
    List<ShardResult> results = new ArrayList<>();
    for (List<Optional<TradeItem>> items : shards) {
      results.add(write(store, results.size(), items, own.resolve("scratch")));
    }
    List<String> words = new ArrayList<>();
    try (GtinMarks marks = new GtinCheck(store, own, claimsMax, partsMax).marks(results)) {
      long products = results.stream().mapToLong(result -> result.tally().products()).sum();
      for (long product = 0; product < products; product++) {
        words.add(marks.of(product).map(GtinReason::word).orElse("-"));
      }
    }
    return words;
  }

  private static ShardResult write(
      ShardStore store, int index, List<Optional<TradeItem>> items, Path scratch)
      throws IOException {
    Place place = new Place("raw/a.csv", 1, 2);
    Shard shard = new Shard(index, 0, new Span(index, 1, 1, 1, items.size() + 1, 0));
    ShardFiles files = new ShardFiles(scratch);
    try (ShardWriter writer =
        ShardWriter.open(shard, files, OutputFormat.standard(), List.of("review_reasons"))) {
      for (Optional<TradeItem> item : items) {
        writer.write(
            new Product(place, List.of(""), List.of(), List.of(), "", "", item, Optional.empty()));
      }
      writer.write(new Reject(place, 0, RejectReason.EMPTY_RECORD, "", ""));
      ShardResult result = writer.finish();
      store.keep(shard, files);
      return result;
    }
  }

  @Test
  void tellsRepetitionFromContradiction() throws IOException {
    assertThat(
            words(
                10,
                10,
                List.of(
                    item(GTIN, "a", "茶"),
                    item("4912345678904", "a", "塩"),
                    item(GTIN, "a", "茶"),
                    item("49123456", "a", "紙"))))
        .containsExactly("gtin_repeated", "-", "gtin_repeated", "-");
    assertThat(
            words(
                10, 10, List.of(item(GTIN, "a", "茶"), item(GTIN, "a", "茶"), item(GTIN, "a", "紅茶"))))
        .containsExactly("gtin_conflict", "gtin_conflict", "gtin_conflict");
  }

  @Test
  void findsTheSameGtinInAnotherShardButNotInAnotherFile() throws IOException {
    assertThat(
            words(
                10,
                10,
                List.of(item(GTIN, "a", "茶"), NOTHING),
                List.of(),
                List.of(NOTHING, item(GTIN, "b", "紅茶"), item(GTIN, "a", "茶"))))
        .containsExactly("gtin_repeated", "-", "-", "-", "gtin_repeated");
  }

  @Test
  void takesALeadingZeroForNoDifference() throws IOException {
    assertThat(words(10, 10, List.of(item(GTIN, "a", "茶"), item("0" + GTIN, "a", "茶"))))
        .containsExactly("gtin_repeated", "gtin_repeated");
  }

  @Test
  void aRunWithoutProductsHasNoMarks() throws IOException {
    assertThat(words(1, 1)).isEmpty();
    assertThat(words(1, 1, List.of())).isEmpty();
  }

  /// A limit may decide how much is held at once, never what is found.
  @Test
  void findsTheSameForEveryLimitAndEveryCut() throws IOException {
    Random random = new Random(1);
    List<Optional<TradeItem>> items = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String gtin = "490123456%04d".formatted(random.nextInt(30));
      String file = "file" + random.nextInt(2);
      items.add(random.nextInt(10) == 0 ? NOTHING : item(gtin, file, "name" + random.nextInt(2)));
    }
    List<String> expected = naive(items);
    assertThat(expected).contains("-", "gtin_repeated", "gtin_conflict");
    for (int claimsMax : List.of(1, 2, 59, 60, 61)) {
      for (int partsMax : List.of(1, 2, 100)) {
        int cut = random.nextInt(61);
        assertThat(words(claimsMax, partsMax, items.subList(0, cut), items.subList(cut, 60)))
            .as("claims %d, parts %d, cut %d", claimsMax, partsMax, cut)
            .isEqualTo(expected);
      }
    }
  }

  private static List<String> naive(List<Optional<TradeItem>> items) {
    Map<List<String>, List<TradeItem>> groups =
        items.stream()
            .flatMap(Optional::stream)
            .collect(Collectors.groupingBy(item -> List.of(item.gtin(), item.file())));
    return items.stream()
        .map(
            item ->
                item.map(found -> groups.get(List.of(found.gtin(), found.file())))
                    .filter(group -> group.size() > 1)
                    .map(
                        group ->
                            group.stream().map(TradeItem::description).distinct().count() > 1
                                ? "gtin_conflict"
                                : "gtin_repeated")
                    .orElse("-"))
        .toList();
  }
}
