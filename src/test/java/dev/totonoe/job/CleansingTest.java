package dev.totonoe.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.totonoe.categorise.Categoriser;
import dev.totonoe.categorise.ProductText;
import dev.totonoe.csv.Encoding;
import dev.totonoe.csv.LineEnd;
import dev.totonoe.csv.OutputFormat;
import dev.totonoe.normalise.RowNormaliser;
import dev.totonoe.normalise.Tables;
import dev.totonoe.profile.FileMapping;
import dev.totonoe.record.Change;
import dev.totonoe.record.Cleansed;
import dev.totonoe.record.Column;
import dev.totonoe.record.ColumnKind;
import dev.totonoe.record.DerivedColumn;
import dev.totonoe.record.Normalised;
import dev.totonoe.record.Place;
import dev.totonoe.record.Product;
import dev.totonoe.record.Record;
import dev.totonoe.record.Reject;
import dev.totonoe.record.RejectReason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CleansingTest {
  private static final Place PLACE = new Place("raw/b.csv", 4, 7);
  private static final List<Column> COLUMNS =
      List.of(new Column("品名", ColumnKind.CODE), new Column("JAN", ColumnKind.GTIN));

  /// The file has its columns the other way round.
  private static final FileMapping SWAPPED = new FileMapping("raw/b.csv", List.of(1, 0), Map.of());

  private static final OutputFormat SHIFT_JIS =
      new OutputFormat(Encoding.WINDOWS_31J, false, ',', LineEnd.CRLF);

  private static Cleansed cleanse(OutputFormat format, FileMapping mapping, String... cells) {
    RowNormaliser normaliser = RowNormaliser.of(COLUMNS, Tables.none());
    ProductColumns columns = new ProductColumns(COLUMNS, normaliser.derivedColumns(), List.of());
    Cleansing cleansing = new Cleansing(columns, normaliser, Optional.empty(), format);
    return cleansing.cleanse(List.of(new Record(PLACE, List.of(cells))), mapping).getFirst();
  }

  @Test
  void composesARowInTheDatasetsOrder() {
    Product product = (Product) cleanse(OutputFormat.standard(), SWAPPED, "４９０１２３４５６７８９４", "茶");
    assertThat(product.row())
        .containsExactly(
            "茶", "4901234567894", "4901234567894", "GTIN-13", "valid", "", "raw/b.csv", "7");
    assertThat(product.changes())
        .extracting(Change::column, Change::before, Change::after)
        .containsExactly(tuple("JAN", "４９０１２３４５６７８９４", "4901234567894"));
  }

  @Test
  void rejectsWithTheInputsOwnCellAndText() {
    Reject reject = (Reject) cleanse(OutputFormat.standard(), SWAPPED, "4.90178E+12", "茶,\"緑\"\n茶");
    assertThat(reject.reason()).isEqualTo(RejectReason.GTIN_LOST);
    assertThat(reject.column()).isEqualTo(1);
    assertThat(reject.message())
        .startsWith("raw/b.csv:7: JAN: expected the digits of a GTIN but found \"4.90178E+12\"");
    assertThat(reject.raw()).isEqualTo("4.90178E+12,\"茶,\"\"緑\"\"\n茶\"");
  }

  @Test
  void rejectsWhatTheOutputsEncodingLacks() {
    Reject reject = (Reject) cleanse(SHIFT_JIS, SWAPPED, "4901234567894", "🍵茶");
    assertThat(reject.reason()).isEqualTo(RejectReason.UNENCODABLE);
    assertThat(reject.message())
        .isEqualTo(
            "raw/b.csv:7: 品名: expected characters that windows-31j has but found \"🍵茶\"; write the output as"
                + " utf-8, or replace them");
    assertThat(cleanse(OutputFormat.standard(), SWAPPED, "4901234567894", "🍵茶"))
        .isInstanceOf(Product.class);
  }

  @Test
  void saysWhatTheRowsGtinNames() {
    Product product = (Product) cleanse(OutputFormat.standard(), SWAPPED, "4901234567894", "茶");
    assertThat(product.tradeItem().orElseThrow().gtin()).isEqualTo("4901234567894");
    assertThat(product.tradeItem().orElseThrow().file()).isEqualTo("raw/b.csv");
    assertThat(product.incomingReasons()).isEmpty();
  }

  @Test
  void comparesNoCodeThatNamesSomethingInOneShopOnlyOrNothing() {
    for (String code : List.of("2012345678903", "0212345678909", "21234569", "4901234567895", "")) {
      Product product = (Product) cleanse(OutputFormat.standard(), SWAPPED, code, "茶");
      assertThat(product.tradeItem()).as(code).isEmpty();
    }
  }

  @Test
  void tellsProductsApartByNameAndContentButNotBySpellingOrPrice() {
    String tea = description("お茶", "350ml", "100");
    assertThat(description("お 茶", "３５０ＭＬ", "120")).isEqualTo(tea);
    assertThat(description("お茶", "500ml", "100")).isNotEqualTo(tea);
    assertThat(description("麦茶", "350ml", "100")).isNotEqualTo(tea);
  }

  private static String description(String... nameContentPrice) {
    List<Column> columns =
        List.of(
            new Column("品名", ColumnKind.NAME),
            new Column("規格", ColumnKind.CONTENT),
            new Column("価格", ColumnKind.PRICE),
            new Column("JAN", ColumnKind.GTIN));
    RowNormaliser normaliser = RowNormaliser.of(columns, Tables.none());
    Cleansing cleansing =
        new Cleansing(
            new ProductColumns(columns, normaliser.derivedColumns(), List.of()),
            normaliser,
            Optional.empty(),
            OutputFormat.standard());
    List<String> cells = new ArrayList<>(List.of(nameContentPrice));
    cells.add("4901234567894");
    Product product =
        (Product)
            cleansing
                .cleanse(
                    List.of(new Record(PLACE, cells)),
                    new FileMapping("raw/b.csv", List.of(0, 1, 2, 3), Map.of()))
                .getFirst();
    return product.tradeItem().orElseThrow().description();
  }

  @Test
  void keepsTheFirstSourceOfOutputThatComesInAgainAndComputesTheRestAfresh() {
    FileMapping again =
        new FileMapping(
            "raw/b.csv",
            List.of(0, 1),
            Map.of(
                DerivedColumn.GTIN_STATUS, 2,
                DerivedColumn.REVIEW_REASONS, 3,
                DerivedColumn.SOURCE_FILE, 4,
                DerivedColumn.SOURCE_LINE, 5,
                DerivedColumn.CATEGORY_ID, 6));
    Product product =
        (Product)
            cleanse(
                OutputFormat.standard(),
                again,
                "茶",
                "4901234567894",
                "invalid",
                "formula",
                "raw/first.csv",
                "99",
                "1501");
    assertThat(product.row()).endsWith("valid", "", "raw/first.csv", "99");
    assertThat(product.changes())
        .containsExactlyInAnyOrder(
            new Change(PLACE, "gtin_status", "derived", "invalid", "valid"),
            new Change(PLACE, "category_id", "derived", "1501", ""));
    assertThat(product.incomingReasons()).contains("formula");
    assertThat(product.tradeItem().orElseThrow().file()).isEqualTo("raw/first.csv");
  }

  @Test
  void tellsWhatGaveTheCategory(@TempDir Path dictionary) throws Exception {
    Files.writeString(dictionary.resolve("taxonomy.csv"), "id,path,name\n10,食品,食品\n");
    Files.writeString(
        dictionary.resolve("rules.csv"),
        "kind,pattern,category_id\ngtin,4901234,10\nkeyword,ゔぃなー,10\n");
    List<Column> columns =
        List.of(new Column("品名", ColumnKind.NAME), new Column("JAN", ColumnKind.GTIN));
    RowNormaliser normaliser = RowNormaliser.of(columns, Tables.none());
    ProductColumns all = new ProductColumns(columns, normaliser.derivedColumns(), List.of());
    Cleansing cleansing =
        new Cleansing(
            all,
            normaliser,
            Optional.of(Categoriser.open(Optional.empty(), dictionary, OptionalDouble.empty())),
            SHIFT_JIS);
    List<Cleansed> cleansed =
        cleansing.cleanse(
            List.of(
                new Record(PLACE, List.of("茶", "４９０１２３４５６７８９４")),
                new Record(PLACE, List.of("ヴィナーソーセージ", "")),
                new Record(PLACE, List.of("茶", ""))),
            new FileMapping("raw/b.csv", List.of(0, 1), Map.of()));

    assertThat(cell(all, cleansed.getFirst(), "category_id")).isEqualTo("10");
    assertThat(cell(all, cleansed.getFirst(), "category_reason")).isEqualTo("gtin 4901234");
    assertThat(cell(all, cleansed.getFirst(), "category_candidates")).isEmpty();
    // windows-31j has no ゔ (U+3094).
    assertThat(cell(all, cleansed.get(1), "category_reason")).isEqualTo("keyword ?ぃなー");
    assertThat(cell(all, cleansed.getLast(), "category_status")).isEqualTo("none");
    assertThat(cell(all, cleansed.getLast(), "category_reason")).isEqualTo("no rule");
  }

  private static String cell(ProductColumns columns, Cleansed cleansed, String heading) {
    return ((Product) cleansed).row().get(columns.header().indexOf(heading));
  }

  @Test
  void theDescriptionIsTheTextOfItsColumnsInTheProfilesOrder() {
    List<Column> columns =
        List.of(
            new Column("特徴", ColumnKind.TEXT),
            new Column("品名", ColumnKind.NAME),
            new Column("素材", ColumnKind.TEXT),
            new Column("備考", ColumnKind.TEXT));
    ProductColumns all = new ProductColumns(columns, List.of(), List.of(3, 0, 2));
    Normalised row =
        new Normalised(
            PLACE,
            List.of("軽い", "椅子", "", "組立式"),
            Map.of(DerivedColumn.GTIN, "4901234567894"),
            List.of(),
            List.of());

    assertThat(all.text(row))
        .isEqualTo(new ProductText("椅子", "", "", "", "組立式 軽い", "4901234567894"));
  }
}
