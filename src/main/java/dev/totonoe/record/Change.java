package dev.totonoe.record;

import java.util.Objects;

/// One cell that the normalisers altered.
///
/// @param place the record
/// @param column the cell's column, by its name in the output
/// @param rule the rules that acted, in order, joined by `+`, such as `width+price.amount`
/// @param before the raw cell
/// @param after the unified cell
public record Change(Place place, String column, String rule, String before, String after) {
  public Change {
    Objects.requireNonNull(place);
    Objects.requireNonNull(column);
    Objects.requireNonNull(rule);
    Objects.requireNonNull(before);
    Objects.requireNonNull(after);
  }
}
