package dev.totonoe.train;

import dev.totonoe.categorise.Calibration;
import dev.totonoe.categorise.Calibration.Threshold;
import dev.totonoe.categorise.CategoryModel;
import dev.totonoe.categorise.Hierarchy;
import dev.totonoe.categorise.ScoreCurve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/// Makes scores honest and chooses the thresholds, from logits of rows that the networks behind
/// them had not seen.
///
/// 1. One factor for all logits makes the right classes likeliest (Guo et al. 2017, temperature
///    scaling).
/// 2. With enough rows, a curve sets the likeliest class's probability to the share of rows that
///    were right ([ScoreCurveFit]).
/// 3. The lowest score is sought from which on the precision keeps the promise: not its estimate
///    but the lower bound of it ([Shares#lowerBound(long, long)]), so that few rows promise less.
/// 4. The same for the categories above the classes, among the rows whose class is not accepted.
final class Calibrating {
  /// Accepted categories are to be right this often.
  static final double PROMISE = 0.95;

  private static final double SHARPENING_MIN = 0.05;
  private static final double SHARPENING_MAX = 100;
  private static final int SEARCH_STEPS = 30;

  /// An exponential this small changes no digit of a sum with 1 in it.
  private static final double NEGLIGIBLE = -40;

  private static final double PARENT_SCORE_MIN = 0.5;
  private static final double PARENT_SCORE_STEP = 0.005;

  private final float[][] logits;
  private final int[] classes;
  private final Hierarchy hierarchy;

  private Calibrating(float[][] logits, int[] classes, Hierarchy hierarchy) {
    this.logits = logits;
    this.classes = classes;
    this.hierarchy = hierarchy;
  }

  /// @param logits for each row one for each class
  /// @param classes for each row the right one
  /// @param hierarchy of the classes
  static Calibration calibrate(float[][] logits, int[] classes, Hierarchy hierarchy) {
    return new Calibrating(logits, classes, hierarchy).calibrate();
  }

  private Calibration calibrate() {
    double sharpening = sharpening();
    double[] given = new double[logits.length];
    boolean[] right = new boolean[logits.length];
    for (int i = 0; i < logits.length; i++) {
      int best = CategoryModel.likeliest(logits[i]);
      given[i] = Math.exp(sharpening * logits[i][best] - logSum(logits[i], sharpening));
      right[i] = best == classes[i];
    }
    ScoreCurve curve = ScoreCurveFit.of(given, right);
    double[] scores = Arrays.stream(given).map(curve::worth).map(Calibration::rounded).toArray();
    Threshold leaf = lowest(scores, right);
    return new Calibration(
        PROMISE,
        logits.length,
        leaf,
        parent(sharpening, curve, scores, leaf.score()),
        sharpening,
        curve);
  }

  /// The probabilities of all classes, as a bundle with this calibration gives them.
  static float[] probabilities(float[] logits, Calibration calibration) {
    return probabilities(logits, calibration.sharpening(), calibration.curve());
  }

  private static float[] probabilities(float[] logits, double sharpening, ScoreCurve curve) {
    double sum = logSum(logits, sharpening);
    float[] probabilities = new float[logits.length];
    for (int c = 0; c < logits.length; c++) {
      probabilities[c] = (float) Math.exp(sharpening * logits[c] - sum);
    }
    return curve.applyTo(probabilities);
  }

  private static Threshold lowest(double[] scores, boolean[] right) {
    Acceptance accepted = new AcceptanceCurve(scores, right).atPrecisionLowerBound(PROMISE);
    return new Threshold(accepted.score(), accepted.coverage(), accepted.precision());
  }

  /// A lower threshold also takes deeper categories of rows that are accepted anyway, so precision
  /// need not fall evenly: each threshold is tried, from the highest down to the first that breaks
  /// the promise.
  private Threshold parent(
      double sharpening, ScoreCurve curve, double[] scores, double leafThreshold) {
    List<double[]> sums = new ArrayList<>();
    List<Integer> rows = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      if (scores[i] < leafThreshold) {
        rows.add(i);
        sums.add(hierarchy.sums(probabilities(logits[i], sharpening, curve)));
      }
    }
    Threshold lowest = Threshold.NOTHING;
    for (double score = 1; score >= PARENT_SCORE_MIN; score -= PARENT_SCORE_STEP) {
      double threshold = Calibration.rounded(score);
      int accepted = 0;
      int right = 0;
      for (int i = 0; i < sums.size(); i++) {
        OptionalInt node = hierarchy.deepest(sums.get(i), threshold, _ -> true);
        accepted += node.isPresent() ? 1 : 0;
        right +=
            node.isPresent() && hierarchy.isAbove(node.getAsInt(), classes[rows.get(i)]) ? 1 : 0;
      }
      if (Shares.lowerBound(right, accepted) >= PROMISE) {
        lowest =
            new Threshold(
                threshold, Shares.of(accepted, scores.length), Shares.of(right, accepted));
      } else if (lowest.score() < Calibration.NEVER) {
        break;
      }
    }
    return lowest;
  }

  /// The factor that makes the right classes likeliest, by golden-section search on its logarithm;
  /// the loss is convex in the factor, so it has one minimum.
  private double sharpening() {
    double golden = (Math.sqrt(5) - 1) / 2;
    double low = Math.log(SHARPENING_MIN);
    double high = Math.log(SHARPENING_MAX);
    double left = high - golden * (high - low);
    double right = low + golden * (high - low);
    double leftLoss = loss(Math.exp(left));
    double rightLoss = loss(Math.exp(right));
    for (int step = 0; step < SEARCH_STEPS; step++) {
      if (leftLoss < rightLoss) {
        high = right;
        right = left;
        rightLoss = leftLoss;
        left = high - golden * (high - low);
        leftLoss = loss(Math.exp(left));
      } else {
        low = left;
        left = right;
        leftLoss = rightLoss;
        right = low + golden * (high - low);
        rightLoss = loss(Math.exp(right));
      }
    }
    return Math.exp((low + high) / 2);
  }

  /// Cross-entropy with the targets that Platt (1999) takes: n right rows say no more than that one
  /// in n + 2 is wrong, so that a network without an error does not become infinitely sure.
  private double loss(double sharpening) {
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
      loss += logSum(logits[i], sharpening) - sharpening * ((1 - doubt) * right + doubt * others);
    }
    return loss;
  }

  /// The logarithm of the softmax's denominator.
  private static double logSum(float[] logits, double sharpening) {
    double highest = logits[CategoryModel.likeliest(logits)];
    double sum = 0;
    for (float logit : logits) {
      double exponent = sharpening * (logit - highest);
      sum += exponent < NEGLIGIBLE ? 0 : Math.exp(exponent);
    }
    return sharpening * highest + Math.log(sum);
  }
}
