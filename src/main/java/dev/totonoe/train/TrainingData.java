package dev.totonoe.train;

import dev.totonoe.csv.CsvSink;
import dev.totonoe.csv.DialectHints;
import dev.totonoe.csv.Encoding;
import dev.totonoe.csv.OutputFormat;
import dev.totonoe.csv.Sniffer;
import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.IoReason;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/// The rows that a model learnt from, as its bundle carries them so that it can learn more: a
/// compressed table with the columns `text` and `label`, and of `maker`, `source_category`,
/// `description` and `group` those that were used. A label is what the model gives: the id of a
/// category where the training had a taxonomy.
///
/// The same rows give the same bytes: the table has no times in it (RFC 1952 allows 0 for "no
/// time"), and training again from it gives the same network.
public final class TrainingData {
  /// Its place in a bundle.
  public static final String FILE = "training/labelled.csv.gz";

  /// As for every file of a model bundle. Two to three million names of usual length.
  static final long BYTES_MAX = 64L << 20;

  /// Whether a bundle carries its rows.
  public enum Kept {
    KEPT,
    /// Whoever trained did not want to pass them on.
    LEFT_OUT,
    /// They take more than the largest file that a bundle may have.
    TOO_LARGE
  }

  private static final OutputFormat FORMAT = OutputFormat.standard();
  private static final DialectHints WRITTEN =
      new DialectHints(
          Optional.of(Encoding.UTF_8), Optional.of(FORMAT.delimiter()), OptionalInt.of(1));
  private static final Map<String, Function<LabelledRows.Row, String>> CELLS =
      Map.of(
          LabelledColumns.TEXT, LabelledRows.Row::text,
          LabelledColumns.LABEL, LabelledRows.Row::label,
          LabelledColumns.MAKER, LabelledRows.Row::maker,
          LabelledColumns.SOURCE_CATEGORY, LabelledRows.Row::sourceCategory,
          LabelledColumns.DESCRIPTION, LabelledRows.Row::description,
          LabelledColumns.GROUP, LabelledRows.Row::groupCell);

  private TrainingData() {}

  /// Writes the rows into a bundle that is being made, unless they are too large for it.
  ///
  /// @param uses what was learnt from, as [LabelledColumns.Places#used] names it
  static Kept keep(Path bundle, Collection<String> uses, List<LabelledRows.Row> rows, Labels labels)
      throws IOException {
    return keep(bundle, uses, rows, labels, BYTES_MAX);
  }

  static Kept keep(
      Path bundle,
      Collection<String> uses,
      List<LabelledRows.Row> rows,
      Labels labels,
      long bytesMax)
      throws IOException {
    Path file = bundle.resolve(FILE);
    List<LabelledRows.Row> labelled = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      labelled.add(rows.get(i).withLabel(labels.all().get(labels.classes()[i]).id()));
    }
    Files.createDirectories(file.getParent());
    write(file, uses, labelled);
    if (Files.size(file) <= bytesMax) {
      return Kept.KEPT;
    }
    Files.delete(file);
    Files.delete(file.getParent());
    return Kept.TOO_LARGE;
  }

  static void write(Path file, Collection<String> uses, List<LabelledRows.Row> rows)
      throws IOException {
    List<Function<LabelledRows.Row, String>> cells = uses.stream().map(CELLS::get).toList();
    try (OutputStream bytes = Files.newOutputStream(file);
        CsvSink sink = new CsvSink(new GZIPOutputStream(bytes), FORMAT)) {
      sink.start(List.copyOf(uses));
      for (LabelledRows.Row row : rows) {
        sink.row(cells.stream().map(cell -> cell.apply(row)).collect(Collectors.toList()));
      }
    }
  }

  /// The columns to train by from such a file.
  public static LabelledColumns columns(Path file) {
    try {
      List<String> header = Sniffer.sniff(file, WRITTEN).header();
      Function<String, Optional<String>> there = use -> Optional.of(use).filter(header::contains);
      return new LabelledColumns(
          Optional.of(LabelledColumns.TEXT),
          Optional.of(LabelledColumns.LABEL),
          there.apply(LabelledColumns.MAKER),
          there.apply(LabelledColumns.SOURCE_CATEGORY),
          there.apply(LabelledColumns.DESCRIPTION),
          there.apply(LabelledColumns.GROUP),
          WRITTEN);
    } catch (IOException e) {
      throw new EnvironmentFailure(file + ": cannot be read: " + IoReason.of(e), e);
    }
  }

  /// The rows of such a file, in its order.
  static LabelledRows read(Path file) {
    return LabelledRows.read(file, columns(file));
  }
}
