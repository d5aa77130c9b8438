package dev.totonoe.record;

/// What becomes of a record in the end: it is delivered or rejected, exactly one of them.
public sealed interface Cleansed permits Product, Reject {
  Place place();
}
