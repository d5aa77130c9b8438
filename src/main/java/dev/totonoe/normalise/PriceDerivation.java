package dev.totonoe.normalise;

import dev.totonoe.normalise.PriceReading.Price;
import dev.totonoe.normalise.PriceReading.Status;
import dev.totonoe.normalise.PriceReading.Tax;
import dev.totonoe.record.Column;
import dev.totonoe.record.ColumnKind;
import dev.totonoe.record.DerivedColumn;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What a row's price columns say together: the price of the first column that states one and is no
/// cost, with and without tax where the row has both.
final class PriceDerivation {
  private final List<Column> columns;

  /// By index, of the columns that hold prices.
  private final Map<Integer, PriceColumn> priceColumns = new TreeMap<>();

  PriceDerivation(List<Column> columns) {
    this.columns = List.copyOf(columns);
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).kind() == ColumnKind.PRICE) {
        priceColumns.put(i, PriceColumn.of(columns.get(i)));
      }
    }
  }

  /// @param cells the unified cells
  /// @param derived takes the derived columns
  /// @param reasons takes the reasons to review the record
  void derive(List<String> cells, Map<DerivedColumn, String> derived, Set<ReviewReason> reasons) {
    Map<Integer, PriceReading> readings = new TreeMap<>();
    priceColumns.forEach((index, column) -> readings.put(index, column.read(cells.get(index))));
    readings.values().forEach(reading -> review(reading, reasons));
    if (ShiftedCells.in(columns, cells)) {
      reasons.add(ReviewReason.CELLS_SHIFTED);
      return;
    }
    Optional<Integer> first =
        readings.keySet().stream()
            .filter(index -> !priceColumns.get(index).cost())
            .filter(index -> readings.get(index).status() != Status.NONE)
            .findFirst();
    if (first.isPresent() && readings.get(first.get()).status() == Status.EXACT) {
      price(first.get(), readings, derived, reasons);
    }
  }

  private static void review(PriceReading reading, Set<ReviewReason> reasons) {
    switch (reading.status()) {
      case EXACT -> {
        if (reading.currency().isEmpty()) {
          reasons.add(ReviewReason.PRICE_CURRENCY_UNKNOWN);
        }
        if (!reading.taxFits()) {
          reasons.add(ReviewReason.PRICE_TAX_MISMATCH);
        }
      }
      case NONE -> {}
      case ZERO -> reasons.add(ReviewReason.PRICE_ZERO);
      case AMBIGUOUS -> reasons.add(ReviewReason.PRICE_AMBIGUOUS);
      case TAX_MISMATCH -> reasons.add(ReviewReason.PRICE_TAX_MISMATCH);
      case PER_UNIT -> reasons.add(ReviewReason.PRICE_PER_UNIT);
      case UNREADABLE -> reasons.add(ReviewReason.PRICE_UNREADABLE);
    }
  }

  private void price(
      int index,
      Map<Integer, PriceReading> readings,
      Map<DerivedColumn, String> derived,
      Set<ReviewReason> reasons) {
    PriceReading reading = readings.get(index);
    Price price = reading.prices().getFirst();
    derived.put(DerivedColumn.PRICE_AMOUNT, PriceReading.plain(price.amount()));
    if (!reading.currency().isEmpty()) {
      derived.put(DerivedColumn.PRICE_CURRENCY, reading.currency());
    }
    derived.put(DerivedColumn.PRICE_TAX, price.tax().word());
    Optional<BigDecimal> with = stated(Tax.INCLUDED, readings, index);
    Optional<BigDecimal> without = stated(Tax.EXCLUDED, readings, index);
    with.ifPresent(amount -> derived.put(DerivedColumn.PRICE_WITH_TAX, PriceReading.plain(amount)));
    without.ifPresent(
        amount -> derived.put(DerivedColumn.PRICE_WITHOUT_TAX, PriceReading.plain(amount)));
    if (with.isPresent()
        && without.isPresent()
        && !PriceReading.taxFits(with.get(), without.get(), reading.currency())) {
      reasons.add(ReviewReason.PRICE_TAX_MISMATCH);
    }
  }

  /// The price with the given tax: from the cell, or from the column that differs only in tax.
  private Optional<BigDecimal> stated(Tax tax, Map<Integer, PriceReading> readings, int first) {
    PriceReading reading = readings.get(first);
    Optional<BigDecimal> own = reading.amount(tax);
    if (own.isPresent() || reading.prices().getFirst().tax() == Tax.UNKNOWN) {
      return own;
    }
    return priceColumns.keySet().stream()
        .filter(index -> index != first && isSibling(index, first))
        .map(readings::get)
        .filter(other -> other.currency().equals(reading.currency()))
        .flatMap(other -> other.amount(tax).stream())
        .findFirst();
  }

  private boolean isSibling(int index, int first) {
    PriceColumn column = priceColumns.get(index);
    return !column.cost() && column.stem().equals(priceColumns.get(first).stem());
  }
}
