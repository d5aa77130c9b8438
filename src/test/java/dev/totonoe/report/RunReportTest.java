package dev.totonoe.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.record.Change;
import dev.totonoe.record.Column;
import dev.totonoe.record.ColumnKind;
import dev.totonoe.record.Place;
import dev.totonoe.record.Product;
import dev.totonoe.record.Reject;
import dev.totonoe.record.RejectReason;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class RunReportTest {
  private static final Place PLACE = new Place("raw/a.csv", 1, 2);

  private static Tally shard() {
    Tally.Counter counter = new Tally.Counter();
    counter.count(
        new Product(
            PLACE,
            List.of("茶"),
            List.of(new Change(PLACE, "<品名>", "width+kana", "ﾁｬ", "茶")),
            List.of("formula", "date_vague"),
            "model",
            "accepted"));
    counter.count(new Product(PLACE, List.of("紙"), List.of(), List.of(), "", "none"));
    counter.count(new Reject(PLACE, 0, RejectReason.STRAY_QUOTE, "m", "\"紙"));
    return counter.tally();
  }

  private static RunReport report(Tally tally) {
    return new RunReport(
        "<x>",
        "0123456789abcdef",
        "f",
        "1",
        List.of(new RunReport.Input("raw/a.csv", 10, "utf-8", "comma", 0, 4, 3)),
        List.of(new Column("<品名>", ColumnKind.NAME)),
        List.of("review_reasons"),
        tally);
  }

  @Test
  void countsAProductThatIsFoundOutLaterOnce() {
    Tally.Counter late = new Tally.Counter();
    late.countLate("gtin_repeated", true);
    late.countLate("gtin_conflict", false);
    late.count(new Change(PLACE, "review_reasons", "derived", "", "gtin_repeated"));
    Tally tally = shard().plus(late.tally());
    assertThat(tally.products()).isEqualTo(2);
    assertThat(tally.review()).isEqualTo(2);
    assertThat(tally.reviewByReason())
        .containsOnlyKeys("date_vague", "formula", "gtin_conflict", "gtin_repeated");
    assertThat(tally.changes()).isEqualTo(2);
    assertThat(tally.changesByRule()).containsEntry("derived", 1L);
  }

  @Test
  void addsShardsUp() {
    Tally tally = Tally.zero().plus(shard()).plus(shard());
    assertThat(tally.rows()).isEqualTo(6);
    assertThat(tally.products()).isEqualTo(4);
    assertThat(tally.review()).isEqualTo(2);
    assertThat(tally.rejectsByReason()).containsExactly(java.util.Map.entry("stray_quote", 2L));
    assertThat(tally.reviewByReason()).containsKeys("date_vague", "formula");
    assertThat(tally.changesByRule()).containsKeys("kana", "width").hasSize(2);
    assertThat(tally.categoriesBySource()).containsExactly(java.util.Map.entry("model", 2L));
    assertThat(tally.categoriesByStatus()).containsKeys("accepted", "none");
  }

  @Test
  void writesTheSameJsonForTheSameResults() {
    byte[] json = report(shard()).json();
    assertThat(report(shard()).json()).isEqualTo(json);
    JsonNode tree = JsonMapper.shared().readTree(json);
    assertThat(tree.at("/tally/rejectsByReason/stray_quote").asInt()).isEqualTo(1);
    assertThat(tree.at("/inputs/0/encoding").asString()).isEqualTo("utf-8");
  }

  @Test
  void writesAPageInWhichNothingFromTheInputIsMarkup() {
    String page = report(shard()).html();
    assertThat(page).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
    assertThat(page).contains("&lt;品名&gt;", "<h1>&lt;x&gt;</h1>").doesNotContain("<品名>");
    assertThat(page).doesNotContain("<script", "http://", "https://");
  }

  @Test
  void saysNoneWhereNothingHappened() {
    assertThat(report(Tally.zero()).html()).contains("<b>0</b>rows in", "none</p>");
  }
}
