package dev.totonoe.profile;

import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.profile.ResolvedColumn.InputCell;
import dev.totonoe.record.Column;
import dev.totonoe.record.ColumnKind;
import dev.totonoe.record.DerivedColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Brings the headings of all files together as the dataset's columns. `ColumnMapping` states the
/// rules.
final class ColumnResolver {
  /// Together these mark a file as the worker's own output; every `products.csv` has them.
  private static final List<DerivedColumn> MARKS =
      List.of(DerivedColumn.REVIEW_REASONS, DerivedColumn.SOURCE_FILE, DerivedColumn.SOURCE_LINE);

  /// Cells of a column that are looked at, shared among the files, but some of each.
  private static final int VALUES_MAX = 2_000;

  private static final int VALUES_OF_FILE_MIN = 20;

  private static final int FILES_SHOWN_MAX = 3;

  private final Profile profile;
  private final List<FileLook> looks;
  private final List<List<InputCell>> cellsOfFiles;
  private final List<String> problems = new ArrayList<>();

  private ColumnResolver(Profile profile, List<FileLook> looks) {
    this.profile = profile;
    this.looks = looks;
    this.cellsOfFiles = looks.stream().map(look -> userCells(look.header())).toList();
  }

  /// @throws ConfigurationFailure with one line for each contradiction of profile and files
  static List<ResolvedColumn> resolve(Profile profile, List<FileLook> looks) {
    return new ColumnResolver(profile, looks).columns();
  }

  static List<FileMapping> fileMappings(List<ResolvedColumn> columns, List<FileLook> looks) {
    List<FileMapping> mappings = new ArrayList<>();
    for (int file = 0; file < looks.size(); file++) {
      List<Integer> sourceIndex = new ArrayList<>();
      for (ResolvedColumn column : columns) {
        InputCell cell = column.cells().get(file);
        sourceIndex.add(cell == null ? FileMapping.ABSENT : cell.index());
      }
      FileLook look = looks.get(file);
      mappings.add(new FileMapping(look.file(), sourceIndex, derived(look.header())));
    }
    return mappings;
  }

  /// The worker's own columns in a header, by their last position.
  static Map<DerivedColumn, Integer> derived(List<String> header) {
    if (!MARKS.stream().map(DerivedColumn::header).allMatch(header::contains)) {
      return Map.of();
    }
    Map<DerivedColumn, Integer> derived = new EnumMap<>(DerivedColumn.class);
    for (int i = 0; i < header.size(); i++) {
      int index = i;
      DerivedColumn.ofHeader(header.get(i)).ifPresent(column -> derived.put(column, index));
    }
    return derived;
  }

