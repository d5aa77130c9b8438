package dev.totonoe.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.profile.Profile;
import dev.totonoe.profile.ProfileKey;
import dev.totonoe.record.Choice;
import dev.totonoe.record.ColumnKind;
import dev.totonoe.record.DerivedColumn;
import dev.totonoe.record.RejectReason;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// `docs/profile.md`, `docs/review-reasons.md` and `docs/derived-columns.md` are what the enums
/// say, `docs/category-rules.md` what the classes say that apply the rules.
final class ReferencePagesTest {
  private static final String EXAMPLE =
      """
      model: default
      dictionary: default
      input:
        encoding: auto
        delimiter: auto
        header: auto
      columns:
      - name: JANコード
        from: [JAN, バーコード]
        kind: gtin
      - name: 商品名
        from: [品名, 商品名称]
        kind: name
        normalise: {deletable: off}
      - name: 規格
        kind: content
      - name: 棚番
        kind: code
        normalise:
          dash: on
          kana: on
      normalise:
        text: {symbols: off}
      category:
        threshold: 0.9
        description: [商品説明]
      output:
        encoding: windows-31j
        delimiter: comma
        line_end: crlf
      quality:
        rejects_max: 5%
      """;

  @Test
  void theExampleIsAProfileThatUsesEveryKey() {
    Profile profile = Profile.parse(EXAMPLE, "docs/profile.md");
    assertThat(profile.columns()).hasSize(4);
    assertThat(profile.rejectsMaxFraction()).hasValue(0.05);
    for (ProfileKey key : ProfileKey.values()) {
      assertThat(EXAMPLE).contains(key.lastName() + ": ");
    }
  }

  @Test
  void thePagesSayWhatTheSourcesSay() throws IOException {
    Map<String, String> pages = new TreeMap<>();
    pages.put("profile.md", profile());
    pages.put("review-reasons.md", reasons());
    pages.put("derived-columns.md", derivedColumns());
    pages.put("category-rules.md", categoryRules());
    Pages.check("", pages);
  }

  private static String profile() {
    StringBuilder page = new StringBuilder("# The profile, `dataset.yaml`\n\n");
    page.append(
        """
        It says what the columns mean and what the output looks like. Every key may be left out, and so may the whole file. \
        `./totonoe inspect NAME` prints one to start from. All errors of a profile are told at once, each with its line.

        | key | what may stand there | default | meaning |
        |---|---|---|---|
        """);
    for (ProfileKey key : ProfileKey.values()) {
      page.append(
          row(
              "`" + key.path() + "`",
              key.expected(),
              key.defaultText().isEmpty() ? "" : "`" + key.defaultText() + "`",
              key.meaning()));
    }
    page.append("\n## An example with every key\n\n```yaml\n").append(EXAMPLE).append("```\n");
    page.append("\n## Kinds of columns\n\n| kind | what the column holds |\n|---|---|\n");
    Javadoc.ofConstants("record/ColumnKind.java", "enum ColumnKind")
        .forEach(
            (kind, said) ->
                page.append(row("`" + ColumnKind.valueOf(kind).word() + "`", text(kind, said))));
    page.append(
        """

        ## Choices for each kind of column

        Below `normalise` at the top they hold for all columns of a kind, below a column for that column. \
        [What each rule does](normalisers/README.md).

        | kind | choice | what may stand there | default | meaning |
        |---|---|---|---|---|
        """);
    for (ColumnKind kind : ColumnKind.values()) {
      for (Choice choice : Choice.of(kind)) {
        page.append(
            row(
                "`" + kind.word() + "`",
                "`" + choice.word() + "`",
                choice.expected(),
                "`" + choice.defaultFor(kind) + "`",
                choice.meaning()));
      }
    }
    return page.toString();
  }

  private static String reasons() {
    StringBuilder page = new StringBuilder("# Why a row is to be reviewed, or was rejected\n\n");
    page.append(
        """
        ## Review

        These rows are delivered; a person should look at them. The words stand in the column `review_reasons`, joined by `;`, \
        in this order, and the rows again in `review.csv`.

        | word | why |
        |---|---|
        """);
    for (List<String> source :
        List.of(
            List.of("normalise/ReviewReason.java", "enum ReviewReason"),
            List.of("job/CategoryReason.java", "enum CategoryReason"),
            List.of("publish/GtinReason.java", "enum GtinReason"))) {
      Javadoc.ofConstants(source.get(0), source.get(1))
          .forEach((name, said) -> page.append(row(word(name), sentence(name, said))));
    }
    page.append(
        """

        ## Rejects

        These rows are not delivered. They stand in `rejects.csv` with the reason, the line and their raw text.

        | word | why |
        |---|---|
        """);
    Map<String, Javadoc> rejects =
        Javadoc.ofConstants("record/RejectReason.java", "enum RejectReason");
    assertThat(rejects.keySet())
        .containsExactlyElementsOf(
            Arrays.stream(RejectReason.values()).map(RejectReason::name).toList());
    rejects.forEach((name, said) -> page.append(row(word(name), sentence(name, said))));
    return page.toString();
  }

  private static String derivedColumns() {
    StringBuilder page = new StringBuilder("# Columns that the worker appends\n\n");
    page.append(
        """
        They stand behind your own columns in `products.csv`, in this order; those that the input cannot fill are left out. \
        When a delivered file comes in again they are recognised by these names and computed afresh. `review.csv` has one \
        column more, the last: `%s`, empty, for a person to fill in.

        | column | what it says |
        |---|---|
        """
            .formatted(DerivedColumn.CORRECTION));
    Map<String, Javadoc> columns =
        Javadoc.ofConstants("record/DerivedColumn.java", "enum DerivedColumn");
    assertThat(columns.keySet())
        .containsExactlyElementsOf(
            Arrays.stream(DerivedColumn.values()).map(DerivedColumn::name).toList());
    columns.forEach((name, said) -> page.append(row(word(name), text(name, said))));
    return page.toString();
  }

  private static String categoryRules() {
    return "# Category rules, `rules.csv`\n\n"
        + forReaders("Rules")
        + "\n\n## Where words begin and end\n\n"
        + forReaders("WordBorders")
        + "\n\n## When no rule gives a category\n\n"
        + forReaders("ModelDecision")
        + "\n";
  }

  /// What a class says of itself, but for the last paragraph, which is for who calls it.
  private static String forReaders(String type) {
    String all = text(type, Javadoc.ofType("categorise/%s.java".formatted(type)));
    int last = all.lastIndexOf("\n\n");
    assertThat(all.substring(last)).contains("thread");
    return all.substring(0, last);
  }

  private static String sentence(String name, Javadoc said) {
    text(name, said);
    return said.firstSentence();
  }

  private static String text(String name, Javadoc said) {
    assertThat(said.text()).as("%s needs a Javadoc that says what it means", name).isNotEmpty();
    return said.markdown(type -> Optional.empty());
  }

  private static String word(String constant) {
    return "`" + constant.toLowerCase(Locale.ROOT) + "`";
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", Arrays.stream(cells).map(Javadoc::cell).toList()) + " |\n";
  }
}
