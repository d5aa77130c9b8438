package dev.totonoe.record;

/// What reading a stretch of input gives: a record, or a reject where the bytes do not make one.
public sealed interface Parsed permits Record, Reject {
  Place place();
}
