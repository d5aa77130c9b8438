package dev.totonoe.profile;

import dev.totonoe.csv.Delimiter;
import dev.totonoe.csv.Dialect;
import dev.totonoe.csv.Sniffed;
import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.record.Choice;
import dev.totonoe.record.ColumnKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What `totonoe inspect` prints: how each file is written, what each column seems to hold and why,
/// and a profile to start from. All but the profile stands in comments, so the whole text can be
/// saved as `dataset.yaml`.
public final class Inspection {
  private static final int EXAMPLES = 3;
  private static final int EXAMPLE_CELLS_MAX = 16;
  private static final int HEADING_CELLS_MAX = 24;
  private static final int TITLE_LINES_MAX = 3;
  private static final int TITLE_CELLS_MAX = 60;
  private static final int FILES_MAX = 20;

  /// Of these a product has one, so two files that each have one mean the same.
  private static final Set<ColumnKind> ONE_PER_PRODUCT =
      Set.of(ColumnKind.NAME, ColumnKind.GTIN, ColumnKind.MAKER, ColumnKind.CONTENT);

  private Inspection() {}

  /// An input file and what was seen of it.
  public record InspectedFile(String file, Sniffed sniffed) {
    FileLook look() {
      return FileLook.of(file, sniffed);
    }
  }

  /// @throws ConfigurationFailure where profile and files contradict each other
  public static String describe(Profile profile, List<InspectedFile> files) {
    List<ResolvedColumn> columns = resolve(profile, files);
    List<String> comment = new ArrayList<>();
    files.stream().limit(FILES_MAX).forEach(file -> comment.addAll(describe(file)));
    if (files.size() > FILES_MAX) {
      comment.addAll(List.of("and %d more files".formatted(files.size() - FILES_MAX), ""));
    }
    comment.addAll(table(columns));
    comment.add("");
    comment.addAll(remarks(columns, files));
    Profile proposal = proposal(profile, columns);
    if (proposal.columns().isEmpty() && !columns.isEmpty()) {
      comment.add(
          "The columns are too many, or their headings too long, to be named in a profile.");
      comment.add("");
    }
    comment.add("A profile to start from; save it as dataset.yaml:");
    StringBuilder text = new StringBuilder();
    comment.forEach(line -> text.append(("# " + line).stripTrailing()).append('\n'));
    return text.append(ProfileWriter.write(proposal)).toString();
  }

  /// The profile with its columns written out, unless they are more than a profile may have.
  ///
  /// @throws ConfigurationFailure where profile and files contradict each other
  public static Profile propose(Profile profile, List<InspectedFile> files) {
    return proposal(profile, resolve(profile, files));
  }

  private static List<ResolvedColumn> resolve(Profile profile, List<InspectedFile> files) {
    return ColumnResolver.resolve(profile, files.stream().map(InspectedFile::look).toList());
  }

  private static List<String> describe(InspectedFile inspected) {
    Dialect dialect = inspected.sniffed().dialect();
    String boms =
        dialect.bomBytes() == 0
            ? ""
            : " with a byte order mark of %d bytes".formatted(dialect.bomBytes());
    List<String> lines = new ArrayList<>();
    lines.add(Shown.visible(inspected.file()));
    lines.add("  encoding   " + dialect.encoding().word() + boms);
    lines.add("  delimiter  " + Delimiter.wordOf(dialect.delimiter()));
    lines.add("  line end   " + dialect.lineEnd().name().toLowerCase(Locale.ROOT));
    lines.add(
        "  header     " + (dialect.headerLine() == 0 ? "none" : "line " + dialect.headerLine()));
    List<String> titles = inspected.sniffed().titleLines();
    titles.stream()
        .limit(TITLE_LINES_MAX)
        .forEach(title -> lines.add("  title      " + DisplayWidth.cut(title, TITLE_CELLS_MAX)));
    if (titles.size() > TITLE_LINES_MAX) {
      lines.add("  title      and %d more".formatted(titles.size() - TITLE_LINES_MAX));
    }
    int derived = ColumnResolver.derived(inspected.sniffed().header()).size();
    String own =
        derived == 0 ? "" : ", %d of them the worker's own from an earlier run".formatted(derived);
    lines.add("  columns    " + inspected.sniffed().header().size() + own);
    lines.add("");
    return lines;
  }

