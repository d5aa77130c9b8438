package dev.totonoe.profile;

import dev.totonoe.record.Choice;
import dev.totonoe.record.Choices;
import dev.totonoe.record.ColumnKind;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads what the profile chooses for the normalisers, for a kind of column or for one column.
final class ChoiceReader {
  private final KeyReader reader;
  private final Problems problems;

  ChoiceReader(KeyReader reader, Problems problems) {
    this.reader = reader;
    this.problems = problems;
  }

  /// The choices below `normalise` at the top.
  Map<ColumnKind, Choices> ofKinds(@Nullable YamlNode node) {
    if (node == null) {
      return Map.of();
    }
    List<String> kinds =
        Arrays.stream(ColumnKind.values())
            .filter(kind -> !Choice.of(kind).isEmpty())
            .map(ColumnKind::word)
            .toList();
    Map<ColumnKind, Choices> choices = new EnumMap<>(ColumnKind.class);
    if (!isMapping(node, ProfileKey.NORMALISE.path(), ProfileKey.NORMALISE)) {
      return Map.of();
    }
    reader
        .keys(node, ProfileKey.NORMALISE.path(), kinds)
        .forEach(
            (word, below) ->
                ColumnKind.ofWord(word)
                    .ifPresent(
                        kind ->
                            choices.put(
                                kind,
                                new Choices(kind, chosen(below, "normalise." + word, kind)))));
    return choices;
  }

  /// The choices of one column.
  ///
  /// @param path the column's, such as `columns[0]`
  /// @param kindStands whether the profile states a kind, even a wrong one
  /// @param kind what the profile says that the column holds
  Map<Choice, String> ofColumn(
      @Nullable YamlNode node, String path, boolean kindStands, Optional<ColumnKind> kind) {
    String ownPath = path + "." + ProfileKey.COLUMNS_NORMALISE.lastName();
    if (node == null || !isMapping(node, ownPath, ProfileKey.COLUMNS_NORMALISE)) {
      return Map.of();
    }
    boolean says = node instanceof YamlNode.Entries mapping && !mapping.entries().isEmpty();
    if (says && !kindStands) {
      problems.add(
          node,
          "%s: expected a kind beside it, because each kind has its own choices; add `kind: …`"
              .formatted(ownPath));
    }
    return kind.map(known -> chosen(node, ownPath, known)).orElse(Map.of());
  }

  private boolean isMapping(YamlNode node, String path, ProfileKey key) {
    boolean mapping = node instanceof YamlNode.Entries;
    if (!mapping) {
      problems.add(
          node, "%s: expected %s but found %s".formatted(path, key.expected(), node.shown()));
    }
    return mapping;
  }

  private Map<Choice, String> chosen(YamlNode node, String path, ColumnKind kind) {
    Map<Choice, String> chosen = new EnumMap<>(Choice.class);
    Map<String, Choice> known =
        Choice.of(kind).stream().collect(Collectors.toMap(Choice::word, choice -> choice));
    reader
        .keys(node, path, Choice.of(kind).stream().map(Choice::word).toList())
        .forEach(
            (word, value) -> {
              Choice choice = known.get(word);
              if (choice == null) {
                return;
              }
              if (value instanceof YamlNode.Text text && choice.accepts(text.value())) {
                chosen.put(choice, text.value());
              } else {
                String suggestion =
                    value instanceof YamlNode.Text text
                        ? Nearest.suggestion(text.value(), choice.words())
                        : "";
                problems.add(
                    value,
                    "%s.%s: expected %s but found %s%s"
                        .formatted(path, word, choice.expected(), value.shown(), suggestion));
              }
            });
    return chosen;
  }
}
