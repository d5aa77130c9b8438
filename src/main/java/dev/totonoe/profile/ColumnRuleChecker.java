package dev.totonoe.profile;

import dev.totonoe.record.Choice;
import dev.totonoe.record.Choices;
import dev.totonoe.record.ColumnKind;
import dev.totonoe.record.DerivedColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the list of columns and sees to it that every heading means one column.
final class ColumnRuleChecker {
  static final int COLUMNS_MAX = 2_000;
  static final int FROM_MAX = 100;
  static final int HEADING_CHARS_MAX = 1_000;

  private final KeyReader reader;
  private final ChoiceReader choices;
  private final Problems problems;

  /// Folded heading → where it stands in the profile.
  private final Map<String, String> placeOfHeading = new HashMap<>();

  ColumnRuleChecker(KeyReader reader, ChoiceReader choices, Problems problems) {
    this.reader = reader;
    this.choices = choices;
    this.problems = problems;
  }

  /// Names are claimed before other headings, so that of the two it is the other that is reported.
  ///
  /// @param normalise what the profile chooses for all columns of a kind
  List<ColumnRule> rules(@Nullable YamlNode node, Map<ColumnKind, Choices> normalise) {
    List<YamlNode> items = reader.items(node, "columns", "a list of columns", COLUMNS_MAX);
    List<ColumnRule> rules = new ArrayList<>();
    List<Map<String, YamlNode>> sections = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      String path = "columns[%d]".formatted(i);
      Map<String, YamlNode> section = reader.keys(items.get(i), path, ProfileKey.below("columns"));
      sections.add(section);
      name(items.get(i), section, path).ifPresent(name -> claim(name, path + ".name"));
    }
    for (int i = 0; i < items.size(); i++) {
      String path = "columns[%d]".formatted(i);
      Map<String, YamlNode> section = sections.get(i);
      Optional<ColumnKind> kind =
          reader.setting(section, ProfileKey.COLUMNS_KIND, path, ColumnKind::ofWord);
      Map<Choice, String> chosen =
          choices.ofColumn(section.get("normalise"), path, section.containsKey("kind"), kind);
      rules.add(
          new ColumnRule(
              section.get("name") instanceof YamlNode.Text name ? Headings.trim(name.value()) : "",
              from(section, path),
              kind,
              chosen));
      checkRequired(section, path, kind, chosen, normalise);
    }
    return rules;
  }

  /// A choice without a default must be made for the column or for all of its kind.
  private void checkRequired(
      Map<String, YamlNode> section,
      String path,
      Optional<ColumnKind> kind,
      Map<Choice, String> chosen,
      Map<ColumnKind, Choices> normalise) {
    YamlNode stated = section.get("kind");
    boolean named =
        kind.isPresent()
            && (chosen.containsKey(Choice.CODE_LIST)
                || normalise
                    .getOrDefault(kind.get(), Choices.defaults(kind.get()))
                    .chosen()
                    .containsKey(Choice.CODE_LIST));
    if (stated != null && kind.filter(ColumnKind.LIST::equals).isPresent() && !named) {
      problems.add(
          stated,
          "%s: expected the name of its table, list-<name>.csv of the dictionary bundle; add `normalise: {list: <name>}`"
              .formatted(path));
    }
  }

  private Optional<YamlNode.Text> name(YamlNode item, Map<String, YamlNode> section, String path) {
    if (!(item instanceof YamlNode.Entries)) {
      return Optional.empty();
    }
    if (!section.containsKey("name")) {
      problems.add(item, path + ": expected a name, the column's heading in products.csv");
      return Optional.empty();
    }
    Optional<YamlNode.Text> name = heading(section.get("name"), path + ".name");
    name.filter(text -> DerivedColumn.ofHeader(Headings.trim(text.value())).isPresent())
        .ifPresent(
            text ->
                problems.add(
                    text,
                    "%s.name: %s is a column that the worker adds itself; choose another name"
                        .formatted(path, text.shown())));
    return name;
  }

  /// The other headings of a column. Its own name among them says nothing new and is left out.
  private List<String> from(Map<String, YamlNode> section, String path) {
    List<String> from = new ArrayList<>();
    List<YamlNode> items =
        reader.items(
            section.get("from"), path + ".from", ProfileKey.COLUMNS_FROM.expected(), FROM_MAX);
    for (int i = 0; i < items.size(); i++) {
      String itemPath = "%s.from[%d]".formatted(path, i);
      Optional<YamlNode.Text> heading = heading(items.get(i), itemPath);
      boolean isOwnName =
          heading.isPresent()
              && section.get("name") instanceof YamlNode.Text name
              && Headings.fold(name.value()).equals(Headings.fold(heading.get().value()));
      if (heading.isPresent() && !isOwnName && claim(heading.get(), itemPath)) {
        from.add(Headings.trim(heading.get().value()));
      }
    }
    return from;
  }

  private Optional<YamlNode.Text> heading(YamlNode node, String path) {
    if (!(node instanceof YamlNode.Text text)) {
      problems.add(node, "%s: expected a heading but found %s".formatted(path, node.shown()));
    } else if (Headings.fold(text.value()).isEmpty()) {
      problems.add(node, "%s: expected a heading but found nothing".formatted(path));
    } else if (text.value().length() > HEADING_CHARS_MAX) {
      problems.add(
          node,
          "%s: expected at most %d characters but found %d"
              .formatted(path, HEADING_CHARS_MAX, text.value().length()));
    } else {
      return Optional.of(text);
    }
    return Optional.empty();
  }

  /// Notes which column a heading means; a heading can mean one column only.
  private boolean claim(YamlNode.Text heading, String path) {
    String earlier = placeOfHeading.putIfAbsent(Headings.fold(heading.value()), path);
    if (earlier != null) {
      problems.add(
          heading,
          "%s: %s stands in %s already; a heading means one column, once"
              .formatted(path, heading.shown(), earlier));
    }
    return earlier == null;
  }
}
