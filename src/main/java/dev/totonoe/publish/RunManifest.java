package dev.totonoe.publish;

import dev.totonoe.csv.Delimiter;
import dev.totonoe.csv.Encoding;
import dev.totonoe.csv.LineEnd;
import dev.totonoe.csv.OutputFormat;
import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.plan.PlannedInput;
import dev.totonoe.profile.FileMapping;
import dev.totonoe.record.Column;
import dev.totonoe.record.DerivedColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JacksonException;

/// `manifest.json`: the proof of a published run.
///
/// @param dataset the dataset's name
/// @param run the run's name
/// @param fingerprint SHA-256 over inputs, profile, bundles and worker
/// @param worker the worker's version and the checksum of its code
/// @param counts rows in and what came of them; rows = products + rejects
/// @param inputs the raw files, in the order in which their records were delivered
/// @param products how `products.csv` and `review.csv` are written, and their columns
/// @param bundles every file of every bundle, with paths from the root
/// @param files the run's own files, with paths from the run's directory
public record RunManifest(
    String dataset,
    String run,
    String fingerprint,
    Worker worker,
    Counts counts,
    List<Input> inputs,
    Products products,
    List<FileProof> bundles,
    List<FileProof> files) {
  public RunManifest {
    Objects.requireNonNull(dataset);
    Objects.requireNonNull(run);
    Objects.requireNonNull(fingerprint);
    Objects.requireNonNull(worker);
    Objects.requireNonNull(counts);
    inputs = List.copyOf(inputs);
    Objects.requireNonNull(products);
    bundles = List.copyOf(bundles);
    files = List.copyOf(files);
  }

  /// Which worker did it.
  public record Worker(String version, String codeSha256) {}

  /// The figures that prove that no record was lost.
  public record Counts(long rows, long products, long rejects, long review, long changes) {
    public Counts {
      if (rows != products + rejects) {
        throw new IllegalArgumentException(
            "%d rows came in but %d products and %d rejects came out"
                .formatted(rows, products, rejects));
      }
    }
  }

  /// A raw file: its proof, and what is needed to give back its rows.
  ///
  /// @param path its path from the dataset's directory, such as `raw/items.csv`
  /// @param bytes its size
  /// @param sha256 its checksum
  /// @param delimiter what separates its cells: the word, or the character where it has none
  /// @param headerLine the line of its header, 0 where it has none
  /// @param records its records, those that were rejected included
  /// @param header its headings as they stand
  /// @param columns for each of them the heading in `products.csv`
  public record Input(
      String path,
      long bytes,
      String sha256,
      String delimiter,
      int headerLine,
      long records,
      List<String> header,
      List<String> columns) {
    public Input {
      Objects.requireNonNull(path);
      Objects.requireNonNull(sha256);
      Objects.requireNonNull(delimiter);
      header = List.copyOf(header);
      columns = List.copyOf(columns);
      if (header.size() != columns.size()) {
        throw new IllegalArgumentException(
            "%s: %d headings but %d columns".formatted(path, header.size(), columns.size()));
      }
    }

    static Input of(PlannedInput input, List<Column> columns) {
      List<String> names = new ArrayList<>(input.header());
      List<Integer> sourceIndex = input.mapping().sourceIndex();
      for (int i = 0; i < columns.size(); i++) {
        if (sourceIndex.get(i) != FileMapping.ABSENT) {
          names.set(sourceIndex.get(i), columns.get(i).name());
        }
      }
      input.mapping().derived().forEach((column, index) -> names.set(index, column.header()));
      return new Input(
          input.shown(),
          input.bytes(),
          input.sha256(),
          Delimiter.wordOf(input.dialect().delimiter()),
          input.dialect().headerLine(),
          input.totals().records(),
          input.header(),
          names);
    }

    /// Whether its records name a source of their own, because it is output that came in again.
    boolean carriesSource() {
      return columns.contains(DerivedColumn.SOURCE_LINE.header());
    }
  }

  /// How the delivered records are written.
  ///
  /// @param encoding the encoding's word
  /// @param bom whether there is a byte order mark
  /// @param delimiter the delimiter's word, or the character where it has none
  /// @param lineEnd the line end's word
  /// @param columns the headings of the user's columns
  /// @param derived the headings of those that the worker appended
  public record Products(
      String encoding,
      boolean bom,
      String delimiter,
      String lineEnd,
      List<String> columns,
      List<String> derived) {
    public Products {
      Objects.requireNonNull(encoding);
      Objects.requireNonNull(delimiter);
      Objects.requireNonNull(lineEnd);
      columns = List.copyOf(columns);
      derived = List.copyOf(derived);
    }

    static Products of(OutputFormat format, List<Column> columns, List<String> derived) {
      return new Products(
          format.encoding().word(),
          format.bom(),
          Delimiter.wordOf(format.delimiter()),
          format.lineEnd().word(),
          columns.stream().map(Column::name).toList(),
          derived);
    }

    OutputFormat format() {
      return new OutputFormat(
          Encoding.ofWord(encoding).orElseThrow(),
          bom,
          Delimiter.of(delimiter),
          LineEnd.ofWord(lineEnd));
    }
  }

  byte[] json() {
    return Json.MAPPER.writeValueAsBytes(this);
  }

  /// @param shown the file's name for messages
  public static RunManifest read(Path file, String shown) {
    try {
      return Json.MAPPER.readValue(Files.readAllBytes(file), RunManifest.class);
    } catch (JacksonException | IOException e) {
      throw new EnvironmentFailure(
          "%s: expected a run's manifest as this version writes it but it cannot be read: %s; run the dataset again"
              .formatted(shown, e.getMessage()),
          e);
    }
  }
}
