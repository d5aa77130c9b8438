package dev.totonoe.train;

import dev.totonoe.categorise.Taxonomy;
import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.IoReason;
import dev.totonoe.text.Folding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A bundle's training rows with a person's corrections: a correction of a name that is there
/// replaces the label of all its rows; another name is a row of its own at the end, in the group of
/// its folded name.
///
/// A category with narrower ones that are learnt is no label: the model would have to choose
/// between a category and its own parts. Such a correction is left to the rules.
public final class TaughtRows {
  private final Collection<String> uses;
  private final List<LabelledRows.Row> rows;
  private final Set<String> newLabels;
  private final int relabelled;
  private final int confirmed;
  private final int added;
  private final int tooWide;

  private TaughtRows(Collection<String> uses, Merge merge) {
    this.uses = uses;
    this.rows = merge.rows;
    this.newLabels = merge.newLabels;
    this.relabelled = merge.relabelled;
    this.confirmed = merge.confirmed;
    this.added = merge.added;
    this.tooWide = merge.tooWide;
  }

  /// @param data a bundle's [TrainingData]
  /// @param taxonomy the tree that the labels are ids of; empty: they are any texts
  public static TaughtRows of(
      Path data, List<Correction> corrections, Optional<Taxonomy> taxonomy) {
    LabelledRows before = TrainingData.read(data);
    Merge merge = new Merge(before.rows(), taxonomy);
    merge.add(corrections);
    return new TaughtRows(before.columns().keySet(), merge);
  }

  /// Rows in all.
  public int rows() {
    return rows.size();
  }

  /// Rows that were there and have another label now.
  public int relabelled() {
    return relabelled;
  }

  /// Names that were there with this label.
  public int confirmed() {
    return confirmed;
  }

  /// Rows that were not there.
  public int added() {
    return added;
  }

  /// Names whose category is too wide to be learnt.
  public int tooWide() {
    return tooWide;
  }

  /// Labels that no row had before.
  public Set<String> newLabels() {
    return Set.copyOf(newLabels);
  }

  /// Writes them as [TrainingData].
  public void write(Path file) {
    try {
      Files.createDirectories(file.getParent());
      TrainingData.write(file, uses, rows);
    } catch (IOException e) {
      throw new EnvironmentFailure(file + ": cannot be written: " + IoReason.of(e), e);
    }
  }

  private static final class Merge {
    private final List<LabelledRows.Row> rows;
    private final Optional<Taxonomy> taxonomy;
    private final Set<String> labels = new HashSet<>();
    private final Set<String> newLabels = new TreeSet<>();
    private int relabelled;
    private int confirmed;
    private int added;
    private int tooWide;

    private Merge(List<LabelledRows.Row> before, Optional<Taxonomy> taxonomy) {
      this.rows = new ArrayList<>(before);
      this.taxonomy = taxonomy;
      before.forEach(row -> labels.add(row.label()));
    }

    private void add(List<Correction> corrections) {
      Map<String, Correction> byName = new LinkedHashMap<>();
      corrections.forEach(correction -> byName.putIfAbsent(correction.key(), correction));
      Set<String> wanted = new LinkedHashSet<>();
      byName.values().forEach(correction -> wanted.add(correction.category().id()));
      Set<String> known = new HashSet<>(labels);
      known.addAll(wanted);
      Set<String> wide = new HashSet<>();
      wanted.stream().filter(id -> isTooWide(id, known)).forEach(wide::add);
      int all = byName.size();
      byName.values().removeIf(correction -> wide.contains(correction.category().id()));
      tooWide = all - byName.size();
      relabel(byName);
      byName.values().forEach(this::append);
    }

    private boolean isTooWide(String id, Set<String> known) {
      return !labels.contains(id)
          && taxonomy
              .map(
                  tree ->
                      known.stream()
                          .filter(other -> !other.equals(id) && tree.has(other))
                          .anyMatch(other -> tree.isWithin(other, id)))
              .orElse(false);
    }

    /// Takes out of the corrections those whose names are there.
    private void relabel(Map<String, Correction> byName) {
      Set<String> found = new HashSet<>();
      for (int i = 0; i < rows.size(); i++) {
        LabelledRows.Row row = rows.get(i);
        String name = Folding.fold(row.text());
        Correction correction = byName.get(name);
        if (correction != null) {
          boolean first = found.add(name);
          if (!row.label().equals(correction.category().id())) {
            rows.set(i, row.withLabel(label(correction)));
            relabelled++;
          } else if (first) {
            confirmed++;
          }
        }
      }
      byName.keySet().removeAll(found);
    }

    private void append(Correction correction) {
      rows.add(
          new LabelledRows.Row(
              correction.line(),
              correction.product().name(),
              correction.product().maker(),
              correction.product().sourceCategory(),
              correction.product().description(),
              label(correction),
              ""));
      added++;
    }

    private String label(Correction correction) {
      String id = correction.category().id();
      if (labels.add(id)) {
        newLabels.add(id);
      }
      return id;
    }
  }
}
