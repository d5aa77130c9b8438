package dev.totonoe.report;

import dev.totonoe.record.Column;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What a run found and did, without anything that differs when it is repeated.
///
/// @param dataset the dataset's name
/// @param run the run's name
/// @param fingerprint the run's fingerprint
/// @param worker the worker's version
/// @param inputs the input files as they were read
/// @param columns the dataset's columns
/// @param derived the headings of the columns that the worker appended
/// @param tally what came of the records
public record RunReport(
    String dataset,
    String run,
    String fingerprint,
    String worker,
    List<Input> inputs,
    List<Column> columns,
    List<String> derived,
    Tally tally) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  public RunReport {
    Objects.requireNonNull(dataset);
    Objects.requireNonNull(run);
    Objects.requireNonNull(fingerprint);
    Objects.requireNonNull(worker);
    inputs = List.copyOf(inputs);
    columns = List.copyOf(columns);
    derived = List.copyOf(derived);
    Objects.requireNonNull(tally);
  }

  /// One input file as it was read.
  ///
  /// @param path such as `raw/items.csv`
  /// @param bytes its size
  /// @param encoding the encoding's word, such as `windows-31j`
  /// @param delimiter the delimiter's word, such as `comma`
  /// @param headerLine the header's line, 0 where there is none
  /// @param lines physical lines, with header, title and blank lines
  /// @param records records, with the rejected ones
  public record Input(
      String path,
      long bytes,
      String encoding,
      String delimiter,
      int headerLine,
      long lines,
      long records) {}

  /// `report.json`.
  public byte[] json() {
    return JSON.writeValueAsBytes(this);
  }

  /// `report.html`.
  public String html() {
    return ReportPage.of(this);
  }
}
