package dev.totonoe.job;

import dev.totonoe.layout.RunName;
import dev.totonoe.normalise.RowNormaliser;
import dev.totonoe.plan.Plan;

/// What the run is about to do.
///
/// @param plan inputs, columns and shards
/// @param run the name under which it is published
/// @param state whether it is published already
/// @param normaliser unifies the records of these columns
/// @param columns the columns of `products.csv`
record Planned(
    Plan plan, RunName run, State state, RowNormaliser normaliser, ProductColumns columns) {
  enum State {
    NEW,
    PUBLISHED_BEFORE
  }
}
