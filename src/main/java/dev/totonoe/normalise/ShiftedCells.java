package dev.totonoe.normalise;

import dev.totonoe.record.Column;
import dev.totonoe.record.ColumnKind;
import java.util.List;
import java.util.regex.Pattern;

/// Tells a row in which a comma inside a price was taken for the end of a cell: `1,280` without
/// quotes leaves `1` in the price column, `280` in the next one and every later cell one place too
/// far.
///
/// A row is called shifted only where the price is one to three digits, the cell behind it three
/// more, and a column cannot hold what stands in it: digits alone as a name or maker, `280` as a
/// date or GTIN, or a broken GTIN or date whose right neighbour is a good one. A shift into columns
/// that may hold such a number (a stock, a code, another price) is not told from a real row.
final class ShiftedCells {
  private static final Pattern HEAD = Pattern.compile("[￥\\\\$]?[1-9][0-9]{0,2}円?");
  private static final Pattern GROUP = Pattern.compile("[0-9]{3}(?:円|-)?");

  private ShiftedCells() {}

  /// @param cells the unified cells
  static boolean in(List<Column> columns, List<String> cells) {
    for (int i = 0; i + 1 < columns.size(); i++) {
      boolean split =
          columns.get(i).kind() == ColumnKind.PRICE
              && HEAD.matcher(cells.get(i)).matches()
              && GROUP.matcher(cells.get(i + 1)).matches();
      if (split
          && (holdsNoNumber(columns.get(i + 1).kind())
              || isMisplacedBehind(columns, cells, i + 1))) {
        return true;
      }
    }
    return false;
  }

  /// Whether a column cannot hold three digits.
  private static boolean holdsNoNumber(ColumnKind kind) {
    return switch (kind) {
      case NAME, MAKER, GTIN, DATE, COLOUR, UNIT, YES_NO, PHONE, POSTAL_CODE, URL, EMAIL -> true;
      case TEXT, CODE, CONTENT, CATEGORY, PRICE, NUMBER, MEASURE, DIMENSIONS, SIZE, LIST, KEEP ->
          false;
    };
  }

  private static boolean isMisplacedBehind(List<Column> columns, List<String> cells, int from) {
    for (int i = from; i + 1 < columns.size(); i++) {
      boolean misplaced =
          switch (columns.get(i).kind()) {
            case GTIN -> !isGtin(cells.get(i)) && isGtin(cells.get(i + 1));
            case DATE -> !isDate(cells.get(i)) && isDate(cells.get(i + 1));
            default -> false;
          };
      if (misplaced && columns.get(i + 1).kind() != columns.get(i).kind()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isGtin(String cell) {
    return GtinReading.of(cell).status() == GtinReading.Status.VALID;
  }

  private static boolean isDate(String cell) {
    return DateReading.of(cell, DateChoices.under("")).status() == DateReading.Status.EXACT;
  }
}
