package dev.totonoe.record;

/// What normalising makes of a record: its unified cells, or a refusal where one cannot be
/// delivered.
public sealed interface Outcome permits Normalised, Refusal {
  Place place();
}
