package dev.totonoe.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.docs.Javadoc;
import dev.totonoe.docs.Pages;
import dev.totonoe.record.Choice;
import dev.totonoe.record.Choices;
import dev.totonoe.record.Column;
import dev.totonoe.record.ColumnKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `docs/normalisers/` is what the normalisers' Javadoc and the order in [RowNormaliser] say.
final class NormaliserPagesTest {
  private static final String ROOM = "normalise/";
  private static final Path SOURCES = Path.of("src/main/java/dev/totonoe").resolve(ROOM);
  private static final String SUFFIX = "Normaliser";

  /// The rules of every kind of column in their order, those included that are off by default.
  private static final Map<ColumnKind, List<Normaliser>> ORDER = order();

  /// The classes of each rule: one page.
  private static final Map<String, TreeSet<String>> CLASSES = classes();

  private static Map<ColumnKind, List<Normaliser>> order() {
    Map<ColumnKind, List<Normaliser>> order = new EnumMap<>(ColumnKind.class);
    for (ColumnKind kind : ColumnKind.values()) {
      Map<Choice, String> chosen = new EnumMap<>(Choice.class);
      for (Choice choice : Choice.of(kind)) {
        for (String word : choice.words()) {
          Map<Choice, String> other = new EnumMap<>(chosen);
          other.put(choice, word);
          if (rules(kind, other).size() > rules(kind, chosen).size()) {
            chosen.put(choice, word);
          }
        }
      }
      order.put(kind, rules(kind, chosen));
    }
    return order;
  }

  private static List<Normaliser> rules(ColumnKind kind, Map<Choice, String> chosen) {
    Column column = new Column("x", kind, new Choices(kind, chosen));
    return RowNormaliser.rulesFor(column, Tables.none()).normalisers();
  }

  private static Map<String, TreeSet<String>> classes() {
    Map<String, TreeSet<String>> classes = new TreeMap<>();
    for (List<Normaliser> rules : ORDER.values()) {
      for (Normaliser rule : rules) {
        classes
            .computeIfAbsent(rule.rule(), word -> new TreeSet<>())
            .add(rule.getClass().getSimpleName());
      }
    }
    return classes;
  }

  @Test
  void everyNormaliserActsInSomeKindOfColumn() throws IOException {
    try (Stream<Path> files = Files.list(SOURCES)) {
      assertThat(CLASSES.values().stream().flatMap(TreeSet::stream).distinct())
          .containsExactlyInAnyOrderElementsOf(
              files
                  .map(file -> file.getFileName().toString().replace(".java", ""))
                  .filter(name -> name.endsWith(SUFFIX))
                  .filter(name -> !name.equals(SUFFIX) && !name.equals("RowNormaliser"))
                  .toList());
    }
  }

  @Test
  void thePagesSayWhatTheSourcesSay() throws IOException {
    Map<String, String> pages = new TreeMap<>();
    CLASSES.keySet().forEach(rule -> pages.put(rule + ".md", page(rule)));
    pages.put("README.md", index());
    Pages.check("normalisers", pages);
  }

  private static Optional<String> pageOf(String type) {
    return CLASSES.entrySet().stream()
        .flatMap(
            rule -> rule.getValue().stream().flatMap(name -> target(rule.getKey(), name, type)))
        .findFirst();
  }

  private static Stream<String> target(String rule, String normaliser, String type) {
    return normaliser.equals(type)
        ? Stream.of(rule + ".md")
        : reading(normaliser).equals(type)
            ? Stream.of(rule + ".md#how-the-unified-cell-is-read")
            : Stream.of();
  }

  private static String reading(String normaliser) {
    return normaliser.replace(SUFFIX, "Reading");
  }

