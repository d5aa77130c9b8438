package dev.totonoe.text;

import java.util.List;

/// What the features of a product are. A model is bound to the settings that it was trained with.
///
/// @param bucketBits the features are hashed to `2^bucketBits` buckets
/// @param surfaceNgramMax character n-grams of 1 to this many characters, within words
/// @param readingNgramMin the shortest n-gram of the katakana reading
/// @param readingNgramMax the longest
/// @param surfaceWeight the weight of the block of character n-grams
/// @param tokenWeight the weight of the block of tokens
/// @param readingWeight the weight of the block of n-grams of the reading
/// @param furtherTexts names of the texts beside the product's name, such as `maker`
/// @param furtherWeight the weight of the block of each further text
public record FeatureSettings(
    int bucketBits,
    int surfaceNgramMax,
    int readingNgramMin,
    int readingNgramMax,
    double surfaceWeight,
    double tokenWeight,
    double readingWeight,
    List<String> furtherTexts,
    double furtherWeight) {
  private static final int BUCKET_BITS_MAX = 22;
  private static final int NGRAM_MAX = 8;
  private static final int FURTHER_TEXTS_MAX = 8;

  /// Chosen by cross-validation on eight public sets of names, Japanese and English.
  public static final FeatureSettings DEFAULT =
      new FeatureSettings(16, 4, 2, 4, 1, 0.5, 0.5, List.of(), 0.5);

  public FeatureSettings {
    check("bucketBits", bucketBits, 8, BUCKET_BITS_MAX);
    check("surfaceNgramMax", surfaceNgramMax, 1, NGRAM_MAX);
    check("readingNgramMin", readingNgramMin, 1, NGRAM_MAX);
    check("readingNgramMax", readingNgramMax, readingNgramMin, NGRAM_MAX);
    check("surfaceWeight", surfaceWeight, 0, 100);
    check("tokenWeight", tokenWeight, 0, 100);
    check("readingWeight", readingWeight, 0, 100);
    check("furtherWeight", furtherWeight, 0, 100);
    furtherTexts = List.copyOf(furtherTexts);
    check("the number of furtherTexts", furtherTexts.size(), 0, FURTHER_TEXTS_MAX);
  }

  /// The same with these further texts.
  public FeatureSettings with(List<String> texts) {
    return new FeatureSettings(
        bucketBits,
        surfaceNgramMax,
        readingNgramMin,
        readingNgramMax,
        surfaceWeight,
        tokenWeight,
        readingWeight,
        texts,
        furtherWeight);
  }

  public int buckets() {
    return 1 << bucketBits;
  }

  private static void check(String name, double value, double min, double max) {
    if (!(value >= min && value <= max)) {
      throw new IllegalArgumentException(
          "%s must be between %s and %s but is %s".formatted(name, min, max, value));
    }
  }
}
