package dev.totonoe.normalise;

import dev.totonoe.record.Choice;
import dev.totonoe.record.Choices;
import java.util.Locale;

/// Which mark stands before a number's decimals.
enum DecimalMark {
  /// The point; commas group thousands. `1,234` is 1234, `39,1` no number.
  POINT,
  /// The point, and a comma that cannot group thousands. `1,234` is 1234, `39,1` is 39.1.
  EITHER,
  /// The comma; points group thousands. `1,234` is 1.234, `1.234` is 1234.
  COMMA;

  /// The mark that the profile chooses for a column.
  static DecimalMark of(Choices choices) {
    return valueOf(choices.of(Choice.DECIMAL).toUpperCase(Locale.ROOT));
  }
}
