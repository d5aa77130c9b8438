package dev.totonoe.categorise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds all of many patterns in a text. A text of n characters costs n walks, each as long as some
/// pattern goes on as the text does: a microsecond or two a name, however many patterns there are.
final class PatternTree {
  private final Node root = new Node();

  private static final class Node {
    private final Map<Character, Node> next = new HashMap<>();
    private final List<Rule> rules = new ArrayList<>();
  }

  /// Takes what is found.
  @FunctionalInterface
  interface Finds {
    /// @param start where the pattern begins in the text
    /// @param end behind its last character
    void take(Rule rule, int start, int end);
  }

  void add(Rule rule) {
    Node node = root;
    for (char c : rule.pattern().toCharArray()) {
      node = node.next.computeIfAbsent(c, _ -> new Node());
    }
    node.rules.add(rule);
  }

  void find(String text, Finds finds) {
    for (int start = 0; start < text.length(); start++) {
      Node node = root.next.get(text.charAt(start));
      for (int end = start + 1; node != null; end++) {
        for (Rule rule : node.rules) {
          finds.take(rule, start, end);
        }
        node = end < text.length() ? node.next.get(text.charAt(end)) : null;
      }
    }
  }
}
