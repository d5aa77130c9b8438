package dev.totonoe.normalise;

import dev.totonoe.normalise.ContentReading.Status;
import dev.totonoe.normalise.ContentReading.Together;
import dev.totonoe.record.Column;
import dev.totonoe.record.ColumnKind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// What a row says about the content of its product, from its name and its specification together.
///
/// One rule: both are read as one text, so that each may say what the other leaves open. Where both
/// are exact alone and contradict each other, nothing is filled in.
///
/// | name | specification | content | review reason |
/// |---|---|---|---|
/// | `緑茶` | `500ml×24本` | 500 ml × 24 本 | |
/// | `緑茶 500ml×24本` | `500ml` | 500 ml × 24 本 | |
/// | `緑茶 500ml` | `24本` | 500 ml × 24 本 | |
/// | `豆腐 150g 3個パック` | `150g×3個` | 150 g × 3 個 | |
/// | `ペーパー 12ロール` | `12ロール×8` | 96 ロール | |
/// | `電気ケトル` | `1.2L` | none | |
/// | `ティラミス3個パック 100g` | `100g` | ambiguous | content_ambiguous |
/// | `チーズ 7枚入` | `120g` | ambiguous | content_ambiguous |
/// | `緑茶 500ml` | `450g/400g` | ambiguous | content_ambiguous |
/// | `緑茶 525ml` | `500ml×24本` | ambiguous | content_conflict |
///
/// Known weakness: of several columns of one kind only the first that says anything is read.
final class RowContent {
  /// What a row says, and why a person should look at it.
  record Answer(ContentReading reading, Optional<ReviewReason> reason) {}

  /// Columns that count the sold units of a case, not the pieces of a sold unit.
  private static final Pattern CASE_COLUMN = Pattern.compile("入数|入り数|荷姿|ケース");

  private final List<Integer> names;
  private final List<Integer> specifications;

  /// @param columns in the order of the cells
  RowContent(List<Column> columns) {
    this.names = stating(columns, ColumnKind.NAME);
    this.specifications = stating(columns, ColumnKind.CONTENT);
  }

  private static List<Integer> stating(List<Column> columns, ColumnKind kind) {
    return IntStream.range(0, columns.size())
        .filter(i -> columns.get(i).kind() == kind)
        .filter(i -> !CASE_COLUMN.matcher(columns.get(i).name()).find())
        .boxed()
        .toList();
  }

  /// A cell and what it says by itself.
  private record Said(String cell, ContentReading reading) {}

  /// @param cells the unified cells
  Answer of(List<String> cells) {
    Said name = first(cells, names);
    Said specification = first(cells, specifications);
    ContentReading named = name.reading;
    ContentReading stated = specification.reading;
    if (named.status() == Status.NONE && stated.status() == Status.NONE) {
      return new Answer(ContentReading.NONE, Optional.empty());
    }
    ContentReading reading =
        specification.cell.isEmpty() ? named : ContentReading.of(name.cell, specification.cell);
    boolean bothExact = named.status() == Status.EXACT && stated.status() == Status.EXACT;
    boolean refined = reading.equals(named) || reading.equals(stated); // 12ロール beside 12ロール×8
    if (bothExact && !refined && stated.together(named) == Together.CONFLICT) {
      return new Answer(ContentReading.AMBIGUOUS, Optional.of(ReviewReason.CONTENT_CONFLICT));
    }
    return new Answer(
        reading,
        reading.status() == Status.AMBIGUOUS
            ? Optional.of(ReviewReason.CONTENT_AMBIGUOUS)
            : Optional.empty());
  }

  /// The first of the cells that says anything about a content; else the first.
  private static Said first(List<String> cells, List<Integer> columns) {
    for (int column : columns) {
      ContentReading reading = ContentReading.of(cells.get(column));
      if (reading.status() != Status.NONE) {
        return new Said(cells.get(column), reading);
      }
    }
    return new Said(columns.isEmpty() ? "" : cells.get(columns.getFirst()), ContentReading.NONE);
  }
}
