package dev.totonoe.train;

import dev.totonoe.categorise.ScoreCurve;
import dev.totonoe.categorise.ScoreCurve.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Fits a [ScoreCurve] to held-out rows: bins of equally many rows, ordered by what the network
/// gave; the share that was right in each; bins that break the order are joined (isotonic
/// regression by pool-adjacent-violators, Zadrozny and Elkan 2002).
final class ScoreCurveFit {
  /// With fewer rows a curve follows chance more than it corrects.
  static final int ROWS_MIN = 1_000;

  private static final int BINS = 10;

  /// A small share of what the network gave stays in the result, so that joined bins do not make
  /// different scores equal.
  private static final double OWN_SHARE = 0.02;

  /// Rows that were joined to one point.
  private record Bin(double given, double right, int rows) {
    Bin join(Bin next) {
      return new Bin(given + next.given, right + next.right, rows + next.rows);
    }

    double share() {
      return right / rows;
    }

    double mean() {
      return given / rows;
    }
  }

  private ScoreCurveFit() {}

  /// @param given for each row the likeliest class's probability
  /// @param right whether it was the right one
  static ScoreCurve of(double[] given, boolean[] right) {
    if (given.length < ROWS_MIN) {
      return ScoreCurve.STRAIGHT;
    }
    List<Bin> joined = new ArrayList<>();
    for (Bin bin : bins(given, right)) {
      joined.add(bin);
      while (joined.size() > 1
          && joined.get(joined.size() - 2).share() >= joined.getLast().share()) {
        Bin last = joined.removeLast();
        joined.add(joined.removeLast().join(last));
      }
    }
    List<Point> points = new ArrayList<>();
    for (Bin bin : joined) {
      double mean = bin.mean();
      if (points.isEmpty() || mean > points.getLast().given()) {
        points.add(new Point(mean, (1 - OWN_SHARE) * bin.share() + OWN_SHARE * mean));
      }
    }
    return new ScoreCurve(points);
  }

  private static List<Bin> bins(double[] given, boolean[] right) {
    Integer[] order = new Integer[given.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(given[a], given[b]));
    List<Bin> bins = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      int start = (int) ((long) bin * order.length / BINS);
      int end = (int) ((long) (bin + 1) * order.length / BINS);
      double sum = 0;
      int rightRows = 0;
      for (int i = start; i < end; i++) {
        sum += given[order[i]];
        rightRows += right[order[i]] ? 1 : 0;
      }
      bins.add(new Bin(sum, rightRows, end - start));
    }
    return bins;
  }
}
