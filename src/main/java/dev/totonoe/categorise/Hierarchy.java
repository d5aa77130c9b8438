package dev.totonoe.categorise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/// The tree that the paths of a model's labels make: every beginning of a path, cut at ` > `, is a
/// node. From the labels `食品 > 飲料` and `食品 > 菓子` come the nodes `食品`, `食品 > 飲料`, `食品 > 菓子`.
///
/// A label may also stand above others; then its node has a probability of its own beside those
/// below it. Two labels with one path share a node. There is no node above the top ones.
///
/// A node stands behind its parent in [#nodes()], so one pass from the end to the start carries
/// anything upwards. Immutable; safe for any number of threads.
public final class Hierarchy {
  /// The parent of a node at the top.
  public static final int NO_PARENT = -1;

  /// A category that a model tells apart, or one that stands above such.
  ///
  /// @param id the label's id; of a node that is no label the taxonomy's, and where that does not
  ///   have it the path
  /// @param path its names from the top, joined by ` > `
  /// @param parent the place of the node above; [#NO_PARENT] at the top
  /// @param depth how many names its path has, from 1
  public record Node(String id, String path, int parent, int depth) {
    public Node {
      Objects.requireNonNull(id);
      Objects.requireNonNull(path);
    }
  }

  private final List<Node> nodes;
  private final int[] leaves;
  private final boolean[] tells;

  private Hierarchy(List<Node> nodes, int[] leaves) {
    this.nodes = List.copyOf(nodes);
    this.leaves = leaves;
    boolean[] isInner = new boolean[nodes.size()];
    int[] labels = new int[nodes.size()];
    for (int leaf : leaves) {
      labels[leaf]++;
    }
    for (int node = nodes.size() - 1; node >= 0; node--) {
      int parent = parent(node);
      if (parent != NO_PARENT) {
        isInner[parent] = true;
        labels[parent] += labels[node];
      }
    }
    this.tells = new boolean[nodes.size()];
    for (int node = 0; node < tells.length; node++) {
      tells[node] = isInner[node] && labels[node] < leaves.length;
    }
  }

  /// Where no taxonomy has ids for nodes that are no labels.
  public static Hierarchy of(List<CategoryModel.Label> labels) {
    return of(labels, Taxonomy.empty());
  }

  /// O(labels × depth) time.
  ///
  /// @param labels a model's labels, in its order
  /// @param taxonomy where the ids of nodes come from that are no labels
  public static Hierarchy of(List<CategoryModel.Label> labels, Taxonomy taxonomy) {
    Map<String, String> idOfLabel = new HashMap<>();
    labels.forEach(label -> idOfLabel.putIfAbsent(label.path(), label.id()));
    Map<String, Integer> nodeOfPath = new HashMap<>();
    List<Node> nodes = new ArrayList<>();
    int[] leaves = new int[labels.size()];
    for (int label = 0; label < leaves.length; label++) {
      String path = labels.get(label).path();
      int parent = NO_PARENT;
      int depth = 0;
      for (int end = 0; end < path.length(); end += Taxonomy.SEPARATOR.length()) {
        int next = path.indexOf(Taxonomy.SEPARATOR, end);
        end = next < 0 ? path.length() : next;
        depth++;
        String prefix = path.substring(0, end);
        Integer node = nodeOfPath.get(prefix);
        if (node == null) {
          node = nodes.size();
          nodeOfPath.put(prefix, node);
          String id = idOfLabel.get(prefix);
          nodes.add(
              new Node(
                  id == null ? taxonomy.idOfPath(prefix).orElse(prefix) : id,
                  prefix,
                  parent,
                  depth));
        }
        parent = node;
      }
      leaves[label] = parent;
    }
    return new Hierarchy(nodes, leaves);
  }

  /// All nodes, each behind its parent.
  public List<Node> nodes() {
    return nodes;
  }

  public int labels() {
    return leaves.length;
  }

  /// The node of a label.
  public int leaf(int label) {
    return leaves[label];
  }

  /// The node above a node; [#NO_PARENT] at the top.
  public int parent(int node) {
    return nodes.get(node).parent();
  }

  /// How many names the node's path has, from 1.
  public int depth(int node) {
    return nodes.get(node).depth();
  }

  /// Whether a node stands above some labels but not above all: to know it is to know something.
  public boolean tells(int node) {
    return tells[node];
  }

  /// The deepest node that tells something and is as probable as a threshold asks, with four
  /// decimals; of equally deep ones the most probable.
  ///
  /// @param sums as [#sums(float[])] gives them
  /// @param isAllowed which nodes may be taken
  public OptionalInt deepest(double[] sums, double threshold, IntPredicate isAllowed) {
    int best = NO_PARENT;
    for (int node = 0; node < sums.length; node++) {
      if (tells[node]
          && Calibration.rounded(sums[node]) >= threshold
          && isAllowed.test(node)
          && (best == NO_PARENT || isNearer(node, best, sums))) {
        best = node;
      }
    }
    return best == NO_PARENT ? OptionalInt.empty() : OptionalInt.of(best);
  }

  private boolean isNearer(int node, int other, double[] sums) {
    int deeper = Integer.compare(depth(node), depth(other));
    return deeper > 0 || (deeper == 0 && sums[node] > sums[other]);
  }

  /// Whether a label stands at a node or below it.
  public boolean isAbove(int node, int label) {
    int at = leaves[label];
    while (at != NO_PARENT && at != node) {
      at = parent(at);
    }
    return at == node;
  }

  /// The nodes above a label's own, the nearest first; none at the top.
  public int[] ancestors(int label) {
    int[] ancestors = new int[depth(leaf(label)) - 1];
    int node = leaf(label);
    for (int i = 0; i < ancestors.length; i++) {
      node = parent(node);
      ancestors[i] = node;
    }
    return ancestors;
  }

  /// The probability of each node: those of all labels at it and below it together. O(labels +
  /// nodes) time.
  ///
  /// @param probabilities one for each label
  public double[] sums(float[] probabilities) {
    if (probabilities.length != leaves.length) {
      throw new IllegalArgumentException(
          "expected %,d probabilities but found %,d"
              .formatted(leaves.length, probabilities.length));
    }
    double[] sums = new double[nodes.size()];
    for (int label = 0; label < leaves.length; label++) {
      sums[leaves[label]] += probabilities[label];
    }
    for (int node = sums.length - 1; node >= 0; node--) {
      int parent = nodes.get(node).parent();
      if (parent != NO_PARENT) {
        sums[parent] += sums[node];
      }
    }
    return sums;
  }
}
