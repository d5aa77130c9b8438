package dev.totonoe.job;

import dev.totonoe.layout.RunName;
import dev.totonoe.plan.Plan;

/// What the run is about to do.
///
/// @param plan inputs, columns and shards
/// @param run the name under which it is published
/// @param state whether it is published already
record Planned(Plan plan, RunName run, State state) {
  enum State {
    NEW,
    PUBLISHED_BEFORE
  }
}
