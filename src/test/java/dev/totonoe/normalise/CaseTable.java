package dev.totonoe.normalise;

import dev.totonoe.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/// A table of tests that another project keeps, run against our rules.
///
/// Where our policy is another, a line in `src/test/resources/normalise/policy/<name>.tsv` says so.
/// It is tab-separated: conditions, verdict, ours, reason.
///
/// - conditions: `column~regex` joined by ` & `; each regex must be found in the row's cell
/// - verdict: `differs` (the row is ours to read and we read it otherwise) or `outside` (no product
///   master asks this: the row does not count)
/// - ours: for `differs` a regex that must match all of what we read, so that a policy excuses only
///   what it describes; `-` for `outside`
/// - reason: a sentence
///
/// @param name the file's name below `../shared/data/cases`, without `.tsv`
/// @param expected what the other project reads, in the words that `actual` uses
/// @param actual what we read; empty: nothing
record CaseTable(String name, Function<Row, String> expected, Function<Row, String> actual) {
  enum Verdict {
    PASSED,
    DIFFERS,
    OUTSIDE,
    FAILED
  }

  /// One row of the table.
  ///
  /// @param cells by column, with their escapes undone; `\N` is the empty text
  record Row(Map<String, String> cells) {
    /// @throws IllegalArgumentException where the table has no such column
    String cell(String column) {
      return Optional.ofNullable(cells.get(column))
          .orElseThrow(
              () -> new IllegalArgumentException("no column " + column + " in " + cells.keySet()));
    }
  }

  /// What became of a row.
  record Judged(Row row, String expected, String actual, Verdict verdict, String reason) {
    @Override
    public String toString() {
      return "%s: expected \"%s\", read \"%s\"".formatted(row.cells(), expected, actual);
    }
  }

  private record Condition(String column, Pattern pattern) {
    boolean holds(Row row) {
      return pattern.matcher(row.cell(column)).find();
    }
  }

  private record Policy(List<Condition> conditions, Verdict verdict, Pattern ours, String reason) {
    boolean explains(Row row, String actual) {
      return conditions.stream().allMatch(condition -> condition.holds(row))
          && (verdict == Verdict.OUTSIDE || ours.matcher(actual).matches());
    }
  }

  List<Judged> judge() {
    List<Policy> policies = policies();
    return rows().stream().map(row -> judge(row, policies)).toList();
  }

  private Judged judge(Row row, List<Policy> policies) {
    Optional<Policy> outside =
        policies.stream()
            .filter(policy -> policy.verdict == Verdict.OUTSIDE && policy.explains(row, ""))
            .findFirst();
    if (outside.isPresent()) {
      return new Judged(row, "", "", Verdict.OUTSIDE, outside.get().reason);
    }
    String ours = actual.apply(row);
    String theirs = expected.apply(row);
    if (ours.equals(theirs)) {
      return new Judged(row, theirs, ours, Verdict.PASSED, "");
    }
    return policies.stream()
        .filter(policy -> policy.explains(row, ours))
        .findFirst()
        .map(policy -> new Judged(row, theirs, ours, Verdict.DIFFERS, policy.reason))
        .orElseGet(() -> new Judged(row, theirs, ours, Verdict.FAILED, ""));
  }

  private List<Row> rows() {
    List<String> lines = lines("cases/" + name + ".tsv");
    List<String> header = List.of(lines.get(1).split("\t", -1));
    List<Row> rows = new ArrayList<>();
    for (String line : lines.subList(2, lines.size())) {
      String[] cells = line.split("\t", -1);
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < header.size(); i++) {
        row.put(header.get(i), i < cells.length ? unescaped(cells[i]) : "");
      }
      rows.add(new Row(row));
    }
    return rows;
  }

  /// The first line names source and licence, the second the columns.
  private static List<String> lines(String file) {
    try {
      return Files.readAllLines(SharedData.find(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String unescaped(String cell) {
    if (cell.equals("\\N")) {
      return "";
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == '\\' && i + 1 < cell.length()) {
        char next = cell.charAt(++i);
        switch (next) {
          case 't' -> out.append('\t');
          case 'n' -> out.append('\n');
          case 'r' -> out.append('\r');
          case '\\' -> out.append('\\');
          default -> out.append(c).append(next);
        }
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private List<Policy> policies() {
    String resource = "/normalise/policy/" + name + ".tsv";
    try (var in = CaseTable.class.getResourceAsStream(resource)) {
      if (in == null) {
        return List.of();
      }
      Stream<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
      return lines
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> policy(resource, line))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Policy policy(String resource, String line) {
    String[] parts = line.split("\t", -1);
    if (parts.length != 4 || parts[3].isBlank()) {
      throw new IllegalArgumentException(
          resource + ": expected conditions, verdict, ours and a reason but found: " + line);
    }
    try {
      List<Condition> conditions =
          Stream.of(parts[0].split(" & "))
              .map(condition -> condition.split("~", 2))
              .map(condition -> new Condition(condition[0], Pattern.compile(condition[1])))
              .toList();
      return new Policy(
          conditions,
          switch (parts[1]) {
            case "differs" -> Verdict.DIFFERS;
            case "outside" -> Verdict.OUTSIDE;
            default -> throw new IllegalArgumentException(resource + ": no verdict: " + parts[1]);
          },
          Pattern.compile(parts[2]),
          parts[3]);
    } catch (PatternSyntaxException | ArrayIndexOutOfBoundsException e) {
      throw new IllegalArgumentException(resource + ": not a policy: " + line, e);
    }
  }
}
