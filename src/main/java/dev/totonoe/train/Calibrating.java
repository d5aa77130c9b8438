package dev.totonoe.train;

import dev.totonoe.categorise.Calibration;
import java.util.Arrays;

/// Makes scores honest and chooses the threshold, from logits of rows that the networks behind them
/// had not seen.
final class Calibrating {
  /// Accepted categories are to be right this often.
  static final double PROMISE = 0.95;

  /// One-sided, of the normal distribution: nine times of ten the true precision is above the
  /// bound.
  private static final double CONFIDENCE_Z = 1.2816;

  private static final double SHARPENING_MIN = 0.05;
  private static final double SHARPENING_MAX = 100;
  private static final int SEARCH_STEPS = 40;

  private Calibrating() {}

  static Calibration calibrate(float[][] logits, int[] classes) {
    double sharpening = sharpening(logits, classes);
    double[] scores = new double[logits.length];
    boolean[] right = new boolean[logits.length];
    for (int i = 0; i < logits.length; i++) {
      int best = best(logits[i]);
      scores[i] = score(logits[i], best, sharpening);
      right[i] = best == classes[i];
    }
    return threshold(scores, right, sharpening);
  }

  /// The probability of a class, with four decimals.
  static double score(float[] logits, int ofClass, double sharpening) {
    return Calibration.rounded(Math.exp(logProbability(logits, ofClass, sharpening)));
  }

  /// The probabilities of all classes.
  static double[] probabilities(float[] logits, double sharpening) {
    double sum = logSum(logits, sharpening);
    double[] probabilities = new double[logits.length];
    for (int c = 0; c < logits.length; c++) {
      probabilities[c] = Math.exp(sharpening * logits[c] - sum);
    }
    return probabilities;
  }

  static int best(float[] logits) {
    int best = 0;
    for (int c = 1; c < logits.length; c++) {
      if (logits[c] > logits[best]) {
        best = c;
      }
    }
    return best;
  }

  /// The lowest score from which on the precision keeps the promise: not its estimate but the lower
  /// bound of it (Wilson 1927), so that few rows promise less.
  private static Calibration threshold(double[] scores, boolean[] right, double sharpening) {
    Integer[] order = new Integer[scores.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(scores[b], scores[a]));
    double threshold = Calibration.NEVER;
    int accepted = 0;
    int acceptedRight = 0;
    int rightSoFar = 0;
    for (int i = 0; i < order.length; i++) {
      rightSoFar += right[order[i]] ? 1 : 0;
      boolean lastOfScore = i + 1 == order.length || scores[order[i + 1]] < scores[order[i]];
      if (lastOfScore && lowerBound(rightSoFar, i + 1) >= PROMISE) {
        threshold = scores[order[i]];
        accepted = i + 1;
        acceptedRight = rightSoFar;
      }
    }
    return new Calibration(
        PROMISE,
        threshold,
        (double) accepted / scores.length,
        accepted == 0 ? 0 : (double) acceptedRight / accepted,
        scores.length,
        sharpening);
  }

  private static double lowerBound(int right, int of) {
    double share = (double) right / of;
    double z2 = CONFIDENCE_Z * CONFIDENCE_Z / of;
    double spread = CONFIDENCE_Z * Math.sqrt((share * (1 - share) + z2 / 4) / of);
    return (share + z2 / 2 - spread) / (1 + z2);
  }

  /// The factor that makes the right classes likeliest, by golden-section search on its logarithm;
  /// the loss is convex in the factor, so it has one minimum.
  private static double sharpening(float[][] logits, int[] classes) {
    double golden = (Math.sqrt(5) - 1) / 2;
    double low = Math.log(SHARPENING_MIN);
    double high = Math.log(SHARPENING_MAX);
    for (int step = 0; step < SEARCH_STEPS; step++) {
      double left = high - golden * (high - low);
      double right = low + golden * (high - low);
      if (loss(logits, classes, Math.exp(left)) < loss(logits, classes, Math.exp(right))) {
        high = right;
      } else {
        low = left;
      }
    }
    return Math.exp((low + high) / 2);
  }

  /// Cross-entropy with the targets that Platt (1999) takes: n right rows say no more than that one
  /// in n + 2 is wrong, so that a network without an error does not become infinitely sure.
  private static double loss(float[][] logits, int[] classes, double sharpening) {
    double doubt = 1.0 / (logits.length + 2);
    double loss = 0;
    for (int i = 0; i < logits.length; i++) {
      double all = 0;
      for (float logit : logits[i]) {
        all += logit;
      }
      int count = logits[i].length;
      float right = logits[i][classes[i]];
      double others = (all - right) / (count - 1);
      double normaliser = logSum(logits[i], sharpening);
      loss += normaliser - sharpening * ((1 - doubt) * right + doubt * others);
    }
    return loss;
  }

  private static double logProbability(float[] logits, int ofClass, double sharpening) {
    return sharpening * logits[ofClass] - logSum(logits, sharpening);
  }

  /// The logarithm of the softmax's denominator.
  private static double logSum(float[] logits, double sharpening) {
    double highest = logits[best(logits)];
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(sharpening * (logit - highest));
    }
    return sharpening * highest + Math.log(sum);
  }
}
