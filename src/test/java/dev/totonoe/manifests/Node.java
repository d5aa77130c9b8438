package dev.totonoe.manifests;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A place in a tree of YAML. What is not there is a place, too, so that a path can be asked for in
/// one go.
///
/// @param path where it is, for messages
/// @param value a map, a list, a scalar, or null where there is nothing
public record Node(String path, @Nullable Object value) {
  /// @param keys one after the other, each in the map that the one before leads to
  public Node at(String... keys) {
    Node node = this;
    for (String key : keys) {
      node =
          new Node(
              node.path + "." + key, node.value instanceof Map<?, ?> map ? map.get(key) : null);
    }
    return node;
  }

  public boolean isThere() {
    return value != null;
  }

  /// Its elements; of nothing, none.
  public List<Node> each() {
    return switch (value) {
      case null -> List.of();
      case List<?> list ->
          Stream.iterate(0, i -> i < list.size(), i -> i + 1)
              .map(i -> new Node(path + "[" + i + "]", list.get(i)))
              .toList();
      default -> throw new AssertionError(path + ": expected a list but found " + value);
    };
  }

  /// The element with this name.
  public Node named(String name) {
    return each().stream()
        .filter(node -> name.equals(node.at("name").value))
        .findFirst()
        .orElse(new Node(path + "[name=" + name + "]", null));
  }

  /// A map of scalars, as texts; of nothing, an empty one.
  public Map<String, String> map() {
    return switch (value) {
      case null -> Map.of();
      case Map<?, ?> map ->
          map.entrySet().stream()
              .collect(
                  Collectors.toMap(
                      entry -> String.valueOf(entry.getKey()),
                      entry -> String.valueOf(entry.getValue())));
      default -> throw new AssertionError(path + ": expected a map but found " + value);
    };
  }

  /// The keys of a map; of nothing, none.
  public Set<String> keys() {
    return map().keySet();
  }

  public String text() {
    if (value instanceof String text) {
      return text;
    }
    throw new AssertionError(path + ": expected a text but found " + value);
  }

  /// A list of scalars, as texts.
  public List<String> values() {
    return each().stream().map(node -> String.valueOf(node.value)).toList();
  }

  @Override
  public String toString() {
    return path;
  }
}
