package dev.totonoe.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.DebianSources;
import dev.totonoe.assets.Bundle;
import dev.totonoe.layout.AtomicFiles;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A system dictionary from Debian's sources with a word of a user's own, from compiling it to the
/// delivered rows.
final class SystemDictionaryIT {
  private static final Charset EUC_JP = Charset.forName("EUC-JP");
  private static final String PROFILE =
      """
      model: default
      dictionary: mine
      columns:
        - {name: 商品名, kind: name}
        - {name: 蔵元, kind: list, normalise: {list: brewery}}
      """;

  @TempDir private Path directory;

  private WorkerRoot root;
  private Path sources;
  private Path bundle;

  @BeforeEach
  void sourcesWithAWordOfTheirOwn() throws IOException {
    sources = directory.resolve("ipadic");
    WorkerRoot.copyTree(DebianSources.ipadic(), sources);
    Files.writeString(
        sources.resolve("Own.csv"),
        "戸隠堂,1288,1288,1000,名詞,固有名詞,一般,*,*,*,戸隠堂,トガクレドウ,トガクレドー\n",
        EUC_JP);
    root = WorkerRoot.in(directory.resolve("root"));
    bundle = Files.createDirectories(root.directory().resolve("dictionaries/mine"));
    Files.writeString(bundle.resolve("list-brewery.csv"), "spelling,canonical\n戸隠堂,戸隠堂\n");
    root.add("list", "items.csv", "商品名,蔵元\n純米酒 720ml,とがくれどう\n".getBytes(StandardCharsets.UTF_8));
    Files.writeString(root.raw("list").resolveSibling("dataset.yaml"), PROFILE);
  }

  @Test
  void compilesStagesAndUsesIt() throws Exception {
    assertThat(run("pack", "dictionaries/mine").exit()).isZero();
    assertThat(run("run", "list").exit()).isZero();
    assertThat(products()).as("the built-in dictionary").contains("とがくれどう").doesNotContain("戸隠堂");
    String before = root.latestRun("list").directory().getFileName().toString();

    WorkerProcess.Ended packed =
        run("pack", "dictionaries/mine", "--system-dictionary", sources.toString());
    assertThat(packed.exit()).as(packed.err()).isZero();
    assertThat(packed.out())
        .contains("dictionaries/mine/system: 392,128 words, read as ipadic in EUC-JP")
        .contains("dictionaries/mine: 9 files");
    assertThat(Files.readString(bundle.resolve("manifest.json")))
        .contains("\"system/TokenInfoDictionary$fst.dat\"");
    assertThat(Files.list(bundle)).noneMatch(file -> file.getFileName().toString().startsWith("."));

    WorkerProcess.Ended ended = run("run", "list");
    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(root.latestRun("list").directory().getFileName().toString())
        .as("another fingerprint")
        .isNotEqualTo(before);
    assertThat(products()).contains("戸隠堂").doesNotContain("とがくれどう");

    damage(bundle.resolve("system/TokenInfoDictionary$buffer.dat"));
    WorkerProcess.Ended differs = run("run", "list");
    assertThat(differs.exit()).isEqualTo(5);
    assertThat(differs.err())
        .contains("dictionaries/mine/system/TokenInfoDictionary$buffer.dat: expected SHA-256");

    WorkerProcess.Ended refused = run("pack", "dictionaries/mine");
    assertThat(refused.exit()).isEqualTo(5);
    assertThat(refused.err())
        .contains("TokenInfoDictionary$buffer.dat: the compiled system dictionary is damaged: ")
        .doesNotContain("\tat ");

    Bundle.pack(bundle, "dictionaries/mine", "mine"); // a manifest that vouches for the damage
    WorkerProcess.Ended unusable = run("run", "list");
    assertThat(unusable.exit()).isEqualTo(5);
    assertThat(unusable.err())
        .contains(
            "dictionaries/mine/system/TokenInfoDictionary$buffer.dat: the compiled system dictionary is damaged: ")
        .doesNotContain("\tat ");
  }

  @Test
  void leavesTheBundleAsItIsWhenTheSourcesAreBad() throws Exception {
    assertThat(run("pack", "dictionaries/mine").exit()).isZero();
    List<Path> before = files();
    Files.writeString(sources.resolve("Own.csv"), "戸隠堂,1288,1288\n", EUC_JP);

    WorkerProcess.Ended ended =
        run("pack", "dictionaries/mine", "--system-dictionary", sources.toString());

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("Own.csv:1: expected at least 13 columns but found 3");
    assertThat(files()).isEqualTo(before);

    AtomicFiles.deleteTree(sources);
    ended = run("pack", "dictionaries/mine", "--system-dictionary", sources.toString());
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("no such directory");
    ended = run("pack", "dictionaries/mine", "--format", "unidic");
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("--format and --encoding say how to read the sources");
    ended = run("pack", "models/default", "--system-dictionary", sources.toString());
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("models/default: expected a directory under dictionaries/");
  }

  /// Entries in the middle are given a context that does not exist.
  private static void damage(Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    Arrays.fill(content, content.length / 2, content.length / 2 + 64, (byte) 0xff);
    Files.write(file, content);
  }

  private WorkerProcess.Ended run(String... arguments) throws Exception {
    return WorkerProcess.run(root, arguments);
  }

  private String products() throws IOException {
    return Files.readString(root.latestRun("list").products());
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(bundle)) {
      return files.sorted().toList();
    }
  }
}
