package dev.totonoe.sample;

import java.util.ArrayList;
import java.util.List;

/// What happens to a row on its way out of somebody's system.
enum Fate {
  SOUND(0),
  /// A quote opens a cell and nobody closes it.
  STRAY_QUOTE(4),
  /// The row breaks off.
  TOO_FEW_CELLS(6),
  /// A price with a comma in a cell that nobody quoted.
  TOO_MANY_CELLS(7),
  /// The name was cut at a number of bytes, in the middle of a character.
  UNDECODABLE(3),
  /// A spreadsheet took the JAN for a number.
  GTIN_LOST(8),
  /// Year 0 of an era.
  IMPOSSIBLE_DATE(1),
  /// A page break of the printing program.
  REPEATED_HEADER(2),
  /// A spreadsheet saved rows that somebody had emptied.
  EMPTY_RECORD(3);

  /// The first byte of ァ to ム in windows-31j; no character follows it.
  private static final int LONE_LEAD_BYTE = 0x83;

  private final int places;

  Fate(int places) {
    this.places = places;
  }

  /// Where a sheet keeps the cells that go wrong, counting from 0.
  record Positions(int name, int gtin, int price, int date) {}

  /// How many rows of a thousand meet this fate.
  int places() {
    return places;
  }

  void write(Sheet sheet, List<String> header, List<String> row, String categoryId, Positions at) {
    List<String> flat = row.stream().map(cell -> cell.replaceAll("[,\"\n]", " ")).toList();
    String before = String.join(",", flat.subList(0, at.name())) + ",";
    String name = flat.get(at.name());
    String after = "," + String.join(",", flat.subList(at.name() + 1, flat.size()));
    switch (this) {
      case SOUND -> sheet.product(Csv.row(row), categoryId);
      case STRAY_QUOTE -> sheet.line(before + '"' + name + after);
      case TOO_FEW_CELLS -> sheet.line(String.join(",", flat.subList(0, flat.size() - 3)));
      case TOO_MANY_CELLS -> sheet.line(String.join(",", with(flat, at.price(), "1,280")));
      case UNDECODABLE -> sheet.cutRow(before + name, LONE_LEAD_BYTE, after);
      case GTIN_LOST -> sheet.line(String.join(",", with(flat, at.gtin(), "4.90178E+12")));
      case IMPOSSIBLE_DATE -> sheet.line(String.join(",", with(flat, at.date(), "令和0年4月1日")));
      case REPEATED_HEADER -> sheet.line(Csv.row(header));
      case EMPTY_RECORD -> sheet.line(",".repeat(row.size() - 1));
    }
  }

  private static List<String> with(List<String> row, int position, String cell) {
    List<String> changed = new ArrayList<>(row);
    changed.set(position, cell);
    return changed;
  }
}
