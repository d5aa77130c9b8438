package dev.totonoe.record;

import java.util.Locale;
import java.util.Optional;

/// Why a record cannot be delivered. The lower-case name stands in `rejects.csv` and in reports.
public enum RejectReason {
  /// The bytes are not text in the file's encoding.
  UNDECODABLE,
  /// A quote opens that is not closed where a cell ends, or within the limit.
  STRAY_QUOTE,
  /// Fewer cells than the header has.
  TOO_FEW_CELLS,
  /// More cells than the header has.
  TOO_MANY_CELLS,
  /// The header line again, in the middle of the data.
  REPEATED_HEADER,
  /// Every cell is empty.
  EMPTY_RECORD,
  /// Longer than the named limit.
  TOO_LONG,
  /// A spreadsheet turned the code into an exponent: its digits are lost.
  GTIN_LOST,
  /// A date that cannot exist and cannot be meant, such as year 0 of an era.
  IMPOSSIBLE_DATE,
  /// The text has characters that the output's encoding lacks.
  UNENCODABLE;

  /// The word used in files, such as `stray_quote`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The reason that a word in a file means.
  public static Optional<RejectReason> ofWord(String word) {
    for (RejectReason reason : values()) {
      if (reason.word().equals(word)) {
        return Optional.of(reason);
      }
    }
    return Optional.empty();
  }
}
