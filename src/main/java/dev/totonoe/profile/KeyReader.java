package dev.totonoe.profile;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Takes YAML nodes apart by the table of keys. What does not fit is noted and left out, so that
/// reading goes on and finds the rest.
final class KeyReader {
  private final Problems problems;

  KeyReader(Problems problems) {
    this.problems = problems;
  }

  /// The entries of a mapping by their keys, without those that are unknown, doubled or empty. An
  /// empty value is as good as an absent key: what remains where all below it is commented out.
  Map<String, YamlNode> keys(YamlNode node, String path, List<String> known) {
    String prefix = path.isEmpty() ? "" : path + ": ";
    if (!(node instanceof YamlNode.Entries mapping)) {
      problems.add(
          node,
          "%sexpected keys and values (%s) but found %s"
              .formatted(prefix, String.join(", ", known), node.shown()));
      return Map.of();
    }
    Map<String, YamlNode> keys = new LinkedHashMap<>();
    Map<String, Integer> lines = new HashMap<>();
    for (YamlNode.Entry entry : mapping.entries()) {
      String key = entry.key().value();
      if (!known.contains(key)) {
        problems.add(
            entry.key(),
            "%sunknown key %s%s".formatted(prefix, entry.key().shown(), remedy(key, path, known)));
        continue;
      }
      Integer earlier = lines.putIfAbsent(key, entry.key().line());
      if (earlier != null) {
        problems.add(
            entry.key(), "%sthe key %s stands on line %d already".formatted(prefix, key, earlier));
      } else if (!(entry.value() instanceof YamlNode.Text text && text.isNothing())) {
        keys.put(key, entry.value());
      }
    }
    return keys;
  }

  /// The entries below a key of the top; none where it is absent.
  Map<String, YamlNode> section(Map<String, YamlNode> top, String section) {
    YamlNode node = top.get(section);
    return node == null ? Map.of() : keys(node, section, ProfileKey.below(section));
  }

  /// The items of a list; none where there is no list.
  List<YamlNode> items(@Nullable YamlNode node, String path, String expected, int max) {
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof YamlNode.Items list)) {
      problems.add(node, "%s: expected %s but found %s".formatted(path, expected, node.shown()));
      return List.of();
    }
    if (list.items().size() > max) {
      problems.add(
          node, "%s: expected at most %d but found %d".formatted(path, max, list.items().size()));
      return List.of();
    }
    return list.items();
  }

  /// The value of a key outside of lists.
  <T> Optional<T> setting(
      Map<String, YamlNode> section, ProfileKey key, Function<String, Optional<T>> reader) {
    return setting(section, key, "", reader);
  }

  /// The value of a key, or nothing where it is absent or wrong; the latter is noted.
  <T> Optional<T> setting(
      Map<String, YamlNode> section,
      ProfileKey key,
      String sectionPath,
      Function<String, Optional<T>> reader) {
    YamlNode node = section.get(key.lastName());
    if (node == null) {
      return Optional.empty();
    }
    Optional<T> value =
        node instanceof YamlNode.Text text ? reader.apply(text.value()) : Optional.empty();
    if (value.isEmpty()) {
      String path = sectionPath.isEmpty() ? key.path() : sectionPath + "." + key.lastName();
      String suggestion =
          node instanceof YamlNode.Text text ? Nearest.suggestion(text.value(), key.words()) : "";
      problems.add(
          node,
          "%s: expected %s but found %s%s"
              .formatted(path, key.expected(), node.shown(), suggestion));
    }
    return value;
  }

  /// One of the key's words; its default where it is absent or wrong.
  String word(Map<String, YamlNode> section, ProfileKey key) {
    return setting(section, key, word -> Optional.of(word).filter(key.words()::contains))
        .orElse(key.defaultText());
  }

  private static String remedy(String key, String path, List<String> known) {
    String sections = ProfileKey.sectionsWith(key);
    if (!sections.isEmpty()) {
      return "; it belongs below " + sections;
    }
    if (!path.isEmpty() && ProfileKey.top().contains(key)) {
      return "; it belongs at the top, without indentation";
    }
    String suggestion = Nearest.suggestion(key, known);
    return suggestion.isEmpty() ? "; known here: " + String.join(", ", known) : suggestion;
  }
}
