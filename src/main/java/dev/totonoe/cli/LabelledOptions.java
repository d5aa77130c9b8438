package dev.totonoe.cli;

import dev.totonoe.csv.DialectHints;
import dev.totonoe.layout.AssetName;
import dev.totonoe.layout.Root;
import dev.totonoe.train.LabelledColumns;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of commands that read labelled names.
final class LabelledOptions {
  private static final String DEFAULT_DICTIONARY = "default";

  @Option(
      names = "--text",
      paramLabel = "COL",
      description = "The column of names; default: found by its heading.")
  private @Nullable String text;

  @Option(
      names = "--label",
      paramLabel = "COL",
      description = "The column of categories; default: found by its heading.")
  private @Nullable String label;

  @Option(
      names = "--maker",
      paramLabel = "COL",
      description = "The column of makers or brands; default: none is used.")
  private @Nullable String maker;

  @Option(
      names = "--source-category",
      paramLabel = "COL",
      description = "The column of the categories that the source gave; default: none is used.")
  private @Nullable String sourceCategory;

  @Option(
      names = "--description",
      paramLabel = "COL",
      description = "The column of descriptions; default: none is used.")
  private @Nullable String description;

  @Option(
      names = "--profile",
      paramLabel = "FILE",
      description =
          "A dataset.yaml: its columns of the kinds name, maker and category are used, unless an option names others.")
  private @Nullable Path profile;

  @Option(
      names = "--dictionary",
      paramLabel = "NAME",
      defaultValue = DEFAULT_DICTIONARY,
      description =
          "The dictionary under dictionaries/ that splits the names; default: ${DEFAULT-VALUE}.")
  private String dictionary = DEFAULT_DICTIONARY;

  /// @param file the labelled file
  /// @param group the column of groups, for commands that have one
  LabelledColumns columns(Path file, Optional<String> group) {
    LabelledColumns named =
        new LabelledColumns(
            Optional.ofNullable(text),
            Optional.ofNullable(label),
            Optional.ofNullable(maker),
            Optional.ofNullable(sourceCategory),
            Optional.ofNullable(description),
            group,
            DialectHints.none());
    return profile == null ? named : ProfileColumns.complete(named, profile, file);
  }

  Path dictionary(Root root) {
    return root.dictionary(AssetName.of("dictionary", dictionary));
  }
}