  private static String page(String rule) {
    StringBuilder page = new StringBuilder("# %s\n\n".formatted(rule));
    for (String name : CLASSES.get(rule)) {
      page.append(Javadoc.ofType(ROOM + name + ".java").markdown(NormaliserPagesTest::pageOf))
          .append("\n\n");
    }
    page.append("## Where it acts\n\n");
    page.append(
        "| kind of column | its place | in `dataset.yaml` | default |\n|---|---|---|---|\n");
    ORDER.forEach(
        (kind, rules) -> {
          for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).rule().equals(rule)) {
              page.append(
                  "| `%s` | %d of %d | %s |\n"
                      .formatted(kind.word(), i + 1, rules.size(), choice(rule, kind)));
            }
          }
        });
    page.append("\n`changes.csv.gz` names it `%s`. ".formatted(rule));
    page.append("[All normalisers and their order](README.md) · [the profile](../profile.md)\n");
    CLASSES.get(rule).forEach(name -> page.append(readingSection(reading(name))));
    return page.toString();
  }

  private static String choice(String rule, ColumnKind kind) {
    return choiceOf(rule, kind)
        .map(
            choice ->
                "`normalise: {%s: {%s: …}}`, %s | %s"
                    .formatted(
                        kind.word(),
                        choice.word(),
                        Javadoc.cell(choice.expected()),
                        choice.defaultFor(kind)))
        .orElse("always acts | on");
  }

  private static Optional<Choice> choiceOf(String rule, ColumnKind kind) {
    return Choice.ofWord(rule).filter(choice -> choice.kinds().contains(kind));
  }

  /// What derived columns and review reasons are made of.
  private static String readingSection(String type) {
    String path = ROOM + type + ".java";
    if (!Files.exists(SOURCES.resolve(type + ".java"))) {
      return "";
    }
    StringBuilder section = new StringBuilder("\n## How the unified cell is read\n\n");
    Javadoc javadoc = Javadoc.ofType(path);
    section.append(javadoc.markdown(NormaliserPagesTest::pageOf)).append("\n\n");
    javadoc
        .parameters(NormaliserPagesTest::pageOf)
        .forEach((name, said) -> section.append("- %s: %s\n".formatted(words(name), said)));
    Map<String, Javadoc> statuses = Javadoc.ofConstants(path, "enum Status");
    statuses.values().removeIf(said -> said.text().isEmpty());
    if (!statuses.isEmpty()) {
      section.append("\n| status | |\n|---|---|\n");
      statuses.forEach(
          (status, said) ->
              section.append(
                  "| %s | %s |\n"
                      .formatted(
                          status.toLowerCase(Locale.ROOT).replace('_', ' '),
                          Javadoc.cell(said.firstSentence()))));
    }
    return section.toString();
  }

  /// `countUnit` → `count unit`.
  private static String words(String name) {
    return name.replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }

  private static String index() {
    StringBuilder page = new StringBuilder("# Normalisers\n\n");
    page.append(
        """
        Each normaliser unifies one kind of thing in a cell. Which of them a cell goes through follows from the kind of its column. \
        They act one after the other, again and again until nothing changes any more; `changes.csv.gz` names those that altered a cell. \
        Cleansing what was cleansed changes nothing.

        | rule | what it does | kinds of columns |
        |---|---|---|
        """);
    CLASSES.forEach(
        (rule, names) ->
            page.append(
                "| [%s](%s.md) | %s | %s |\n"
                    .formatted(
                        rule,
                        rule,
                        names.stream()
                            .map(name -> Javadoc.ofType(ROOM + name + ".java").firstSentence())
                            .map(Javadoc::cell)
                            .collect(Collectors.joining(" ")),
                        kinds(rule))));
    page.append("\n## The order for each kind of column\n\n| kind | rules |\n|---|---|\n");
    ORDER.forEach(
        (kind, rules) ->
            page.append(
                "| `%s` | %s |\n"
                    .formatted(
                        kind.word(),
                        rules.isEmpty()
                            ? "none: delivered as it came"
                            : rules.stream()
                                .map(rule -> step(rule.rule(), kind))
                                .collect(Collectors.joining(" → ")))));
    page.append(
        "\nRules marked *off* act where the [profile](../profile.md) turns them on. What the delivered cells say goes into"
            + " the [derived columns](../derived-columns.md) and the [review reasons](../review-reasons.md).\n");
    return page.toString();
  }

  private static String kinds(String rule) {
    return ORDER.entrySet().stream()
        .filter(kind -> kind.getValue().stream().anyMatch(each -> each.rule().equals(rule)))
        .map(kind -> kind.getKey().word())
        .collect(Collectors.joining(", "));
  }

  private static String step(String rule, ColumnKind kind) {
    boolean off = choiceOf(rule, kind).map(c -> c.defaultFor(kind).equals("off")).orElse(false);
    return "[%s](%s.md)%s".formatted(rule, rule, off ? " *off*" : "");
  }
}
