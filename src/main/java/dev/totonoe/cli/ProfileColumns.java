package dev.totonoe.cli;

import dev.totonoe.csv.Dialect;
import dev.totonoe.csv.DialectHints;
import dev.totonoe.csv.Sniffed;
import dev.totonoe.csv.Sniffer;
import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.InputFailure;
import dev.totonoe.failure.IoReason;
import dev.totonoe.profile.ColumnRule;
import dev.totonoe.profile.Headings;
import dev.totonoe.profile.KindInference;
import dev.totonoe.profile.Profile;
import dev.totonoe.record.ColumnKind;
import dev.totonoe.train.LabelledColumns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a profile says of a labelled file: how it is written, and which columns hold names, makers,
/// source categories and descriptions.
///
/// Only columns that the profile names are taken, the first of each kind that the file has. A
/// labelled file often has fewer columns than the dataset, and more that say the answer, such as
/// the path beside the id of a category; neither is an error, and the latter are not learnt from.
final class ProfileColumns {
  private final Profile profile;
  private final Sniffed look;

  private ProfileColumns(Profile profile, Sniffed look) {
    this.profile = profile;
    this.look = look;
  }

  /// @param named what the options say; that stands
  static LabelledColumns complete(LabelledColumns named, Path profile, Path file) {
    if (!Files.exists(profile)) {
      throw new ConfigurationFailure(
          "--profile %s: expected a profile but there is no such file".formatted(profile));
    }
    Profile read = Profile.read(profile, profile.toString());
    return new ProfileColumns(read, look(file, read.input().hints())).complete(named);
  }

  private static Sniffed look(Path file, DialectHints hints) {
    try {
      return Sniffer.sniff(file, hints);
    } catch (NoSuchFileException e) {
      throw new InputFailure(
          file + ": expected a table but there is no such file; check the path", e);
    } catch (IOException e) {
      throw new EnvironmentFailure(file + ": cannot be read: " + IoReason.of(e), e);
    }
  }

  private LabelledColumns complete(LabelledColumns named) {
    Optional<String> label = named.label().or(() -> LabelledColumns.labelIn(look.header()));
    Dialect dialect = look.dialect();
    return new LabelledColumns(
        named.text().or(() -> first(ColumnKind.NAME, label)),
        named.label(),
        named.maker().or(() -> first(ColumnKind.MAKER, label)),
        named.sourceCategory().or(() -> first(ColumnKind.CATEGORY, label)),
        named.description().or(this::description),
        named.group(),
        new DialectHints(
            Optional.of(dialect.encoding()),
            Optional.of(dialect.delimiter()),
            OptionalInt.of(dialect.headerLine())));
  }

  /// The heading of the first column of a kind; never the one with the labels.
  private Optional<String> first(ColumnKind kind, Optional<String> label) {
    return profile.columns().stream()
        .flatMap(rule -> place(rule).stream().boxed().filter(at -> kind(rule, at) == kind))
        .map(at -> look.header().get(at).strip())
        .filter(heading -> !label.map(String::strip).equals(Optional.of(heading)))
        .findFirst();
  }

  /// The first column that the profile takes a description from and the file has.
  private Optional<String> description() {
    List<String> header = look.header().stream().map(Headings::fold).toList();
    return profile.description().stream()
        .map(heading -> header.indexOf(Headings.fold(heading)))
        .filter(at -> at >= 0)
        .map(at -> look.header().get(at).strip())
        .findFirst();
  }

  private ColumnKind kind(ColumnRule rule, int at) {
    return rule.kind()
        .orElseGet(
            () ->
                KindInference.infer(
                    rule.name(), look.sample().stream().map(cells -> cells.get(at)).toList()));
  }

  /// Where a column of the profile stands in the file.
  private OptionalInt place(ColumnRule rule) {
    List<String> header = look.header().stream().map(Headings::fold).toList();
    return Stream.concat(Stream.of(rule.name()), rule.from().stream())
        .map(Headings::fold)
        .flatMapToInt(wanted -> IntStream.of(header.indexOf(wanted)))
        .filter(at -> at >= 0)
        .findFirst();
  }
}
