package dev.totonoe.categorise;

import dev.totonoe.csv.CsvTable;
import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.failure.InputFailure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The tree of categories: `taxonomy.csv` with the columns `id,path,name`. A path has the names
/// from the top, joined by ` > `.
public final class Taxonomy {
  /// Stands between two names of a path.
  public static final String SEPARATOR = " > ";

  static final int CATEGORIES_MAX = 100_000;
  static final int PATH_LENGTH_MAX = 1_000;

  private static final List<String> HEADER = List.of("id", "path", "name");

  private final Map<String, Category> ofId = new LinkedHashMap<>();
  private final Map<String, String> idOfPath = new LinkedHashMap<>();

  /// A line of the table.
  private record Category(String id, String path, String name, long line) {}

  private Taxonomy() {}

  static Taxonomy empty() {
    return new Taxonomy();
  }

  /// @throws ConfigurationFailure naming every bad line
  public static Taxonomy read(Path file) {
    List<String> errors = new ArrayList<>();
    CsvTable table = table(file, errors);
    if (!table.header().equals(HEADER)) {
      throw new ConfigurationFailure(
          "%s:1: expected the header %s but found %s"
              .formatted(file, HEADER, Invisible.shown(table.header().toString())));
    }
    if (table.rows().size() > CATEGORIES_MAX) {
      throw new ConfigurationFailure(
          "%s: expected at most %,d categories but found %,d"
              .formatted(file, CATEGORIES_MAX, table.rows().size()));
    }
    Taxonomy taxonomy = new Taxonomy();
    for (CsvTable.Row row : table.rows()) {
      List<String> cells = row.cells().stream().map(String::strip).toList();
      taxonomy
          .wrong(new Category(cells.get(0), cells.get(1), cells.get(2), row.line()))
          .ifPresent(error -> errors.add(file + ":" + row.line() + ": " + error));
    }
    fail("the taxonomy has errors", errors);
    return taxonomy;
  }

  /// Takes a category, or says what is wrong with it.
  private Optional<String> wrong(Category category) {
    String id = category.id();
    String path = category.path();
    Optional<String> invisible = Invisible.in(id + path);
    if (invisible.isPresent()) {
      return Optional.of("a category has " + invisible.get());
    }
    if (id.isEmpty() || path.isEmpty()) {
      return Optional.of(
          "a category needs an id and a path but has '%s', '%s'".formatted(id, path));
    }
    if (path.length() > PATH_LENGTH_MAX) {
      return Optional.of(
          "expected a path of at most %,d characters but found %,d"
              .formatted(PATH_LENGTH_MAX, path.length()));
    }
    for (String name : path.split(SEPARATOR, -1)) {
      if (name.isBlank()) {
        return Optional.of("the path " + path + " has an empty name");
      }
    }
    Category sameId = ofId.putIfAbsent(id, category);
    if (sameId != null) {
      return Optional.of("the id " + id + " is already taken by " + sameId.path());
    }
    String samePath = idOfPath.putIfAbsent(path, id);
    return samePath == null
        ? Optional.empty()
        : Optional.of("the path " + path + " is already taken by " + samePath);
  }

  /// What is in order but hardly meant, as sentences that begin with `file:line: `.
  List<String> warnings(Path file) {
    List<String> warnings = new ArrayList<>();
    for (Category category : ofId.values()) {
      String at = file + ":" + category.line() + ": ";
      int last = category.path().lastIndexOf(SEPARATOR);
      String parent = last < 0 ? "" : category.path().substring(0, last);
      if (last >= 0 && !idOfPath.containsKey(parent)) {
        warnings.add(at + "nothing has the path of its parent, " + parent);
      }
      String end = lastName(category.path());
      if (!end.equals(category.name())) {
        warnings.add(
            "%sthe path ends with %s but the name is %s".formatted(at, end, category.name()));
      }
      String other = idOfPath.get(category.id());
      if (other != null && !other.equals(category.id())) {
        warnings.add("%sthe id %s is also the path of %s".formatted(at, category.id(), other));
      }
    }
    return warnings;
  }

  /// All ids, in the order of the table.
  public List<String> ids() {
    return List.copyOf(ofId.keySet());
  }

  public boolean has(String id) {
    return ofId.containsKey(id);
  }

  /// The path of an id that the taxonomy has.
  public String path(String id) {
    Category category = ofId.get(id);
    if (category == null) {
      throw new IllegalArgumentException("no category " + id);
    }
    return category.path();
  }

  /// The id that a label means: an id itself, or a path.
  public Optional<String> idOf(String label) {
    return has(label) ? Optional.of(label) : idOfPath(label);
  }

  /// The id of the category with exactly this path.
  public Optional<String> idOfPath(String path) {
    return Optional.ofNullable(idOfPath.get(path));
  }

  /// Whether a category is another one or stands below it; the taxonomy has both.
  public boolean isWithin(String id, String ancestorId) {
    return isWithinPath(path(id), path(ancestorId));
  }

  /// The name at the end of a path.
  public static String lastName(String path) {
    int last = path.lastIndexOf(SEPARATOR);
    return last < 0 ? path : path.substring(last + SEPARATOR.length());
  }

  /// Whether a path is another one or goes on from it.
  public static boolean isWithinPath(String path, String ancestor) {
    return path.startsWith(ancestor)
        && (path.length() == ancestor.length() || path.startsWith(SEPARATOR, ancestor.length()));
  }

  /// @param errors takes a sentence for each row that cannot be used
  static CsvTable table(Path file, List<String> errors) {
    try {
      return CsvTable.readUtf8(file, errors::add);
    } catch (InputFailure e) {
      throw new ConfigurationFailure(e.getMessage(), e);
    }
  }

  static void fail(String what, List<String> errors) {
    if (!errors.isEmpty()) {
      throw new ConfigurationFailure(what + ":\n" + String.join("\n", errors));
    }
  }
}
