package dev.totonoe.csv;

import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.InputFailure;
import dev.totonoe.failure.IoReason;
import dev.totonoe.record.Record;
import dev.totonoe.record.Reject;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// A table whose rows must all be in order: a bundle's files, labelled data. Its first line is the
/// header. `.csv` has commas and `.tsv` has tabs (`.gz` behind either); otherwise the delimiter is
/// detected; so is the encoding.
///
/// Where raw data gives a reject, this gives an [InputFailure] that names file and line, since the
/// project or its user wrote the file and can correct it.
public final class CsvTable {
  private final List<String> header;
  private final List<Row> rows;

  /// @param line the physical line on which the row starts, from 1
  /// @param cells its cells, as many as the header has
  public record Row(long line, List<String> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  private interface FirstLook {
    Sniffed take() throws IOException;
  }

  private CsvTable(List<String> header, List<Row> rows) {
    this.header = List.copyOf(header);
    this.rows = List.copyOf(rows);
  }

  /// Reads a whole table into memory.
  public static CsvTable read(Path file) {
    List<String> header = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    stream(file, header::addAll, rows::add);
    return new CsvTable(header, rows);
  }

  /// Reads a bundle's table, which is UTF-8: the rows that are in order; of each other one it
  /// tells, so that all errors of a file can be reported at once.
  ///
  /// @param errors takes a sentence for each row that cannot be used
  public static CsvTable readUtf8(Path file, Consumer<String> errors) {
    List<String> header = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    parse(
        file,
        () -> look(file, Optional.of(Encoding.UTF_8)),
        header::addAll,
        rows::add,
        reject -> errors.accept(sentence(reject)));
    return new CsvTable(header, rows);
  }

  /// Reads a table row by row.
  ///
  /// @param header takes the header, first
  /// @param rows takes each row, in order
  public static void stream(Path file, Consumer<List<String>> header, Consumer<Row> rows) {
    parse(file, () -> look(file, Optional.empty()), header, rows, CsvTable::refuse);
  }

  /// Reads a table row by row as [#stream(Path, Consumer, Consumer)] does.
  ///
  /// @param hints what is known of it; the header is the first line unless they say otherwise, and
  ///   the ending of the file's name is believed only where it gives more than one column
  public static void stream(
      Path file, DialectHints hints, Consumer<List<String>> header, Consumer<Row> rows) {
    OptionalInt headerLine = OptionalInt.of(hints.headerLine().orElse(1));
    DialectHints byEnding =
        new DialectHints(hints.encoding(), hints.delimiter().or(() -> delimiter(file)), headerLine);
    DialectHints open = new DialectHints(hints.encoding(), hints.delimiter(), headerLine);
    parse(
        file,
        () -> {
          Sniffed sniffed = Sniffer.sniff(file, byEnding);
          return sniffed.header().size() > 1 ? sniffed : Sniffer.sniff(file, open);
        },
        header,
        rows,
        CsvTable::refuse);
  }

  /// Reads a table that a person filled in and saved with whatever program: encoding and delimiter
  /// are detected where the ending of its name does not fit. Empty rows are skipped. A row may lack
  /// cells at its end: some spreadsheets leave out empty ones.
  ///
  /// @param errors takes a sentence for each row that cannot be used
  public static void streamSaved(
      Path file, Consumer<List<String>> header, Consumer<Row> rows, Consumer<String> errors) {
    DialectHints byEnding = new DialectHints(Optional.empty(), delimiter(file), OptionalInt.of(1));
    DialectHints open = new DialectHints(Optional.empty(), Optional.empty(), OptionalInt.of(1));
    AtomicReference<Sniffed> look = new AtomicReference<>();
    parse(
        file,
        () -> {
          Sniffed sniffed = Sniffer.sniff(file, byEnding);
          look.set(sniffed.header().size() > 1 ? sniffed : Sniffer.sniff(file, open));
          return look.get();
        },
        header,
        rows,
        reject -> {
          switch (reject.reason()) {
            case EMPTY_RECORD -> {}
            case TOO_FEW_CELLS -> rows.accept(filledUp(reject, look.get()));
            default -> errors.accept(sentence(reject));
          }
        });
  }

  private static Row filledUp(Reject reject, Sniffed look) {
    List<String> cells =
        new ArrayList<>(
            new CellParser(look.dialect().delimiter()).cells(reject.raw()).orElseThrow());
    while (cells.size() < look.header().size()) {
      cells.add("");
    }
    return new Row(reject.place().line(), cells);
  }

  private static void parse(
      Path file,
      FirstLook firstLook,
      Consumer<List<String>> header,
      Consumer<Row> rows,
      Consumer<Reject> rejects) {
    try {
      Sniffed sniffed = firstLook.take();
      header.accept(sniffed.header());
      try (RecordReader reader =
          RecordReader.openWhole(
              RawBytes.open(file), sniffed.dialect(), file.toString(), sniffed.header())) {
        while (reader.hasNext()) {
          switch (reader.next()) {
            case Record record -> rows.accept(new Row(record.place().line(), record.cells()));
            case Reject reject -> rejects.accept(reject);
          }
        }
      }
    } catch (NoSuchFileException e) {
      throw new InputFailure(
          file + ": expected a table but there is no such file; check the path", e);
    } catch (IOException e) {
      throw new EnvironmentFailure(
          file + ": cannot be read (" + IoReason.of(e) + "); run again", e);
    }
  }

  public List<String> header() {
    return header;
  }

  public List<Row> rows() {
    return rows;
  }

  /// The position, from 0, of a column by its exact name; the first where there are several.
  public Optional<Integer> indexOf(String column) {
    int index = header.indexOf(Objects.requireNonNull(column));
    return index < 0 ? Optional.empty() : Optional.of(index);
  }

  private static Optional<Character> delimiter(Path file) {
    String name = file.toString();
    String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    return plain.endsWith(".csv")
        ? Optional.of(',')
        : plain.endsWith(".tsv") ? Optional.of('\t') : Optional.empty();
  }

  private static Sniffed look(Path file, Optional<Encoding> encoding) throws IOException {
    return Sniffer.sniff(file, new DialectHints(encoding, delimiter(file), OptionalInt.of(1)));
  }

  private static void refuse(Reject reject) {
    throw new InputFailure(sentence(reject));
  }

  private static String sentence(Reject reject) {
    return reject.message().replace("the record went to rejects.csv", "the table is not used");
  }
}
