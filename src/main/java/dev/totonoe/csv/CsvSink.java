package dev.totonoe.csv;

import com.opencsv.CSVWriter;
import com.opencsv.ICSVWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.List;

/// Writes rows as CSV, in large pieces. Cells are quoted only where reading them back needs it.
///
/// Every row is complete on its own, line end included, so that files without header can be joined
/// by joining their bytes. Closing closes the stream below.
public final class CsvSink implements AutoCloseable {
  private static final int BUFFER_CHARS = 256 << 10;

  private final OutputFormat format;
  private final Writer writer;
  private final ICSVWriter csv;

  public CsvSink(OutputStream out, OutputFormat format) {
    this.format = format;
    this.writer =
        new BufferedWriter(
            new OutputStreamWriter(
                out,
                format
                    .encoding()
                    .charset()
                    .newEncoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)),
            BUFFER_CHARS);
    this.csv = new CSVWriter(writer, format.delimiter(), '"', '"', format.lineEnd().text());
  }

  /// Starts a file: the byte order mark, if the format has one, and the header.
  public void start(List<String> header) throws IOException {
    if (format.bom() && format.encoding().byteOrderMark().length > 0) {
      writer.write('\uFEFF');
    }
    row(header);
  }

  /// Writes one row. All cells must be encodable ([OutputFormat#canEncode]).
  ///
  /// A row of one cell that is empty or has nothing but spaces is quoted: without quotes it would
  /// be a blank line, which is no row.
  public void row(List<String> cells) throws IOException {
    boolean blank = cells.size() == 1 && cells.getFirst().chars().allMatch(sign -> sign == ' ');
    try {
      csv.writeNext(cells.toArray(String[]::new), blank);
      if (csv.checkError()) {
        throw csv.getException();
      }
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("a cell cannot be encoded: ask canEncode first", e);
    }
  }

  /// Writes out what is buffered.
  public void flush() throws IOException {
    writer.flush();
  }

  @Override
  public void close() throws IOException {
    try {
      writer.close();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("a cell cannot be encoded: ask canEncode first", e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
