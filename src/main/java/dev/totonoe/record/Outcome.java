package dev.totonoe.record;

/// What normalising makes of a record: a product, or a reject where it cannot be delivered.
public sealed interface Outcome permits Normalised, Reject {
  Place place();
}
