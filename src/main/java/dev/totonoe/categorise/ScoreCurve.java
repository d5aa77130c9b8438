package dev.totonoe.categorise;

import java.util.List;

/// What the likeliest label's probability is worth, measured: a rising line through points of
/// (probability that the network gives, share of rows that were right). One factor for all logits
/// cannot make scores honest where labels contradict each other: a network that is never right more
/// often than 94 of 100 times still says 0.99.
///
/// @param points in ascending order; none: a probability is worth what it says
public record ScoreCurve(List<Point> points) {
  public static final ScoreCurve STRAIGHT = new ScoreCurve(List.of());

  /// @param given the network's probability
  /// @param worth the share that was right
  public record Point(double given, double worth) {
    public Point {
      if (!(given >= 0 && given <= 1 && worth >= 0 && worth <= 1)) {
        throw new IllegalArgumentException(
            "expected points between 0 and 1 but found (%s, %s)".formatted(given, worth));
      }
    }
  }

  public ScoreCurve {
    points = List.copyOf(points);
    for (int i = 1; i < points.size(); i++) {
      if (points.get(i).given() <= points.get(i - 1).given()
          || points.get(i).worth() < points.get(i - 1).worth()) {
        throw new IllegalArgumentException(
            "expected points of a rising line but found %s before %s"
                .formatted(points.get(i - 1), points.get(i)));
      }
    }
  }

  /// What a probability is worth; level before the first point and behind the last.
  public double worth(double given) {
    if (points.isEmpty()) {
      return given;
    }
    Point before = points.getFirst();
    for (Point point : points) {
      if (given <= point.given()) {
        double span = point.given() - before.given();
        double share = span == 0 ? 1 : Math.max(0, given - before.given()) / span;
        return before.worth() + share * (point.worth() - before.worth());
      }
      before = point;
    }
    return before.worth();
  }

  /// Sets the likeliest label to what it is worth, and the others to as much more or less together,
  /// but none above it.
  ///
  /// @param probabilities of all labels, together 1; altered
  /// @return the same array
  public float[] applyTo(float[] probabilities) {
    if (points.isEmpty()) {
      return probabilities;
    }
    int best = 0;
    float second = 0;
    for (int label = 1; label < probabilities.length; label++) {
      if (probabilities[label] > probabilities[best]) {
        second = probabilities[best];
        best = label;
      } else if (probabilities[label] > second) {
        second = probabilities[label];
      }
    }
    double given = probabilities[best];
    double worth = worth(given);
    double share = given < 1 ? (1 - worth) / (1 - given) : 0;
    if (second * share > worth) {
      share = worth / second;
    }
    float factor = (float) share;
    for (int label = 0; label < probabilities.length; label++) {
      probabilities[label] *= factor;
    }
    probabilities[best] = (float) worth;
    return probabilities;
  }
}