  private static List<String> table(List<ResolvedColumn> columns) {
    if (columns.isEmpty()) {
      return List.of("no columns: the input is empty");
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("heading", "kind", "why", "examples"));
    for (ResolvedColumn column : columns) {
      rows.add(
          List.of(
              DisplayWidth.cut(column.name(), HEADING_CELLS_MAX),
              column.guess().kind().word(),
              Shown.visible(column.guess().why()),
              String.join(" | ", examples(column))));
    }
    return DisplayWidth.align(rows);
  }

  private static List<String> examples(ResolvedColumn column) {
    return column.values().stream()
        .filter(value -> !value.isBlank())
        .distinct()
        .limit(EXAMPLES)
        .map(value -> DisplayWidth.cut(value, EXAMPLE_CELLS_MAX))
        .toList();
  }

  private static List<String> remarks(List<ResolvedColumn> columns, List<InspectedFile> files) {
    List<String> remarks = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      int file = i;
      boolean named =
          columns.stream().anyMatch(c -> c.is(ColumnKind.NAME) && c.cells().containsKey(file));
      if (!named && !files.get(i).sniffed().header().isEmpty()) {
        remarks.add(
            "%s: no column looks like the product's name, so categories cannot be assigned by it; if one is, give it `kind: name`"
                .formatted(Shown.visible(files.get(i).file())));
      }
    }
    for (Merge merge : merges(columns)) {
      remarks.add(
          "%s and %s are both of kind %s and never stand in one file: the profile below makes one column of them"
              .formatted(
                  Shown.quoted(merge.into.name()),
                  Shown.quoted(merge.from.name()),
                  merge.into.guess().kind().word()));
    }
    if (!remarks.isEmpty()) {
      remarks.add("");
    }
    return remarks;
  }

  private static Profile proposal(Profile profile, List<ResolvedColumn> columns) {
    List<Merge> merges = merges(columns);
    List<ColumnRule> rules = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      ResolvedColumn column = columns.get(i);
      if (merges.stream().anyMatch(merge -> merge.from == column)) {
        continue;
      }
      List<String> written =
          i < profile.columns().size() ? profile.columns().get(i).from() : List.of();
      Stream<String> merged =
          merges.stream()
              .filter(merge -> merge.into == column)
              .flatMap(m -> m.from.headings().stream());
      Stream<String> all =
          Stream.of(written.stream(), column.headings().stream(), merged).flatMap(s -> s);
      Map<Choice, String> chosen =
          i < profile.columns().size() ? profile.columns().get(i).chosen() : Map.of();
      rules.add(
          new ColumnRule(
              column.name(),
              others(column.name(), all),
              Optional.of(column.guess().kind()),
              chosen));
    }
    return new Profile(
        profile.model(),
        profile.dictionary(),
        profile.input(),
        canBeWritten(rules) ? rules : List.of(),
        profile.normalise(),
        profile.threshold(),
        profile.description(),
        profile.output(),
        profile.rejectsMaxFraction());
  }

  private static boolean canBeWritten(List<ColumnRule> rules) {
    return rules.size() <= ColumnRuleChecker.COLUMNS_MAX
        && rules.stream()
            .allMatch(
                rule ->
                    rule.from().size() <= ColumnRuleChecker.FROM_MAX
                        && Stream.concat(Stream.of(rule.name()), rule.from().stream())
                            .allMatch(
                                heading ->
                                    heading.length() <= ColumnRuleChecker.HEADING_CHARS_MAX));
  }

  /// Without what folds like the name itself or like an earlier one: it need not be written.
  private static List<String> others(String name, Stream<String> headings) {
    Set<String> seen = new HashSet<>(Set.of(Headings.fold(name)));
    return headings.filter(heading -> seen.add(Headings.fold(heading))).toList();
  }

  /// A column that means the same as one of another file.
  private record Merge(ResolvedColumn into, ResolvedColumn from) {}

  /// Pairs of columns of one kind that no file has both of, where each file has only one of the
  /// kind.
  private static List<Merge> merges(List<ResolvedColumn> columns) {
    List<Merge> merges = new ArrayList<>();
    for (ColumnKind kind : ColumnKind.values()) {
      List<ResolvedColumn> alike =
          columns.stream()
              .filter(column -> ONE_PER_PRODUCT.contains(kind) && column.is(kind))
              .toList();
      boolean apart =
          alike.stream()
              .allMatch(a -> alike.stream().noneMatch(b -> a != b && a.sharesFileWith(b)));
      if (apart) {
        alike.stream().skip(1).forEach(column -> merges.add(new Merge(alike.getFirst(), column)));
      }
    }
    return merges;
  }
}
