package dev.totonoe.train;

import dev.totonoe.categorise.CategoryModel;
import dev.totonoe.categorise.Taxonomy;
import dev.totonoe.text.Folding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// What people may write for a category: its id, its path, or the last name of its path where no
/// other category has it. Width, case, kana and the spaces around `>` do not matter.
public final class CategoryNames {
  private static final int SHOWN_MAX = 3;

  private final Map<String, Named> ofId = new LinkedHashMap<>();
  private final Map<String, Named> ofPath = new HashMap<>();
  private final Map<String, List<Named>> ofLastName = new HashMap<>();
  private final Newcomers newcomers;

  /// What becomes of a text that names no known category.
  private enum Newcomers {
    REFUSED,
    WELCOME
  }

  /// A category that exists, or will.
  public record Named(String id, String path) {
    public Named {
      Objects.requireNonNull(id);
      Objects.requireNonNull(path);
    }
  }

  /// What a text means.
  sealed interface Meaning {
    record One(Named category) implements Meaning {}

    /// @param expected what was expected instead
    /// @param remedy what to do
    record None(String expected, String remedy) implements Meaning {}
  }

  private CategoryNames(List<Named> all, Newcomers newcomers) {
    this.newcomers = newcomers;
    for (Named category : all) {
      ofId.put(key(category.id()), category);
      ofPath.putIfAbsent(key(category.path()), category);
      ofLastName
          .computeIfAbsent(key(Taxonomy.lastName(category.path())), _ -> new ArrayList<>(1))
          .add(category);
    }
  }

  /// Only what the taxonomy has.
  public static CategoryNames of(Taxonomy taxonomy) {
    return new CategoryNames(
        taxonomy.ids().stream().map(id -> new Named(id, taxonomy.path(id))).toList(),
        Newcomers.REFUSED);
  }

  /// The labels of a model that has no taxonomy; any other text is a new label.
  public static CategoryNames ofLabels(List<CategoryModel.Label> labels) {
    return new CategoryNames(
        labels.stream().map(label -> new Named(label.id(), label.path())).toList(),
        Newcomers.WELCOME);
  }

  /// The category of an id that stands in a file as it was written there.
  Optional<Named> ofId(String id) {
    return Optional.ofNullable(ofId.get(key(id))).filter(named -> named.id().equals(id));
  }

  Meaning meaning(String text) {
    String key = key(text);
    Optional<Named> exact =
        Optional.ofNullable(ofId.get(key)).or(() -> Optional.ofNullable(ofPath.get(key)));
    List<Named> named =
        exact.map(List::of).orElseGet(() -> ofLastName.getOrDefault(key, List.of()));
    if (named.size() == 1) {
      return new Meaning.One(named.getFirst());
    }
    if (named.size() > 1) {
      return new Meaning.None(
          "one category but %d are called so".formatted(named.size()),
          "write the id of one: " + shown(named));
    }
    return switch (newcomers) {
      case WELCOME -> {
        String label = LabelledRows.tidy(text);
        yield new Meaning.One(new Named(label, label));
      }
      case REFUSED ->
          new Meaning.None("the id, the path or the last name of a category", near(key));
    };
  }

  private String near(String key) {
    List<Named> near =
        ofId.values().stream().filter(category -> key(category.path()).contains(key)).toList();
    return near.isEmpty()
        ? "look it up in the taxonomy.csv of the dictionary, or add it there"
        : "these are near: " + shown(near);
  }

  private static String shown(List<Named> categories) {
    String shown =
        categories.stream()
            .limit(SHOWN_MAX)
            .map(category -> category.id() + " (" + category.path() + ")")
            .collect(Collectors.joining(", "));
    return categories.size() > SHOWN_MAX ? shown + ", …" : shown;
  }

  private static String key(String text) {
    return Folding.fold(text).replaceAll(" ?> ?", ">");
  }
}
