package dev.totonoe.text;

import java.util.Arrays;
import java.util.List;

/// Makes a text's features: character n-grams within space-padded words, tokens, and n-grams of the
/// katakana reading, so that 珈琲 and コーヒー meet. Each block is weighted (1 + ln tf) · idf and scaled
/// to length 1, then to its own weight; the sum is scaled to length 1 again. All are hashed, so no
/// vocabulary is kept. The same text gives the same features, bit by bit. Safe for any number of
/// threads.
public final class FeatureExtractor {
  /// Characters; what a text has beyond these does not count.
  public static final int TEXT_LENGTH_MAX = 1_000;

  private static final int SURFACE = 1;
  private static final int TOKEN = 2;
  private static final int READING = 3;

  private final TextAnalysis analysis;
  private final FeatureSettings settings;
  private final float[] idf;
  private final ThreadLocal<Scratch> scratches;

  /// @param idf the inverse document frequency of each bucket
  public FeatureExtractor(TextAnalysis analysis, FeatureSettings settings, float[] idf) {
    if (idf.length != settings.buckets()) {
      throw new IllegalArgumentException(
          "expected %d inverse document frequencies but found %d"
              .formatted(settings.buckets(), idf.length));
    }
    this.analysis = analysis;
    this.settings = settings;
    this.idf = idf.clone();
    this.scratches = ThreadLocal.withInitial(() -> new Scratch(settings.buckets()));
  }

  /// ln((1 + texts) / (1 + texts with the bucket)) + 1 for each bucket.
  public static float[] inverseDocumentFrequencies(
      TextAnalysis analysis, FeatureSettings settings, List<String> texts) {
    float[] ones = new float[settings.buckets()];
    Arrays.fill(ones, 1);
    FeatureExtractor counting = new FeatureExtractor(analysis, settings, ones);
    int[] textsWith = new int[settings.buckets()];
    for (String text : texts) {
      for (int bucket : counting.extract(text).buckets()) {
        textsWith[bucket]++;
      }
    }
    float[] idf = new float[settings.buckets()];
    for (int bucket = 0; bucket < idf.length; bucket++) {
      idf[bucket] = (float) (StrictMath.log((1.0 + texts.size()) / (1.0 + textsWith[bucket])) + 1);
    }
    return idf;
  }

  public Features extract(String text) {
    String plain =
        Folding.plain(text.length() > TEXT_LENGTH_MAX ? text.substring(0, TEXT_LENGTH_MAX) : text);
    Scratch scratch = scratches.get();
    countSurface(plain, scratch);
    scratch.closeBlock(idf, settings.surfaceWeight());
    StringBuilder reading = new StringBuilder(plain.length() + 2).append(' ');
    for (Token token : analysis.tokens(plain)) {
      scratch.count(hash(TOKEN, token.surface()));
      reading.append(token.reading());
    }
    scratch.closeBlock(idf, settings.tokenWeight());
    if (reading.length() > 1) {
      countNgrams(
          READING,
          reading.append(' '),
          settings.readingNgramMin(),
          settings.readingNgramMax(),
          scratch);
    }
    scratch.closeBlock(idf, settings.readingWeight());
    return scratch.toFeatures();
  }

  private void countSurface(String plain, Scratch scratch) {
    int start = 0;
    while (start < plain.length()) {
      int end = plain.indexOf(' ', start);
      end = end < 0 ? plain.length() : end;
      String padded = " " + plain.substring(start, end) + " ";
      countNgrams(SURFACE, padded, 1, settings.surfaceNgramMax(), scratch);
      start = end + 1;
    }
  }

  private void countNgrams(int block, CharSequence text, int min, int max, Scratch scratch) {
    for (int start = 0; start < text.length(); start++) {
      long hash = block;
      int longest = Math.min(max, text.length() - start);
      for (int length = 1; length <= longest; length++) {
        char c = text.charAt(start + length - 1);
        hash = extend(hash, c);
        boolean onlyPadding = length == 1 && c == ' ';
        if (length >= min && !onlyPadding) {
          scratch.count(bucket(hash));
        }
      }
    }
  }

  private int hash(int block, String text) {
    long hash = block;
    for (int i = 0; i < text.length(); i++) {
      hash = extend(hash, text.charAt(i));
    }
    return bucket(hash);
  }

  private static long extend(long hash, char c) {
    return (hash ^ c) * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L;
  }

  /// The finaliser of MurmurHash3, then the highest bits.
  private int bucket(long hash) {
    long mixed = (hash ^ (hash >>> 33)) * 0xFF51AFD7ED558CCDL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return (int) ((mixed ^ (mixed >>> 33)) >>> (Long.SIZE - settings.bucketBits()));
  }

  /// One thread's working space: two dense arrays that are all zero between texts.
  private static final class Scratch {
    private final int[] blockCounts;
    private final float[] sums;
    private int[] blockBuckets = new int[1024];
    private int blockSize;
    private int[] buckets = new int[1024];
    private int size;

    Scratch(int bucketCount) {
      blockCounts = new int[bucketCount];
      sums = new float[bucketCount];
    }

    void count(int bucket) {
      if (blockCounts[bucket]++ == 0) {
        if (blockSize == blockBuckets.length) {
          blockBuckets = Arrays.copyOf(blockBuckets, 2 * blockSize);
        }
        blockBuckets[blockSize++] = bucket;
      }
    }

    void closeBlock(float[] idf, double blockWeight) {
      double squares = 0;
      for (int i = 0; i < blockSize; i++) {
        float weight = weight(blockBuckets[i], idf);
        squares += (double) weight * weight;
      }
      float scale = squares > 0 ? (float) (blockWeight / Math.sqrt(squares)) : 0;
      for (int i = 0; i < blockSize; i++) {
        int bucket = blockBuckets[i];
        add(bucket, weight(bucket, idf) * scale);
        blockCounts[bucket] = 0;
      }
      blockSize = 0;
    }

    private float weight(int bucket, float[] idf) {
      int count = blockCounts[bucket];
      return count == 1 ? idf[bucket] : (float) (1 + StrictMath.log(count)) * idf[bucket];
    }

    private void add(int bucket, float weight) {
      if (weight == 0) {
        return;
      }
      if (sums[bucket] == 0) {
        if (size == buckets.length) {
          buckets = Arrays.copyOf(buckets, 2 * size);
        }
        buckets[size++] = bucket;
      }
      sums[bucket] += weight;
    }

    Features toFeatures() {
      int[] sorted = Arrays.copyOf(buckets, size);
      Arrays.sort(sorted);
      double squares = 0;
      for (int bucket : sorted) {
        squares += (double) sums[bucket] * sums[bucket];
      }
      float scale = squares > 0 ? (float) (1 / Math.sqrt(squares)) : 0;
      float[] weights = new float[sorted.length];
      for (int i = 0; i < sorted.length; i++) {
        weights[i] = sums[sorted[i]] * scale;
        sums[sorted[i]] = 0;
      }
      size = 0;
      return new Features(sorted, weights);
    }
  }
}
