package dev.totonoe.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A dictionary bundle on disk with a user's own table, from packing it to the delivered rows.
final class CodeListIT {
  private static final String PROFILE =
      """
      model: none
      dictionary: mine
      columns:
        - {name: 品番, kind: code}
        - {name: 産地, kind: list, normalise: {list: origin}}
        - {name: 区分, kind: list, normalise: {list: kind, reading: off}}
        - {name: メーカー, kind: maker}
      """;

  @TempDir private Path directory;

  private WorkerRoot root;

  @BeforeEach
  void dictionary() throws IOException {
    root = WorkerRoot.in(directory.resolve("root"));
    Path bundle = Files.createDirectories(root.directory().resolve("dictionaries/mine"));
    try (Stream<Path> tables = Files.list(Path.of("dictionaries/default"))) {
      for (Path table : tables.filter(file -> file.toString().contains("list-")).toList()) {
        Files.copy(table, bundle.resolve(table.getFileName()));
      }
    }
    Files.writeString(
        bundle.resolve("list-origin.csv"),
        "spelling,canonical\n北海道産,北海道\n青森県,青森県\n青森,青森県\nカリフォルニア州,アメリカ\n米国,アメリカ\n");
    Files.writeString(
        bundle.resolve("list-kind.csv"), "spelling,canonical\nコーヒー,01\n紅茶,02\n緑茶,03\n");
    Files.writeString(bundle.resolve("brands.csv"), "spelling,canonical\n戸隠堂㈱,戸隠堂\n明治乳業,明治\n");
    Files.writeString(bundle.resolve("userdict.csv"), "戸隠堂,戸隠堂,トガクレドウ,カスタム名詞\n");
  }

  @Test
  void deliversTheTablesWordsAndFlagsTheOthers() throws Exception {
    dataset(
        "first",
        """
        品番,産地,区分,メーカー,色,販売単位,冷凍対象,電話番号,郵便番号,ホームページ,メール
        A1,ほっかいどう,ｺｰﾋｰ,とがくれどう,黒,CS,有,0312345678,1000001,HTTPS://Example.JP/A,Info@Example.JP
        A2,青森,紅茶,明治乳業,BK,ヶ,無,03-1234-567,60001,example.jp,info(at)example.jp
        A3,ベイコク,珈琲,知らない会社,コバルト,ケース,対象外,(03)1234-5679,〒100-0002,http://example.jp/b,a@example.jp
        """);

    assertThat(run("pack", "dictionaries/mine").exit()).isZero();
    WorkerProcess.Ended ended = run("run", "first");

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(products("first"))
        .containsExactly(
            "品番,産地,区分,メーカー,色,販売単位,冷凍対象,電話番号,郵便番号,ホームページ,メール,review_reasons,source_file,source_line",
            "A1,北海道,01,戸隠堂,ブラック,ケース,○,03-1234-5678,100-0001,https://example.jp/A,Info@example.jp,,raw/items.csv,2",
            "A2,青森県,02,明治,ブラック,個,×,03-1234-567,60001,example.jp,info(at)example.jp,"
                + "phone_invalid;postal_code_invalid;url_invalid;email_invalid,raw/items.csv,3",
            "A3,アメリカ,珈琲,知らない会社,コバルト,ケース,×,03-1234-5679,100-0002,http://example.jp/b,a@example.jp,"
                + "list_unknown,raw/items.csv,4");
  }

  @Test
  void deliveredRowsComeBackAsTheyAre() throws Exception {
    dataset("first", "品番,産地,区分,メーカー,色\nA1,北海道産,ｺｰﾋｰ,とがくれどう,黒\nA2,不明,紅茶,明治,茶色\n");
    assertThat(run("pack", "dictionaries/mine").exit()).isZero();
    assertThat(run("run", "first").exit()).isZero();
    String products = String.join("\n", products("first")) + "\n";

    dataset("second", products);
    assertThat(run("run", "second").exit()).isZero();

    assertThat(products("second")).isEqualTo(products("first"));
  }

  @Test
  void refusesAProfileThatNamesATableWhichIsNotThere() throws Exception {
    dataset("first", "品番,産地,区分,メーカー\nA1,北海道,紅茶,明治\n");
    Files.delete(root.directory().resolve("dictionaries/mine/list-kind.csv"));
    assertThat(run("pack", "dictionaries/mine").exit()).isZero();

    WorkerProcess.Ended ended = run("run", "first");

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err())
        .contains("column 区分: the dictionary bundle has no list-kind.csv", "colour, origin, unit");
    assertThat(root.raw("first").resolveSibling("runs")).doesNotExist();
  }

  private WorkerProcess.Ended run(String... arguments) throws Exception {
    return WorkerProcess.run(root, arguments);
  }

  private void dataset(String name, String rows) throws IOException {
    root.add(name, "items.csv", rows.getBytes(StandardCharsets.UTF_8));
    Files.writeString(root.raw(name).resolveSibling("dataset.yaml"), PROFILE);
  }

  private List<String> products(String dataset) throws IOException {
    return Files.readAllLines(root.latestRun(dataset).products());
  }
}
