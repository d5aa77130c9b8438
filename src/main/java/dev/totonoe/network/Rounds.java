package dev.totonoe.network;

/// How many rounds over the examples a training took, or is to take.
///
/// @param linear of the linear part; 0 in a narrow network
/// @param lowRank of the low-rank part
public record Rounds(int linear, int lowRank) {
  /// As many as the settings plan.
  public static final Rounds PLANNED = new Rounds(Integer.MAX_VALUE, Integer.MAX_VALUE);
}
