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

/// The tree of categories: `taxonomy.csv` with the columns `id,path,name`.
public final class Taxonomy {
  private static final List<String> HEADER = List.of("id", "path", "name");

  private final Map<String, String> pathOfId = new LinkedHashMap<>();
  private final Map<String, String> idOfPath = new LinkedHashMap<>();

  private Taxonomy() {}

  static Taxonomy empty() {
    return new Taxonomy();
  }

  /// @throws ConfigurationFailure naming every bad line
  public static Taxonomy read(Path file) {
    List<String> errors = new ArrayList<>();
    CsvTable table = table(file, HEADER, errors);
    Taxonomy taxonomy = new Taxonomy();
    for (CsvTable.Row row : table.rows()) {
      String at = file + ":" + row.line() + ": ";
      String id = row.cells().get(0).strip();
      String path = row.cells().get(1).strip();
      if (id.isEmpty() || path.isEmpty()) {
        errors.add(at + "a category needs an id and a path but has '" + id + "', '" + path + "'");
      } else if (taxonomy.pathOfId.putIfAbsent(id, path) != null) {
        errors.add(at + "the id " + id + " is already taken by " + taxonomy.pathOfId.get(id));
      } else if (taxonomy.idOfPath.putIfAbsent(path, id) != null) {
        errors.add(at + "the path " + path + " is already taken by " + taxonomy.idOfPath.get(path));
      }
    }
    fail("the taxonomy has errors", errors);
    return taxonomy;
  }

  public boolean has(String id) {
    return pathOfId.containsKey(id);
  }

  /// The path of an id that the taxonomy has.
  public String path(String id) {
    String path = pathOfId.get(id);
    if (path == null) {
      throw new IllegalArgumentException("no category " + id);
    }
    return path;
  }

  /// The id that a label means: an id itself, or a path.
  public Optional<String> idOf(String label) {
    return has(label) ? Optional.of(label) : Optional.ofNullable(idOfPath.get(label));
  }

  /// @param errors takes a sentence for each row that cannot be used
  static CsvTable table(Path file, List<String> header, List<String> errors) {
    CsvTable table;
    try {
      table = CsvTable.readUtf8(file, errors::add);
    } catch (InputFailure e) {
      throw new ConfigurationFailure(e.getMessage(), e);
    }
    if (!table.header().equals(header)) {
      throw new ConfigurationFailure(
          "%s:1: expected the header %s but found %s".formatted(file, header, table.header()));
    }
    return table;
  }

  static void fail(String what, List<String> errors) {
    if (!errors.isEmpty()) {
      throw new ConfigurationFailure(what + ":\n" + String.join("\n", errors));
    }
  }
}
