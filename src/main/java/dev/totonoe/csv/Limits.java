package dev.totonoe.csv;

/// The named limits of reading. They bound memory and the cost of looking ahead.
///
/// @param quotedCellLinesMax how many physical lines a quoted cell covers at most
/// @param recordBytesMax how many bytes a record has at most, its line end not counted
record Limits(int quotedCellLinesMax, int recordBytesMax) {
  /// A quoted cell covers at most this many physical lines; one that runs on is a stray quote.
  static final int QUOTED_CELL_LINES_MAX = 200;

  /// A record has at most this many bytes, its line end not counted.
  static final int RECORD_BYTES_MAX = 1 << 20;

  /// A row that the worker wrote itself. It holds the cells of one record, raw and unified, and is
  /// some times longer than the record: a byte of windows-31j may become three in UTF-8, a quote
  /// two.
  static final int OWN_ROW_BYTES_MAX = 256 << 20;

  /// Room for a line end (CR LF in UTF-16) behind a record of the greatest length.
  static final int LINE_END_BYTES_MAX = 4;

  /// How much of a file a first look reads.
  static final int SNIFF_BYTES_MAX = 1 << 20;

  /// How much text decides the encoding.
  static final int ENCODING_SAMPLE_BYTES_MAX = 256 << 10;

  /// Records that a first look hands out, for the inference of profiles.
  static final int SAMPLE_RECORDS_MAX = 1_000;

  /// A header stands within this many records from the top.
  static final int HEADER_SEARCH_RECORDS_MAX = 20;

  /// A compressed file may grow by this factor; real tables grow 5 to 50 times.
  static final long EXPANSION_MAX = 250;

  /// Below this size a compressed file may grow by any factor.
  static final long EXPANSION_FREE_BYTES = 256L << 20;

  /// The two that record bounds depend on; tests use smaller ones.
  static final Limits STANDARD = new Limits(QUOTED_CELL_LINES_MAX, RECORD_BYTES_MAX);

  /// For files that the worker wrote itself: nothing in them is taken for a stray quote.
  static final Limits OWN_ROWS = new Limits(OWN_ROW_BYTES_MAX, OWN_ROW_BYTES_MAX);
}
