package dev.totonoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.job.DryRun;
import dev.totonoe.record.Change;
import dev.totonoe.record.Place;
import dev.totonoe.record.Product;
import dev.totonoe.record.Reject;
import dev.totonoe.record.RejectReason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PreviewTextTest {
  private static final Place PLACE = new Place("raw/items.csv", 3, 12);

  @Test
  void showsWhatChangesAndWhatIsAppended() {
    Map<String, String> derived = new LinkedHashMap<>();
    derived.put("content_amount", "350");
    derived.put("content_unit", "ml");
    derived.put("price_amount", "120");
    derived.put("category_id", "150102");
    derived.put("category_path", "飲料 > 炭酸");
    derived.put("category_score", "0.9100");
    derived.put("category_source", "model");
    derived.put("category_status", "review");
    derived.put("category_candidates", "150102 0.91|150103 0.05");
    derived.put("category_reason", "model, veto keyword 茶");
    derived.put("review_reasons", "date_vague;category_doubtful");
    derived.put("source_file", "raw/items.csv");
    derived.put("source_line", "12");
    Product product =
        new Product(
            PLACE,
            List.of(),
            List.of(new Change(PLACE, "品名", "kana+spaces", "ｺｰﾗ\t", "コーラ")),
            List.of("date_vague", "category_doubtful"),
            "model",
            "review");
    assertThat(new PreviewText().of(new DryRun.Preview(product, derived)))
        .isEqualTo(
            """
            raw/items.csv:12
              品名: ｺｰﾗ\\t → コーラ   (kana+spaces)
              + content_amount 350, content_unit ml
              + price_amount 120
              category: 150102 飲料 > 炭酸 (review, by model, 0.9100): model, veto keyword 茶
              candidates: 150102 0.91|150103 0.05
              review: date_vague, category_doubtful
            """);
  }

  @Test
  void showsRejectsAndCounts() {
    PreviewText text = new PreviewText();
    Reject reject =
        new Reject(PLACE, 0, RejectReason.TOO_FEW_CELLS, "raw/items.csv:12: one\u0007", "茶,\"");
    assertThat(text.of(new DryRun.Preview(reject, Map.of())))
        .isEqualTo(
            """
            raw/items.csv:12
              rejected (too_few_cells): raw/items.csv:12: one\\u0007
              its text: 茶,"
            """);
    Product plain = new Product(PLACE, List.of(), List.of(), List.of(), "", "none");
    assertThat(text.of(new DryRun.Preview(plain, Map.of("category_status", "none"))))
        .isEqualTo("raw/items.csv:12\n  category: none\n");
    Map<String, String> sure =
        Map.of(
            "category_id", "150102",
            "category_path", "飲料",
            "category_source", "model",
            "category_status", "accepted",
            "category_score", "0.9900",
            "category_reason", "model");
    assertThat(new PreviewText().of(new DryRun.Preview(plain, sure)))
        .isEqualTo("raw/items.csv:12\n  category: 150102 飲料 (accepted, by model, 0.9900)\n");
    assertThat(text.end("x"))
        .isEqualTo(
            "x: of the first 2 records a run would deliver 1 (0 to review) and reject 1; nothing was written\n");
  }
}
