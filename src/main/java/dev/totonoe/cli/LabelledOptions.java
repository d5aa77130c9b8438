package dev.totonoe.cli;

import dev.totonoe.layout.AssetName;
import dev.totonoe.layout.Root;
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
      names = "--dictionary",
      paramLabel = "NAME",
      defaultValue = DEFAULT_DICTIONARY,
      description =
          "The dictionary under dictionaries/ that splits the names; default: ${DEFAULT-VALUE}.")
  private String dictionary = DEFAULT_DICTIONARY;

  Optional<String> text() {
    return Optional.ofNullable(text);
  }

  Optional<String> label() {
    return Optional.ofNullable(label);
  }

  Path dictionary(Root root) {
    return root.dictionary(AssetName.of("dictionary", dictionary));
  }
}
