package dev.totonoe.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.csv.Dialect;
import dev.totonoe.csv.Encoding;
import dev.totonoe.csv.LineEnd;
import dev.totonoe.csv.Sniffed;
import dev.totonoe.profile.Inspection.InspectedFile;
import dev.totonoe.record.ColumnKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class InspectionTest {
  private static final Dialect DIALECT = new Dialect(Encoding.WINDOWS_31J, 0, ',', LineEnd.CRLF, 2);

  @Test
  void describesFilesAndColumnsAndProposesAProfile() {
    InspectedFile first =
        new InspectedFile(
            "raw/items.csv",
            new Sniffed(
                DIALECT,
                List.of("商品名", "ＪＡＮ", "売価"),
                List.of("商品一覧\t2026年"),
                List.of(
                    List.of("ﾐﾙｸｺｰﾋｰ\n500ml", "4901777018686", "198円"),
                    List.of("とてもとても長い名前のりんごジュース", "4901234567894", ""))));
    InspectedFile second =
        new InspectedFile(
            "raw/more.csv",
            new Sniffed(
                new Dialect(Encoding.UTF_8, 6, '\t', LineEnd.LF, 1),
                List.of("品名", "売 価"),
                List.of(),
                List.of(List.of("柿", "98"))));

    assertThat(Inspection.describe(Profile.defaults(), List.of(first, second)))
        .isEqualTo(
            """
            # raw/items.csv
            #   encoding   windows-31j
            #   delimiter  comma
            #   line end   crlf
            #   header     line 2
            #   title      商品一覧\\t2026年
            #   columns    3
            #
            # raw/more.csv
            #   encoding   utf-8 with a byte order mark of 6 bytes
            #   delimiter  tab
            #   line end   lf
            #   header     line 1
            #   columns    2
            #
            # heading  kind   why                              examples
            # 商品名   name   the heading, 100 % of the cells  ﾐﾙｸｺｰﾋｰ\\n500ml | とてもとても長…
            # ＪＡＮ   gtin   the heading, 100 % of the cells  4901777018686 | 4901234567894
            # 売価     price  the heading, 100 % of the cells  198円 | 98
            # 品名     name   the heading, 100 % of the cells  柿
            #
            # "商品名" and "品名" are both of kind name and never stand in one file: the profile below makes one column of them
            #
            # A profile to start from; save it as dataset.yaml:
            model: default
            dictionary: default
            input:
              encoding: auto
              delimiter: auto
              header: auto
            columns:
              - name: 商品名
                from: [品名]
                kind: name
              - name: ＪＡＮ
                kind: gtin
              - name: 売価
                kind: price
            output:
              encoding: utf-8
              delimiter: comma
              line_end: lf
            """);
  }

  @Test
  void saysThatNoColumnIsTheName() {
    InspectedFile file =
        new InspectedFile(
            "raw/p.csv",
            new Sniffed(DIALECT, List.of("unit_price"), List.of(), List.of(List.of("198"))));
    assertThat(Inspection.describe(Profile.defaults(), List.of(file)))
        .contains(
            "# raw/p.csv: no column looks like the product's name, so categories cannot be assigned"
                + " by it; if one is, give it `kind: name`\n");
  }

  @Test
  void anEmptyFileHasNoColumns() {
    InspectedFile file =
        new InspectedFile("raw/e.csv", new Sniffed(DIALECT, List.of(), List.of(), List.of()));
    String text = Inspection.describe(Profile.defaults(), List.of(file));
    assertThat(text).contains("# no columns: the input is empty\n");
    assertThat(Profile.parse(text, "d.yaml")).isEqualTo(Profile.defaults());
  }

  @Test
  void keepsWhatTheProfileSays() {
    Profile profile =
        Profile.parse(
            "model: none\ncolumns: [{name: 商品名, from: [品名, 品 目]}]\noutput: {line_end: crlf}",
            "d.yaml");
    InspectedFile file =
        new InspectedFile(
            "raw/p.csv",
            new Sniffed(DIALECT, List.of("備考", "品名"), List.of(), List.of(List.of("x", "柿"))));
    Profile proposed = Inspection.propose(profile, List.of(file));
    assertThat(proposed.model()).isEqualTo("none");
    assertThat(proposed.output()).isEqualTo(profile.output());
    assertThat(proposed.columns())
        .containsExactly(
            new ColumnRule("商品名", List.of("品名", "品 目"), Optional.of(ColumnKind.NAME)),
            new ColumnRule("備考", List.of(), Optional.of(ColumnKind.TEXT)));
  }

  @Test
  void columnsThatAProfileCannotNameAreLeftOut() {
    for (List<String> header :
        List.of(
            List.of("商".repeat(1001)), IntStream.range(0, 2001).mapToObj(i -> "h" + i).toList())) {
      InspectedFile file =
          new InspectedFile("raw/p.csv", new Sniffed(DIALECT, header, List.of(), List.of()));
      String text = Inspection.describe(Profile.defaults(), List.of(file));
      assertThat(text)
          .contains(
              "# The columns are too many, or their headings too long, to be named in a profile.\n");
      assertThat(Profile.parse(text, "d.yaml")).isEqualTo(Profile.defaults());
    }
  }

  @Property(tries = 300)
  void theWholeTextReadsBackAsTheProposedProfile(@ForAll("files") List<InspectedFile> files) {
    Profile proposed = Inspection.propose(Profile.defaults(), files);
    String text = Inspection.describe(Profile.defaults(), files);
    assertThat(Profile.parse(text, "d.yaml")).isEqualTo(proposed);

    List<FileLook> looks = files.stream().map(InspectedFile::look).toList();
    ColumnMapping with = ColumnMapping.resolve(proposed, looks);
    ColumnMapping without = ColumnMapping.resolve(Profile.defaults(), looks);
    assertThat(with.columns()).hasSizeLessThanOrEqualTo(without.columns().size());
    for (int i = 0; i < files.size(); i++) {
      assertThat(with.files().get(i).derived()).isEqualTo(without.files().get(i).derived());
      assertThat(kindsByCell(with, i)).isEqualTo(kindsByCell(without, i));
    }
  }

  private static Map<Integer, ColumnKind> kindsByCell(ColumnMapping mapping, int file) {
    List<Integer> index = mapping.files().get(file).sourceIndex();
    return IntStream.range(0, index.size())
        .filter(i -> index.get(i) != FileMapping.ABSENT)
        .boxed()
        .collect(Collectors.toMap(index::get, i -> mapping.columns().get(i).kind()));
  }

  @Provide
  Arbitrary<List<InspectedFile>> files() {
    Arbitrary<String> headings =
        Arbitraries.oneOf(
            Arbitraries.of(
                "gtin",
                "gtin_2",
                "source_file",
                "source_line",
                "review_reasons",
                "備考",
                "備 考",
                "",
                "column_1",
                "商品名",
                "品名",
                "JAN",
                "価格",
                "メーカー",
                "規格",
                "a: b # c",
                "\"",
                "l1\nl2",
                "\u0000",
                "\u2028"),
            Arbitraries.strings().ofMaxLength(4).filter(InspectionTest::isWellFormed));
    Arbitrary<String> cells =
        Arbitraries.of("りんご", "198円", "4901777018686", "500g", "", "a\u001b[31m", "x\ny", "\uD800");
    return headings
        .list()
        .ofMaxSize(6)
        .flatMap(
            header ->
                cells
                    .list()
                    .ofSize(header.size())
                    .list()
                    .ofMaxSize(3)
                    .map(rows -> new Sniffed(DIALECT, header, List.of("t\u0007itle"), rows)))
        .list()
        .ofMaxSize(3)
        .map(
            list ->
                IntStream.range(0, list.size())
                    .mapToObj(i -> new InspectedFile("raw/" + i + "\n.csv", list.get(i)))
                    .toList());
  }

  private static boolean isWellFormed(String text) {
    return text.codePoints().noneMatch(p -> p >= 0xD800 && p <= 0xDFFF);
  }
}
