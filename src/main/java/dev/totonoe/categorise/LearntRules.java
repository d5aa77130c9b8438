package dev.totonoe.categorise;

import dev.totonoe.csv.CsvSink;
import dev.totonoe.csv.CsvTable;
import dev.totonoe.csv.OutputFormat;
import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.IoReason;
import dev.totonoe.text.Folding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The rules that were learnt from a person's corrections: rules of the kind `name`, for any maker
/// and source, with the note `learnt`. They stand in the `rules.csv` of a dictionary bundle among
/// the rules that people wrote, which are never touched: rows, their order, their notes and further
/// columns stay.
public final class LearntRules {
  /// The note that tells a learnt rule from a person's.
  public static final String NOTE = "learnt";

  private final Path file;
  private final String shown;
  private final Taxonomy taxonomy;
  private final List<String> header;
  private final List<List<String>> rows = new ArrayList<>();
  private final Map<String, Integer> learntAt = new HashMap<>();
  private final Map<String, Integer> ownAt = new HashMap<>();
  private final Map<Integer, Long> lines = new HashMap<>();
  private int added;
  private int replaced;
  private int unchanged;
  private final List<String> remarks = new ArrayList<>();

  /// What learning made of a table.
  ///
  /// @param table the table with its header, as bytes
  /// @param added new rules
  /// @param replaced learnt rules that have another category now
  /// @param unchanged learnt rules that said the same already
  /// @param remarks what could not be learnt as a rule, and why, as sentences
  public record Edited(byte[] table, int added, int replaced, int unchanged, List<String> remarks) {
    public Edited {
      table = table.clone();
      remarks = List.copyOf(remarks);
    }

    @Override
    public byte[] table() {
      return table.clone();
    }
  }

  private LearntRules(Path file, String shown, Taxonomy taxonomy) {
    this.file = file;
    this.shown = shown;
    this.taxonomy = taxonomy;
    if (!Files.exists(file)) {
      header = RuleFile.COLUMNS;
      return;
    }
    RuleFile.read(file, taxonomy);
    CsvTable table = Taxonomy.table(file, remarks);
    List<String> headings = new ArrayList<>(table.header());
    if (!headings.contains(RuleFile.NOTE)) {
      headings.add(RuleFile.NOTE);
    }
    header = List.copyOf(headings);
    table.rows().forEach(this::take);
  }

  /// @param file the bundle's `rules.csv`; may be absent
  /// @param shown its name for remarks
  /// @throws ConfigurationFailure naming every bad line of it
  public static LearntRules read(Path file, String shown, Taxonomy taxonomy) {
    return new LearntRules(Objects.requireNonNull(file), Objects.requireNonNull(shown), taxonomy);
  }

  private void take(CsvTable.Row row) {
    List<String> cells = new ArrayList<>(row.cells());
    while (cells.size() < header.size()) {
      cells.add("");
    }
    int place = rows.size();
    rows.add(cells);
    lines.put(place, row.line());
    boolean forAll =
        cell(cells, RuleFile.MAKER).isEmpty() && cell(cells, RuleFile.SOURCE).isEmpty();
    if (forAll && cell(cells, RuleFile.KIND).equals(Rule.Kind.NAME.word())) {
      boolean learnt = cell(cells, RuleFile.NOTE).equals(NOTE);
      (learnt && !isVeto(cells) ? learntAt : ownAt)
          .put(Folding.fold(cell(cells, RuleFile.PATTERN)), place);
    }
  }

  /// Gives a name a category, unless a person's rule for the name is there.
  public void learn(String name, String categoryId) {
    String pattern = Folding.fold(name);
    Integer own = ownAt.get(pattern);
    Integer learnt = learntAt.get(pattern);
    Optional<String> impossible = impossible(name, pattern, categoryId);
    if (own != null) {
      String theirs = cell(rows.get(own), RuleFile.CATEGORY_ID);
      if (!theirs.equals(categoryId) || isVeto(rows.get(own))) {
        remarks.add(
            "%s:%d: a rule for the name \"%s\" that was not learnt is there and stays (%s, not %s); change it by hand if it is wrong"
                .formatted(
                    shown,
                    lines.get(own),
                    name,
                    isVeto(rows.get(own)) ? "veto of " + theirs : theirs,
                    categoryId));
      } else {
        unchanged++;
      }
    } else if (impossible.isPresent()) {
      remarks.add("\"%s\": no rule was made, because %s".formatted(name, impossible.get()));
    } else if (learnt == null) {
      learntAt.put(pattern, rows.size());
      rows.add(row(name, categoryId));
      added++;
    } else if (cell(rows.get(learnt), RuleFile.CATEGORY_ID).equals(categoryId)) {
      unchanged++;
    } else {
      rows.set(learnt, row(name, categoryId));
      replaced++;
    }
  }

  private Optional<String> impossible(String name, String pattern, String categoryId) {
    if (!taxonomy.has(categoryId)) {
      return Optional.of("the dictionary's taxonomy has no category " + categoryId);
    }
    if (pattern.length() > RuleFile.PATTERN_LENGTH_MAX) {
      return Optional.of("it is longer than %d characters".formatted(RuleFile.PATTERN_LENGTH_MAX));
    }
    return Invisible.in(name).map(sign -> "it has " + sign);
  }

  private List<String> row(String name, String categoryId) {
    Map<String, String> cells =
        Map.of(
            RuleFile.KIND, Rule.Kind.NAME.word(),
            RuleFile.PATTERN, name,
            RuleFile.CATEGORY_ID, categoryId,
            RuleFile.NOTE, NOTE);
    return header.stream().map(column -> cells.getOrDefault(column, "")).toList();
  }

  private boolean isVeto(List<String> cells) {
    return cell(cells, RuleFile.ACTION).equals(RuleFile.VETO);
  }

  private String cell(List<String> cells, String column) {
    int at = header.indexOf(column);
    return at < 0 ? "" : cells.get(at).strip();
  }

  /// @throws ConfigurationFailure when there are more rules than a table may have
  public Edited edited() {
    if (rows.size() > RuleFile.RULES_MAX) {
      throw new ConfigurationFailure(
          "%s: expected at most %,d rules but it would have %,d; learn with --no-rules, or take out learnt rules that the model has caught up with"
              .formatted(file, RuleFile.RULES_MAX, rows.size()));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (CsvSink sink = new CsvSink(bytes, OutputFormat.standard())) {
      sink.start(header);
      for (List<String> row : rows) {
        sink.row(row);
      }
    } catch (IOException e) {
      throw new EnvironmentFailure(file + ": cannot be written: " + IoReason.of(e), e);
    }
    return new Edited(bytes.toByteArray(), added, replaced, unchanged, remarks);
  }
}
