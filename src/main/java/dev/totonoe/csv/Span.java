package dev.totonoe.csv;

/// A run of whole records of one file. The spans of a file follow each other without a gap from
/// behind the header to the last record; only blank lines at the end of the file may be left over.
///
/// @param offset where it starts in the decompressed bytes
/// @param length how many bytes it has
/// @param firstLine the physical line at its start, from 1
/// @param firstOrdinal the number of its first record in the file, from 1
/// @param records how many records it has, those that will be rejected included; at least 1
/// @param crc32c the CRC-32C (RFC 3720) of its bytes
public record Span(
    long offset, long length, long firstLine, long firstOrdinal, long records, long crc32c) {
  public Span {
    if (offset < 0 || length < 1 || firstLine < 1 || firstOrdinal < 1 || records < 1) {
      throw new IllegalArgumentException(
          "not a span: "
              + "offset %d, length %d, line %d, ordinal %d, records %d"
                  .formatted(offset, length, firstLine, firstOrdinal, records));
    }
  }
}
