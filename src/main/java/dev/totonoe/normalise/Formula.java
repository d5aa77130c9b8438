package dev.totonoe.normalise;

/// Cells that a spreadsheet runs when it opens the file. They are delivered as they are, and
/// flagged.
///
/// Source: OWASP, CSV Injection.
final class Formula {
  private Formula() {}

  /// Whether a cell begins like a formula: `=1+1`, `@SUM`, `+cmd`, `-cmd`, a tab; signed numbers
  /// and a lone sign are none.
  static boolean starts(String cell) {
    if (cell.length() < 2) {
      return false;
    }
    return switch (WidthNormaliser.narrow(cell.charAt(0))) {
      case '=', '@', '\t', '\r' -> true;
      case '+', '-' -> !isNumeric(cell);
      default -> false;
    };
  }

  private static boolean isNumeric(String signed) {
    for (int i = 1; i < signed.length(); i++) {
      char c = WidthNormaliser.narrow(signed.charAt(i));
      if ((c < '0' || c > '9') && c != '.' && c != ',' && c != '-' && c != ' ') {
        return false;
      }
    }
    return true;
  }
}