  private static List<InputCell> userCells(List<String> header) {
    Set<Integer> derived = Set.copyOf(derived(header).values());
    List<String> headings = new ArrayList<>(header);
    derived.forEach(index -> headings.set(index, ""));
    List<String> names = Headings.names(headings);
    List<InputCell> cells = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (!derived.contains(i)) {
        cells.add(new InputCell(i, names.get(i)));
      }
    }
    return cells;
  }

  private List<ResolvedColumn> columns() {
    Map<String, Integer> ruleOfHeading = ruleOfHeading();
    List<Map<Integer, InputCell>> ruled = new ArrayList<>();
    profile.columns().forEach(rule -> ruled.add(new HashMap<>()));
    Map<String, Map<Integer, InputCell>> others = new LinkedHashMap<>();
    for (int file = 0; file < looks.size(); file++) {
      for (InputCell cell : cellsOfFiles.get(file)) {
        Integer rule = ruleOfHeading.get(Headings.fold(cell.name()));
        if (rule == null) {
          others.computeIfAbsent(Headings.fold(cell.name()), k -> new HashMap<>()).put(file, cell);
        } else {
          InputCell other = ruled.get(rule).putIfAbsent(file, cell);
          if (other != null) {
            problems.add(twice(file, rule, other, cell));
          }
        }
      }
    }
    checkAllFound(ruled, others);
    if (!problems.isEmpty()) {
      throw new ConfigurationFailure(String.join("\n", problems));
    }
    List<ResolvedColumn> columns = withKinds(ruled, others);
    checkDescription(columns);
    return columns;
  }

  private void checkDescription(List<ResolvedColumn> columns) {
    if (cellsOfFiles.stream().allMatch(List::isEmpty)) {
      return; // Empty files have no columns to miss.
    }
    List<Column> found =
        columns.stream().map(column -> new Column(column.name(), ColumnKind.KEEP)).toList();
    for (String heading : profile.description()) {
      if (profile.describedBy(heading, found).isEmpty()) {
        Map<String, String> names = new LinkedHashMap<>();
        columns.forEach(column -> names.put(Headings.fold(column.name()), column.name()));
        problems.add(
            "dataset.yaml: %s: no file has the heading %s: looked in %s%s"
                .formatted(
                    ProfileKey.CATEGORY_DESCRIPTION.path(),
                    Shown.quoted(heading),
                    files(),
                    suggestion(List.of(heading), names)));
      }
    }
    if (!problems.isEmpty()) {
      throw new ConfigurationFailure(String.join("\n", problems));
    }
  }

  private Map<String, Integer> ruleOfHeading() {
    Map<String, Integer> ruleOfHeading = new HashMap<>();
    for (int i = 0; i < profile.columns().size(); i++) {
      ColumnRule rule = profile.columns().get(i);
      ruleOfHeading.put(Headings.fold(rule.name()), i);
      for (String heading : rule.from()) {
        ruleOfHeading.put(Headings.fold(heading), i);
      }
    }
    return ruleOfHeading;
  }

  private String twice(int file, int rule, InputCell first, InputCell second) {
    return "%s: the headings %s and %s both mean the column %s (columns[%d] of dataset.yaml); keep one of them in its from"
        .formatted(
            looks.get(file).file(),
            Shown.quoted(first.name()),
            Shown.quoted(second.name()),
            Shown.quoted(profile.columns().get(rule).name()),
            rule);
  }

  private void checkAllFound(
      List<Map<Integer, InputCell>> ruled, Map<String, Map<Integer, InputCell>> others) {
    if (cellsOfFiles.stream().allMatch(List::isEmpty)) {
      return; // Empty files have no columns to miss.
    }
    Map<String, String> unclaimed = new LinkedHashMap<>();
    others.forEach((fold, cells) -> unclaimed.put(fold, cells.values().iterator().next().name()));
    for (int i = 0; i < ruled.size(); i++) {
      if (ruled.get(i).isEmpty()) {
        problems.add(missing(i, unclaimed));
      }
    }
  }

  private String missing(int index, Map<String, String> unclaimed) {
    ColumnRule rule = profile.columns().get(index);
    List<String> wanted = Stream.concat(Stream.of(rule.name()), rule.from().stream()).toList();
    return "dataset.yaml: columns[%d]: no file has the heading %s: looked in %s%s"
        .formatted(
            index,
            wanted.stream().map(Shown::quoted).collect(Collectors.joining(" or ")),
            files(),
            suggestion(wanted, unclaimed));
  }

  /// @param there the headings that may be meant, by how they fold
  private static String suggestion(List<String> wanted, Map<String, String> there) {
    if (there.isEmpty()) {
      return "; all headings there are used by other columns: remove this one, or move one of their headings here";
    }
    return wanted.stream()
        .flatMap(heading -> Nearest.to(Headings.fold(heading), there.keySet()).stream())
        .findFirst()
        .map(fold -> "; did you mean %s?".formatted(Shown.quoted(there.get(fold))))
        .orElse("; headings there: " + shown(List.copyOf(there.values())));
  }

  private String files() {
    String shown =
        looks.stream().limit(FILES_SHOWN_MAX).map(FileLook::file).collect(Collectors.joining(", "));
    int more = looks.size() - FILES_SHOWN_MAX;
    return more > 0 ? "%s and %d more".formatted(shown, more) : shown;
  }

  private static String shown(List<String> headings) {
    int max = 10;
    String shown =
        headings.stream().limit(max).map(Shown::quoted).collect(Collectors.joining(", "));
    return headings.size() > max ? shown + ", …" : shown;
  }

  private List<ResolvedColumn> withKinds(
      List<Map<Integer, InputCell>> ruled, Map<String, Map<Integer, InputCell>> others) {
    List<ResolvedColumn> columns = new ArrayList<>();
    for (int i = 0; i < ruled.size(); i++) {
      ColumnRule rule = profile.columns().get(i);
      ResolvedColumn column = guessed(rule.name(), ruled.get(i));
      columns.add(rule.kind().map(kind -> column.with(kind, "the profile")).orElse(column));
    }
    Set<String> taken = new HashSet<>(others.keySet());
    profile.columns().forEach(rule -> taken.add(Headings.fold(rule.name())));
    others.forEach(
        (fold, cells) -> {
          String name =
              cells.get(cells.keySet().stream().min(Comparator.naturalOrder()).get()).name();
          String free =
              DerivedColumn.ofHeader(name).isPresent() ? Headings.free(name, taken) : name;
          taken.add(Headings.fold(free));
          columns.add(guessed(free, cells));
        });
    Set<String> namedByProfile =
        profile.columns().stream()
            .filter(rule -> rule.kind().isPresent())
            .map(ColumnRule::name)
            .collect(Collectors.toSet());
    return NameChoice.choose(columns, column -> namedByProfile.contains(column.name()));
  }

  private ResolvedColumn guessed(String name, Map<Integer, InputCell> cells) {
    int valuesMax = Math.max(VALUES_OF_FILE_MIN, VALUES_MAX / Math.max(1, looks.size()));
    List<String> values = new ArrayList<>();
    for (int file = 0; file < looks.size(); file++) {
      InputCell cell = cells.get(file);
      if (cell != null) {
        List<List<String>> sample = looks.get(file).sample();
        for (List<String> row : sample.subList(0, Math.min(sample.size(), valuesMax))) {
          values.add(cell.index() < row.size() ? row.get(cell.index()) : "");
        }
      }
    }
    ResolvedColumn column =
        new ResolvedColumn(name, cells, values, new ResolvedColumn.Guess(ColumnKind.KEEP, ""));
    ResolvedColumn.Guess guess = KindInference.guess(column.headings(), values);
    return column.with(guess.kind(), guess.why());
  }
}
