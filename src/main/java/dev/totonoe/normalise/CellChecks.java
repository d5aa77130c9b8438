package dev.totonoe.normalise;

import dev.totonoe.record.Column;
import dev.totonoe.record.ColumnKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Tells of each unified cell whether it is what its column holds, where its kind has nothing to
/// derive: words of a table, telephone numbers, postal codes and addresses.
final class CellChecks {
  /// Written where there is nothing to write.
  private static final Set<String> NOTHING = Set.of("", "-", "--", "―", "ー");

  /// @param holds whether a unified cell is what the column holds
  private record Check(int column, Predicate<String> holds, ReviewReason otherwise) {}

  private final List<Check> checks = new ArrayList<>();

  CellChecks(List<Column> columns, CodeLists lists) {
    for (int i = 0; i < columns.size(); i++) {
      check(i, columns.get(i), lists).ifPresent(checks::add);
    }
  }

  private static Optional<Check> check(int index, Column column, CodeLists lists) {
    ColumnKind kind = column.kind();
    return switch (kind) {
      case COLOUR, UNIT, YES_NO, LIST ->
          lists
              .of(column)
              .map(list -> new CodeListNormaliser("list", list))
              .map(list -> new Check(index, list::knows, ReviewReason.LIST_UNKNOWN));
      case PHONE ->
          Optional.of(
              new Check(index, PhoneNormaliser.of(column)::holds, ReviewReason.PHONE_INVALID));
      case POSTAL_CODE ->
          Optional.of(
              new Check(index, PostalCodeNormaliser::holds, ReviewReason.POSTAL_CODE_INVALID));
      case URL -> Optional.of(new Check(index, UrlNormaliser::holds, ReviewReason.URL_INVALID));
      case EMAIL ->
          Optional.of(new Check(index, EmailNormaliser::holds, ReviewReason.EMAIL_INVALID));
      case NAME, TEXT, CODE, GTIN, CONTENT, PRICE, DATE, NUMBER, MEASURE, DIMENSIONS, SIZE ->
          Optional.empty();
      case MAKER, CATEGORY, KEEP -> Optional.empty();
    };
  }

  void addReasons(List<String> unifiedCells, Set<ReviewReason> reasons) {
    for (Check check : checks) {
      String cell = unifiedCells.get(check.column);
      if (!NOTHING.contains(cell) && !check.holds.test(cell)) {
        reasons.add(check.otherwise);
      }
    }
  }
}
