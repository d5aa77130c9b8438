package dev.totonoe.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.record.Column;
import dev.totonoe.record.ColumnKind;
import dev.totonoe.record.DerivedColumn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class ColumnMappingTest {
  @Test
  void withoutAProfileTheColumnsAreAllHeadingsInOrderOfAppearance() {
    ColumnMapping mapping =
        resolve(
            look("raw/a.csv", List.of("品名", "価格"), List.of("りんご", "198円")),
            look("raw/b.csv", List.of("ＪＡＮ", "価 格", "品名"), List.of("4901777018686", "98", "柿")));

    assertThat(mapping.columns())
        .containsExactly(
            new Column("品名", ColumnKind.NAME),
            new Column("価格", ColumnKind.PRICE),
            new Column("ＪＡＮ", ColumnKind.GTIN));
    assertThat(mapping.files())
        .containsExactly(
            new FileMapping("raw/a.csv", List.of(0, 1, -1), Map.of()),
            new FileMapping("raw/b.csv", List.of(2, 1, 0), Map.of()));
    assertThat(mapping.files().getLast().arrange(List.of("j", "k", "n")))
        .containsExactly("n", "k", "j");
    assertThat(mapping.files().getFirst().arrange(List.of("n", "k"))).containsExactly("n", "k", "");
  }

  @Test
  void findsTheColumnsThatDescribeAProduct() {
    Profile profile =
        profile("{columns: [{name: 説明, from: [特徴]}], category: {description: [備 考, 特徴, 説明]}}");
    ColumnMapping mapping =
        ColumnMapping.resolve(
            profile, List.of(look("raw/a.csv", List.of("品名", "特徴", "備考"), List.of("柿", "", ""))));

    assertThat(mapping.columns()).extracting(Column::name).containsExactly("説明", "品名", "備考");
    assertThat(profile.descriptionColumns(mapping.columns())).containsExactly(2, 0);
  }

  @Test
  void refusesADescriptionThatNoFileHas() {
    Profile profile = profile("category: {description: [商品説明, zzzzzz, 品名]}");
    assertThatThrownBy(
            () ->
                ColumnMapping.resolve(
                    profile, List.of(look("raw/a.csv", List.of("品名", "商品の説明"), List.of("柿", "")))))
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessage(
            """
            dataset.yaml: category.description: no file has the heading "商品説明": looked in raw/a.csv; did you mean "商品の説明"?
            dataset.yaml: category.description: no file has the heading "zzzzzz": looked in raw/a.csv; headings there: "品名", "商品の説明\"""");
    assertThat(ColumnMapping.resolve(profile, List.of()).columns()).isEmpty();
  }

  @Test
  void theProfilesColumnsComeFirstAndTheOthersAreNotLost() {
    ColumnMapping mapping =
        ColumnMapping.resolve(
            profile("columns: [{name: 商品名, from: [品名], kind: text}, {name: 売価, from: [価格]}]"),
            List.of(
                look("raw/a.csv", List.of("備考", "価格", "品名"), List.of("x", "98", "柿")),
                look("raw/b.csv", List.of("商品名", "備考"), List.of("桃", "y"))));

    assertThat(mapping.columns())
        .containsExactly(
            new Column("商品名", ColumnKind.TEXT),
            new Column("売価", ColumnKind.PRICE),
            new Column("備考", ColumnKind.TEXT));
    assertThat(mapping.files())
        .extracting(FileMapping::sourceIndex)
        .containsExactly(List.of(2, 1, 0), List.of(0, -1, 1));
  }

  @Test
  void doubledAndEmptyHeadingsGetNamesOfTheirOwn() {
    ColumnMapping mapping = resolve(look("a", List.of("備考", " ", "備考", "備考_2", "\uFEFF商品名 ")));
    assertThat(mapping.columns())
        .extracting(Column::name)
        .containsExactly("備考", "column_2", "備考_3", "備考_2", "商品名");
  }

  @Test
  void aColumnThatNoFileHasIsAnErrorWithTheNearestHeading() {
    assertThatThrownBy(
            () ->
                ColumnMapping.resolve(
                    profile("columns: [{name: 商品名称}, {name: 価格}, {name: zzzzz, from: [yyyyy]}]"),
                    List.of(look("raw/a.csv", List.of("商品名", "価格")), look("raw/b.csv", List.of()))))
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessage(
            """
            dataset.yaml: columns[0]: no file has the heading "商品名称": looked in raw/a.csv, raw/b.csv; did you mean "商品名"?
            dataset.yaml: columns[2]: no file has the heading "zzzzz" or "yyyyy": looked in raw/a.csv, raw/b.csv; headings there: "商品名\"""");
  }

  @Test
  void aColumnForWhichOtherColumnsLeaveNoHeadingIsAnErrorThatSaysSo() {
    assertThatThrownBy(
            () ->
                ColumnMapping.resolve(
                    profile("columns: [{name: 商品名, from: [品名]}, {name: 価格}, {name: zzzzz}]"),
                    List.of(look("raw/a.csv", List.of("品名", "価格")))))
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessage(
            "dataset.yaml: columns[2]: no file has the heading \"zzzzz\": looked in raw/a.csv;"
                + " all headings there are used by other columns: remove this one, or move one of"
                + " their headings here");
  }

  @Test
  void twoHeadingsOfOneFileForOneColumnAreAnError() {
    assertThatThrownBy(
            () ->
                ColumnMapping.resolve(
                    profile("columns: [{name: 商品名, from: [品名]}]"),
                    List.of(look("raw/a.csv", List.of("品名", "商品名")))))
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessage(
            "raw/a.csv: the headings \"品名\" and \"商品名\" both mean the column \"商品名\""
                + " (columns[0] of dataset.yaml); keep one of them in its from");
  }

  @Test
  void emptyFilesHaveNoColumnsToMiss() {
    Profile profile = profile("columns: [{name: 商品名}]");
    assertThat(ColumnMapping.resolve(profile, List.of(look("raw/a.csv", List.of()))).columns())
        .containsExactly(new Column("商品名", ColumnKind.NAME));
    assertThat(ColumnMapping.resolve(profile, List.of()).columns()).hasSize(1);
    assertThat(resolve(look("raw/a.csv", List.of())).columns()).isEmpty();
  }

  @Test
  void theWorkersOwnColumnsAreNotTheUsers() {
    ColumnMapping mapping =
        resolve(
            look(
                "raw/products.csv",
                List.of("品名", "gtin_2", "gtin", "review_reasons", "source_file", "source_line")));
    assertThat(mapping.columns()).extracting(Column::name).containsExactly("品名", "gtin_2");
    assertThat(mapping.files().getFirst().derived())
        .isEqualTo(
            Map.of(
                DerivedColumn.GTIN, 2,
                DerivedColumn.REVIEW_REASONS, 3,
                DerivedColumn.SOURCE_FILE, 4,
                DerivedColumn.SOURCE_LINE, 5));
  }

  @Test
  void aUsersColumnWithAWorkersNameIsDeliveredUnderAnother() {
    List<String> header = List.of("gtin", "GTIN_STATUS", "source_line", "price_tax_2", "price_tax");
    ColumnMapping mapping = resolve(look("raw/a.csv", header));
    assertThat(mapping.columns())
        .extracting(Column::name)
        .containsExactly("gtin_2", "GTIN_STATUS", "source_line_2", "price_tax_2", "price_tax_3");
    assertThat(mapping.files().getFirst().derived()).isEmpty();

    ColumnMapping renamed =
        ColumnMapping.resolve(
            profile("columns: [{name: バーコード, from: [gtin]}]"), List.of(look("a", header)));
    assertThat(renamed.columns().getFirst().name()).isEqualTo("バーコード");
  }

  @Test
  void ofSeveralNamesTheSurestHeadingWins() {
    ColumnMapping mapping =
        resolve(look("a", List.of("品目", "商品名", "名称"), List.of("果物", "りんご", "ふじ")));
    assertThat(mapping.columns())
        .extracting(Column::kind)
        .containsExactly(ColumnKind.TEXT, ColumnKind.NAME, ColumnKind.TEXT);
  }

  @Test
  void aNameInTheProfileLeavesNoOther() {
    ColumnMapping mapping =
        ColumnMapping.resolve(
            profile("columns: [{name: 品目, kind: name}]"),
            List.of(look("a", List.of("商品名", "品目"), List.of("りんご", "果物"))));
    assertThat(mapping.columns())
        .containsExactly(new Column("品目", ColumnKind.NAME), new Column("商品名", ColumnKind.TEXT));
  }

  @Test
  void filesWithDifferentHeadingsKeepTheirOwnNames() {
    ColumnMapping mapping =
        resolve(
            look("a", List.of("商品名", "品目"), List.of("りんご", "果物")),
            look("b", List.of("品名"), List.of("柿")));
    assertThat(mapping.columns())
        .extracting(Column::kind)
        .containsExactly(ColumnKind.NAME, ColumnKind.TEXT, ColumnKind.NAME);
  }

  @Test
  void withoutHeadingsTheOnlyColumnOfDifferentWordsIsTheName() {
    List<List<String>> rows =
        IntStream.range(0, 20)
            .mapToObj(i -> List.of("" + i, "りんごジュース" + i, i % 2 == 0 ? "明治" : "森永"))
            .toList();
    List<String> header = List.of("column_1", "column_2", "column_3");
    assertThat(resolve(new FileLook("a", header, rows)).columns())
        .extracting(Column::kind)
        .containsExactly(ColumnKind.KEEP, ColumnKind.NAME, ColumnKind.TEXT);

    List<List<String>> unclear =
        rows.stream().map(row -> List.of(row.get(1), row.get(1), row.get(2))).toList();
    assertThat(resolve(new FileLook("a", header, unclear)).columns())
        .extracting(Column::kind)
        .containsExactly(ColumnKind.TEXT, ColumnKind.TEXT, ColumnKind.TEXT);
  }

  @Property(tries = 300)
  void noCellOfAnyFileIsLostOrTakenTwice(@ForAll("headers") List<List<String>> headers) {
    ColumnMapping mapping = resolve(looks(headers));
    for (int file = 0; file < headers.size(); file++) {
      FileMapping of = mapping.files().get(file);
      List<Integer> used =
          Stream.concat(
                  of.sourceIndex().stream().filter(index -> index != FileMapping.ABSENT),
                  of.derived().values().stream())
              .toList();
      assertThat(used)
          .containsExactlyInAnyOrderElementsOf(
              IntStream.range(0, headers.get(file).size()).boxed().toList());
      assertThat(of.sourceIndex()).hasSameSizeAs(mapping.columns());
    }
    List<String> names = mapping.columns().stream().map(Column::name).toList();
    assertThat(names.stream().map(Headings::fold)).doesNotHaveDuplicates();
    assertThat(names).noneMatch(name -> DerivedColumn.ofHeader(name).isPresent());
  }

  /// What `products.csv` has for a header gives the same columns again.
  @Property(tries = 300)
  void outputThatComesInAgainHasTheSameColumns(@ForAll("headers") List<List<String>> headers) {
    List<String> names = names(resolve(looks(headers)));
    List<String> output = new ArrayList<>(names);
    Collections.addAll(output, "content_amount", "gtin", "gtin_status", "review_reasons");
    Collections.addAll(output, "source_file", "source_line");
    ColumnMapping again = resolve(look("raw/products.csv", output));
    assertThat(names(again)).isEqualTo(names);
    assertThat(again.files().getFirst().derived()).hasSize(6);
  }

  @Provide
  Arbitrary<List<List<String>>> headers() {
    return Arbitraries.of(
            "gtin",
            "gtin_2",
            "GTIN",
            "source_file",
            "source_line",
            "review_reasons",
            "備考",
            "備 考",
            "備考_2",
            "",
            " ",
            "column_1",
            "column_3",
            "price_tax",
            "商品名",
            "品名")
        .list()
        .ofMaxSize(10)
        .list()
        .ofMaxSize(3);
  }

  private static List<String> names(ColumnMapping mapping) {
    return mapping.columns().stream().map(Column::name).toList();
  }

  private static FileLook[] looks(List<List<String>> headers) {
    return IntStream.range(0, headers.size())
        .mapToObj(i -> look("raw/" + i + ".csv", headers.get(i)))
        .toArray(FileLook[]::new);
  }

  private static ColumnMapping resolve(FileLook... looks) {
    return ColumnMapping.resolve(Profile.defaults(), List.of(looks));
  }

  private static Profile profile(String yaml) {
    return Profile.parse(yaml, "dataset.yaml");
  }

  private static FileLook look(String file, List<String> header) {
    return new FileLook(file, header, List.of());
  }

  private static FileLook look(String file, List<String> header, List<String> row) {
    return new FileLook(file, header, List.of(row));
  }
}
