package dev.totonoe.profile;

import java.util.List;

/// A piece of a YAML document with the place where it starts, both counted from 1.
sealed interface YamlNode {
  int line();

  int column();

  /// The piece in words, for messages.
  String shown();

  /// A scalar as it was written; what it means is for its reader to say, so that `no` or `1.0` may
  /// be a name.
  record Text(int line, int column, String value, boolean quoted) implements YamlNode {
    /// `key:` with nothing after it.
    boolean isNothing() {
      return value.isEmpty() && !quoted;
    }

    @Override
    public String shown() {
      return isNothing() ? "nothing" : Shown.quoted(value);
    }
  }

  record Items(int line, int column, List<YamlNode> items) implements YamlNode {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public String shown() {
      return "a list";
    }
  }

  /// A mapping in its written order, doubled keys included.
  record Entries(int line, int column, List<Entry> entries) implements YamlNode {
    public Entries {
      entries = List.copyOf(entries);
    }

    @Override
    public String shown() {
      return "keys and values";
    }
  }

  record Entry(Text key, YamlNode value) {}
}
