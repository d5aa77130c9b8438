package dev.totonoe.profile;

import dev.totonoe.csv.DialectHints;
import dev.totonoe.csv.OutputFormat;
import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.IoReason;
import dev.totonoe.record.Choice;
import dev.totonoe.record.Choices;
import dev.totonoe.record.Column;
import dev.totonoe.record.ColumnKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// What a dataset's columns mean and what its output looks like. `ProfileKey` lists what
/// `dataset.yaml` may say.
///
/// @param model the model bundle's name; `none`: categories by rules only
/// @param dictionary the dictionary bundle's name
/// @param input how the input files are written
/// @param columns the columns that the profile names, in the order of `products.csv`; columns of
///   the input that are not named here are delivered after them
/// @param normalise how the columns of a kind are normalised, where the profile says so
/// @param threshold below this score a category goes to review; empty: the bundle's own
/// @param description headings of columns that describe the product to the categoriser
/// @param output how the results are written
/// @param rejectsMaxFraction the greatest part of the records that may be rejects, 0 to 1; empty:
///   no limit
public record Profile(
    String model,
    String dictionary,
    InputSettings input,
    List<ColumnRule> columns,
    Map<ColumnKind, Choices> normalise,
    OptionalDouble threshold,
    List<String> description,
    OutputSettings output,
    OptionalDouble rejectsMaxFraction) {
  /// The model name that means none.
  public static final String NO_MODEL = "none";

  /// Enough for `COLUMNS_MAX` columns with some names each.
  static final int FILE_BYTES_MAX = 1 << 20;

  public Profile {
    Objects.requireNonNull(model);
    Objects.requireNonNull(dictionary);
    Objects.requireNonNull(input);
    columns = List.copyOf(columns);
    normalise = Collections.unmodifiableMap(new TreeMap<>(normalise));
    Objects.requireNonNull(threshold);
    description = List.copyOf(description);
    Objects.requireNonNull(output);
    Objects.requireNonNull(rejectsMaxFraction);
  }

  /// What an empty profile means.
  public static Profile defaults() {
    return new Profile(
        ProfileKey.MODEL.defaultText(),
        ProfileKey.DICTIONARY.defaultText(),
        new InputSettings(DialectHints.none()),
        List.of(),
        Map.of(),
        OptionalDouble.empty(),
        List.of(),
        new OutputSettings(OutputFormat.standard()),
        OptionalDouble.empty());
  }

  /// Reads a profile; a file that does not exist means the defaults.
  ///
  /// @param shownName what messages call the file, such as `datasets/x/dataset.yaml`
  /// @throws ConfigurationFailure with one line for each error in the file
  /// @throws EnvironmentFailure where the file system fails
  public static Profile read(Path file, String shownName) {
    byte[] bytes;
    try {
      if (Files.isDirectory(file)) {
        throw new ConfigurationFailure(shownName + ": expected a file but found a directory");
      }
      try (InputStream in = Files.newInputStream(file)) {
        bytes = in.readNBytes(FILE_BYTES_MAX + 1);
      }
    } catch (NoSuchFileException e) {
      return defaults();
    } catch (IOException e) {
      throw new EnvironmentFailure(shownName + ": cannot be read: " + IoReason.of(e), e);
    }
    checkSize(bytes.length, shownName);
    return parse(decode(bytes, shownName), shownName);
  }

  /// Reads a profile from its text.
  ///
  /// @throws ConfigurationFailure with one line for each error in the text
  public static Profile parse(String yaml, String shownName) {
    checkSize(yaml.length(), shownName);
    return Yaml.parse(withoutByteOrderMark(yaml), shownName)
        .map(root -> ProfileChecker.check(root, shownName))
        .orElseGet(Profile::defaults);
  }

  /// A column of the dataset with the choices that the profile makes for its kind and for itself.
  Column column(String name, ColumnKind kind) {
    Map<Choice, String> chosen = new EnumMap<>(Choice.class);
    chosen.putAll(normalise.getOrDefault(kind, Choices.defaults(kind)).chosen());
    columns.stream()
        .filter(rule -> rule.name().equals(name) && rule.kind().isPresent())
        .forEach(rule -> chosen.putAll(rule.chosen()));
    return new Column(name, kind, new Choices(kind, chosen));
  }

  /// The places of the columns that describe the product, in the profile's order. A heading that no
  /// column has is left out: [ColumnMapping#resolve] refuses it where there is anything to look in.
  ///
  /// @param columns the dataset's columns
  public List<Integer> descriptionColumns(List<Column> columns) {
    return description.stream()
        .flatMap(heading -> describedBy(heading, columns).stream())
        .distinct()
        .toList();
  }

  /// The place of the column that a heading means: one of another name where a rule says so.
  Optional<Integer> describedBy(String heading, List<Column> among) {
    String folded = Headings.fold(heading);
    String name =
        columns.stream()
            .filter(rule -> rule.from().stream().map(Headings::fold).anyMatch(folded::equals))
            .map(rule -> Headings.fold(rule.name()))
            .findFirst()
            .orElse(folded);
    return IntStream.range(0, among.size())
        .boxed()
        .filter(index -> Headings.fold(among.get(index).name()).equals(name))
        .findFirst();
  }

  /// The profile as text that is the same for profiles that mean the same, however they were
  /// written: part of the run's fingerprint. It is valid YAML and reads back as an equal profile.
  public String canonicalText() {
    return ProfileWriter.write(this);
  }

  private static void checkSize(int size, String shownName) {
    if (size > FILE_BYTES_MAX) {
      throw new ConfigurationFailure(
          "%s: longer than a profile may be (%d bytes)".formatted(shownName, FILE_BYTES_MAX));
    }
  }

  private static String decode(byte[] bytes, String shownName) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new ConfigurationFailure(
          shownName + ": expected UTF-8 but found bytes that are not; save the file as UTF-8", e);
    }
  }

  private static String withoutByteOrderMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
