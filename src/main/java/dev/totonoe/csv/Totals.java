package dev.totonoe.csv;

/// What one pass over a file counted.
///
/// @param records the records, those that will be rejected included; header, title lines and blank
///   lines are none
/// @param physicalLines every line, a last one without line end included
/// @param blankLines the lines without any character but spaces that start no record; they are
///   skipped in files of one column too
/// @param bytes the decompressed bytes
public record Totals(long records, long physicalLines, long blankLines, long bytes) {}
