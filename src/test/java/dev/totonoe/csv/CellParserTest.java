package dev.totonoe.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class CellParserTest {
  @Test
  void splitsAtTheDelimiterOnly() {
    assertThat(new CellParser('|').cells("a,b|\"c|d\"||")).contains(List.of("a,b", "c|d", "", ""));
  }

  @Test
  void findsNoCellsWhereAQuoteIsNotClosed() {
    assertThat(new CellParser(',').cells("a,\"b")).isEmpty();
    assertThat(new CellParser(',').cells("\"a\" ,b")).isEmpty();
  }

  @Test
  void countsToTheCellThatIsOpen() {
    assertThat(new CellParser(',').lastCell("a,\"b,c")).isEqualTo(2);
    assertThat(new CellParser(',').lastCell("a,\"b\"x,c")).isEqualTo(2);
    assertThat(new CellParser(',').lastCell("a,b,")).isEqualTo(3);
  }

  @Provide
  Arbitrary<String> records() {
    return Arbitraries.of("\"", "\"\"", ",", "a", " ", "\n", "\\", "'", "あ", "\0", "\",\"")
        .list()
        .ofMaxSize(14)
        .map(pieces -> String.join("", pieces));
  }

  /// opencsv, fed with doubled quotes, splits as our rules say, letter by letter.
  @Property(tries = 2000)
  void agreesWithTheRules(@ForAll("records") String record) {
    assertThat(new CellParser(',').cells(record)).isEqualTo(byTheRules(record));
  }

  private static Optional<List<String>> byTheRules(String record) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean start = true;
    boolean quoted = false;
    boolean closed = false;
    for (int i = 0; i < record.length(); i++) {
      char sign = record.charAt(i);
      if (quoted) {
        boolean quote = sign == '"';
        boolean twice = quote && i + 1 < record.length() && record.charAt(i + 1) == '"';
        if (twice) {
          cell.append('"');
          i++;
        } else if (quote) {
          quoted = false;
          closed = true;
        } else {
          cell.append(sign);
        }
      } else if (sign == ',') {
        cells.add(cell.toString());
        cell.setLength(0);
        start = true;
        closed = false;
      } else if (closed) {
        return Optional.empty();
      } else if (start && sign == '"') {
        quoted = true;
        start = false;
      } else {
        cell.append(sign);
        start = false;
      }
    }
    cells.add(cell.toString());
    return quoted ? Optional.empty() : Optional.of(cells);
  }
}
