package dev.totonoe.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.normalise.ContentReading.Status;
import dev.totonoe.record.Column;
import dev.totonoe.record.ColumnKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What name and specification say together.
final class RowContentTest {
  private static final List<Column> COLUMNS =
      List.of(new Column("商品名", ColumnKind.NAME), new Column("規格", ColumnKind.CONTENT));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // one speaks
        "緑茶 | 500ml×24本 | 500 ml × 24 本",
        "緑茶 500ml×24本 | | 500 ml × 24 本",
        "緑茶 500ml×24本 | ペットボトル | 500 ml × 24 本",
        "緑茶 | ペットボトル | none",
        // both say the same, in more or fewer words
        "緑茶 500ml | 500ml | 500 ml × 1",
        "緑茶 500ml | 500ml×24本 | 500 ml × 24 本",
        "緑茶 500ml×24本 | 500ml | 500 ml × 24 本",
        "豆腐 300g | 150g×2 | 150 g × 2",
        "にぎり 10貫 | 1パック | 10 貫",
        "納豆 50g×2 | 50g 2 | 50 g × 2",
        "ペーパー 12ロール | 12ロール×8 | 96 ロール",
        // each says a part
        "緑茶 500ml | 24本 | 500 ml × 24 本",
        "緑茶 24本 | 500ml | 500 ml × 24 本",
        "【3個セット】歯磨き粉 | 120g | 120 g × 3 個",
        // one is ambiguous, the other settles it
        "豆腐 150g 3個パック | 150g×3個 | 150 g × 3 個",
        "チョリソー 85g×2 | 85g 2 | 85 g × 2",
        // what the name is of changes what the specification says
        "電気ケトル | 1.2L | none",
        "ダンベル | 5kg | none",
        "SDカード | 32G | none",
        "ドライイースト | 6G | 6 g × 1",
        "選べるギフト | 500g | 500 g × 1",
        // a shape is no count
        "トイレットペーパーホルダー 2連 | 1個 | 1 個",
        // open
        "ティラミス3個パック 100g | 100g | ambiguous: content_ambiguous",
        "ごま豆腐 3連 | 300g | ambiguous: content_ambiguous",
        "ツナ 2缶パック | 300g | 300 g × 2 缶",
        "ツナ 2個束 | 180g | ambiguous: content_ambiguous",
        "チーズ 7枚入 | 120g | ambiguous: content_ambiguous",
        "緑茶 500ml | 450g/400g | ambiguous: content_ambiguous",
        "5kgまたは10kg | 5kg×2袋 | ambiguous: content_ambiguous",
        "よりどり3個 500g | 500g | ambiguous: content_ambiguous",
        // contradictions
        "緑茶 525ml | 500ml×24本 | ambiguous: content_conflict",
        "緑茶 500ml | 500g | ambiguous: content_conflict",
        "ビール 4本 | 6本×4 | ambiguous: content_conflict",
        "天然水 2ケース | 500ml×24本 | ambiguous: content_conflict",
        "スポンジ3個入 | 10個 | ambiguous: content_conflict",
      })
  void readsNameAndSpecificationAsOneStatement(String name, String specification, String expected) {
    String cell = Optional.ofNullable(specification).orElse("");
    assertThat(told(COLUMNS, List.of(name, cell))).isEqualTo(expected);
  }

  @Test
  void takesNoCountFromTheColumnThatCountsACase() {
    List<Column> columns =
        List.of(
            new Column("商品名", ColumnKind.NAME),
            new Column("入数", ColumnKind.CONTENT),
            new Column("規格", ColumnKind.CONTENT));

    assertThat(told(columns, List.of("緑茶 500ml", "24本", ""))).isEqualTo("500 ml × 1");
    assertThat(told(columns, List.of("緑茶", "20入", "500ml"))).isEqualTo("500 ml × 1");
  }

  private static String told(List<Column> columns, List<String> cells) {
    RowContent.Answer answer = new RowContent(columns).of(cells);
    ContentReading reading = answer.reading();
    assertThat(answer.reason().isPresent()).isEqualTo(reading.status() == Status.AMBIGUOUS);
    String amount =
        reading
            .amount()
            .map(each -> each.toPlainString() + " " + reading.base().unit() + " × ")
            .orElse("");
    String count = reading.count().map(BigDecimal::toPlainString).orElse("");
    return switch (reading.status()) {
      case EXACT -> (amount + count + " " + reading.countUnit()).strip();
      case AMBIGUOUS -> "ambiguous: " + answer.reason().map(ReviewReason::word).orElse("");
      case NONE -> "none";
    };
  }
}
