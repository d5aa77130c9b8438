package dev.totonoe.csv;

import java.util.Arrays;
import java.util.Optional;

/// Files that are often sent in place of CSV, by their first bytes. Read as text they would be
/// nothing but rejects.
enum OtherFormat {
  /// Office Open XML and other zip archives (PKWARE APPNOTE 4.3.7).
  XLSX("an Excel workbook (.xlsx) or another zip archive", 'P', 'K', 3, 4),
  /// Compound File Binary ([MS-CFB] 2.2): Excel up to 2003.
  XLS("an Excel workbook (.xls)", 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1),
  PDF("a PDF document", '%', 'P', 'D', 'F', '-'),
  /// A gzip file whose name does not end in `.gz` (RFC 1952 2.3.1).
  GZIP("a gzip file without .gz at the end of its name", 0x1F, 0x8B, 8);

  private final String description;
  private final byte[] start;

  OtherFormat(String description, int... start) {
    this.description = description;
    this.start = new byte[start.length];
    for (int i = 0; i < start.length; i++) {
      this.start[i] = (byte) start[i];
    }
  }

  /// What it is, for a message.
  String description() {
    return description;
  }

  /// @param head the start of a file
  static Optional<OtherFormat> of(byte[] head) {
    return Arrays.stream(values()).filter(format -> format.starts(head)).findFirst();
  }

  private boolean starts(byte[] head) {
    return head.length >= start.length
        && Arrays.equals(head, 0, start.length, start, 0, start.length);
  }
}
