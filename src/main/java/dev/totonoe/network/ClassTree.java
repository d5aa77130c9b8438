package dev.totonoe.network;

/// Which classes belong together: each class has any number of groups, such as the categories above
/// it.
///
/// @param groups how many groups there are
/// @param groupsOf for each class its groups, from 0; not copied
public record ClassTree(int groups, int[][] groupsOf) {
  /// In place of a group's number.
  public static final int NO_GROUP = -1;

  public ClassTree {
    for (int[] some : groupsOf) {
      for (int group : some) {
        if (group < 0 || group >= groups) {
          throw new IllegalArgumentException(
              "expected groups below %d but found %d".formatted(groups, group));
        }
      }
    }
  }

  public int classes() {
    return groupsOf.length;
  }

  int[] groupsOf(int aClass) {
    return groupsOf[aClass];
  }
}
