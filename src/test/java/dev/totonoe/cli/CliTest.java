package dev.totonoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CliTest {
  @TempDir private Path directory;

  private record Ended(int exit, String out, String err) {}

  private static Ended run(Map<String, String> environment, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit = Cli.execute(arguments, new PrintWriter(out), new PrintWriter(err), environment);
    return new Ended(exit, out.toString(), err.toString());
  }

  private static Ended run(String... arguments) {
    return run(Map.of(), arguments);
  }

  @Test
  void tellsItsVersion() {
    Ended ended = run("--version");
    assertThat(ended.exit()).isZero();
    assertThat(ended.out()).matches("totonoe \\d+\\.\\d+\\.\\d+\\S*\\R");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"run", "inspect", "train", "evaluate", "verify", "restore", "diff", "pack"})
  void helpsWithEveryCommand(String command) {
    Ended ended = run(command, "--help");
    assertThat(ended.exit()).isZero();
    assertThat(ended.out()).contains("Usage: totonoe " + command, "--root", "Exit codes: 0 done");
  }

  @Test
  void showsEveryCommandInTheHelp() {
    assertThat(run("--help").out())
        .containsSubsequence(
            "  run  ",
            "  inspect  ",
            "  train  ",
            "  evaluate  ",
            "  learn  ",
            "  verify  ",
            "  restore  ",
            "  diff  ",
            "  pack  ",
            "  help  ");
    assertThat(run("help").out()).isEqualTo(run("--help").out());
    assertThat(run("help", "verify").out()).isEqualTo(run("verify", "--help").out());
  }

  @Test
  void takesOptionsBeforeTheCommandToo() {
    assertThat(run("--root", directory.toString(), "verify", "x").err())
        .contains("dataset \"x\": no directory datasets/x");
  }

  @Test
  void asksForACommand() {
    Ended ended = run();
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("expected a command", "Usage: totonoe");
  }

  @Test
  void suggestsTheCommandThatWasMeant() {
    Ended ended = run("inspct", "x");
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("Did you mean: totonoe inspect");
  }

  @Test
  void takesOptionsFromTheEnvironmentUnlessTheyAreGiven() {
    Map<String, String> environment = Map.of("TOTONOE_ROOT", directory.resolve("no").toString());
    assertThat(run(environment, "verify", "x").err()).contains("/no: no such directory");
    assertThat(run(environment, "verify", "x", "--root", directory.toString()).err())
        .contains("dataset \"x\": no directory datasets/x");
  }

  @Test
  void namesTheVariableOfAnOption() {
    assertThat(EnvironmentDefaults.variable("--repository-url"))
        .isEqualTo("TOTONOE_REPOSITORY_URL");
  }

  @Test
  void refusesANumberOfThreadsThatIsNone() throws Exception {
    Files.createDirectories(directory.resolve("datasets/x/raw"));
    for (String threads : List.of("0", "257", "-1")) {
      Ended ended = run("run", "x", "--root", directory.toString(), "--threads", threads);
      assertThat(ended.exit()).isEqualTo(2);
      assertThat(ended.err())
          .isEqualToIgnoringNewLines("totonoe: --threads: expected 1 to 256 but found " + threads);
    }
  }

  @Test
  void refusesAPartThatTheRunDoesNotHave() throws Exception {
    Files.createDirectories(directory.resolve("datasets/x/raw"));
    String root = directory.toString();
    assertThat(run("run", "x", "--root", root, "--shard-count=0").err())
        .contains("--shard-count: expected 1 to 10,000 but found 0");
    assertThat(run("run", "x", "--root", root, "--shard-count=10001").err())
        .contains("--shard-count: expected 1 to 10,000 but found 10,001");
    for (String index : List.of("4", "-1")) {
      Ended ended = run("run", "x", "--root", root, "--shard-index", index, "--shard-count=4");
      assertThat(ended.exit()).isEqualTo(2);
      assertThat(ended.err())
          .contains("--shard-index: expected 0 to 3 for a --shard-count of 4 but found " + index);
    }
    assertThat(
            run("run", "x", "--root", root, "--shard-index=3", "--shard-count=4", "--force").err())
        .contains("--force: expected without --shard-count");
  }

  @Test
  void takesTheIndexOfAnIndexedJob() throws Exception {
    Files.createDirectories(directory.resolve("datasets/x/raw"));
    Map<String, String> environment =
        Map.of("JOB_COMPLETION_INDEX", "7", "TOTONOE_ROOT", directory.toString());
    assertThat(run(environment, "run", "x").err())
        .contains("--shard-index: expected 0 to 0 for a --shard-count of 1 but found 7");
    assertThat(run(environment, "run", "x", "--shard-count=9").err())
        .contains("dictionaries/default: no bundle there");
    Map<String, String> both = new HashMap<>(environment);
    both.put("TOTONOE_SHARD_INDEX", "8");
    assertThat(run(both, "run", "x", "--shard-count=8").err()).contains("but found 8");
  }

  @Test
  void inspectsAFileAnywhere() throws Exception {
    Path file = Files.writeString(directory.resolve("list.tsv"), "商品名\t価格\nりんご\t100\n");
    Ended ended = run("inspect", file.toString());
    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("delimiter  tab", "name: 商品名", "kind: price");
  }

  @Test
  void packsADictionaryAndTellsEveryBadLine() throws Exception {
    Path bundle = Files.createDirectories(directory.resolve("dictionaries/mine"));
    Files.writeString(bundle.resolve("brands.csv"), "spelling,canonical\nｍｅｉｊｉ,明治\n");
    Ended packed = run("pack", "dictionaries/mine", "--root", directory.toString());
    assertThat(packed.exit()).as(packed.err()).isZero();
    assertThat(bundle.resolve("manifest.json")).content().contains("\"name\" : \"mine\"");
    Files.writeString(bundle.resolve("rules.csv"), "kind,pattern,category_id,note\nword,茶,1,\n");
    Ended refused = run("pack", "dictionaries/mine", "--root", directory.toString());
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err()).contains("rules.csv:2: ");
  }

  @Test
  void packingWarnsOfWhatIsDoubtfulAndRefusesWhatIsWrong() throws Exception {
    Path table =
        Files.createDirectories(directory.resolve("dictionaries/mine")).resolve("list-origin.csv");
    Files.writeString(table, "spelling,canonical\n長野,長野県\n永野,永野町\n長野,長野県\n");
    Ended doubtful = run("pack", "dictionaries/mine", "--root", directory.toString());
    assertThat(doubtful.exit()).as(doubtful.err()).isZero();
    assertThat(doubtful.out())
        .contains(
            "dictionaries/mine/list-origin.csv:4: \"長野\" is already on line 2",
            "dictionaries/mine/list-origin.csv:3: \"永野\" and \"長野\" on line 2 are both read ナガノ");

    Files.writeString(table, "spelling,canonical\n長野,長野県\nﾅｶﾞﾉ,長野県\nながの,ナガノ\n");
    Ended wrong = run("pack", "dictionaries/mine", "--root", directory.toString());
    assertThat(wrong.exit()).isEqualTo(2);
    assertThat(wrong.err())
        .contains("list-origin.csv:4: \"ながの\" stands for \"ナガノ\" here and for \"長野県\" on line 3");
  }

  @Test
  void packingWarnsOfRulesAndCategoriesThatAreHardlyMeant() throws Exception {
    Path bundle = Files.createDirectories(directory.resolve("dictionaries/mine"));
    Files.writeString(bundle.resolve("taxonomy.csv"), "id,path,name\n1001,食品 > 飲料,飲料\n");
    Files.writeString(
        bundle.resolve("rules.csv"), "kind,pattern,category_id\nkeyword,茶,1001\nphrase,茶,1001\n");
    Ended packed = run("pack", "dictionaries/mine", "--root", directory.toString());
    assertThat(packed.exit()).as(packed.err()).isZero();
    assertThat(packed.out())
        .contains(
            "dictionaries/mine/taxonomy.csv:2: nothing has the path of its parent, 食品",
            "dictionaries/mine/rules.csv:3: phrase 茶: adds nothing to line 2 (keyword 茶)");
  }

  @Test
  void refusesToPackWhatIsNoBundle() {
    Ended ended = run("pack", ".", "--root", directory.toString());
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("expected a directory under models/ or dictionaries/");
  }

  @Test
  void takesALimitForDryRunsOnly() throws Exception {
    Files.createDirectories(directory.resolve("datasets/x/raw"));
    String root = directory.toString();
    Ended alone = run("run", "x", "--root", root, "--limit", "3");
    assertThat(alone.exit()).isEqualTo(2);
    assertThat(alone.err()).contains("--limit: expected together with --dry-run");
    Ended none = run("run", "x", "--root", root, "--dry-run", "--limit", "0");
    assertThat(none.exit()).isEqualTo(2);
    assertThat(none.err()).contains("--limit: expected 1 to 1,000,000 but found 0");
    assertThat(run(Map.of("TOTONOE_LIMIT", "3"), "run", "../x", "--root", root).err())
        .contains("dataset name \"../x\"")
        .doesNotContain("--limit");
    assertThat(run("diff", "x", "latest", "latest", "--root", root, "--limit", "-1").err())
        .contains("--limit: expected 0 to 10,000 but found -1");
  }
}
