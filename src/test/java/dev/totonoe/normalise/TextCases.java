package dev.totonoe.normalise;

import dev.totonoe.record.Column;
import dev.totonoe.record.ColumnKind;
import java.util.List;

/// The tables of projects that unify Japanese text, against what becomes of a name.
final class TextCases {
  static final List<CaseTable> TABLES =
      List.of(
          table("jaconv"),
          new CaseTable(
              "jaconv_chartables",
              row -> row.cell("expected"),
              row ->
                  row.cell("table").startsWith("HIRAGANA")
                      ? SpellingKey.of(row.cell("input"))
                      : name(row.cell("input"))),
          table("mojimoji"),
          table("neologdn"));

  private TextCases() {}

  private static CaseTable table(String name) {
    return new CaseTable(name, row -> row.cell("expected"), row -> name(row.cell("input")));
  }

  /// What becomes of a name where the user has no tables.
  private static String name(String text) {
    return RowNormaliser.rulesFor(new Column("商品名", ColumnKind.NAME), Tables.none()).unify(text);
  }
}
