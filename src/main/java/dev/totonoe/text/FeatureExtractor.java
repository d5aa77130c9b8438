package dev.totonoe.text;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// Makes a product's features. Of its name: character n-grams within space-padded words, tokens,
/// and n-grams of the katakana reading, so that 珈琲 and コーヒー meet. Of each further text, such as the
/// maker: the same n-grams and tokens together, told apart from those of the name.
///
/// Each block is weighted (1 + ln tf) · idf and scaled to its own weight; the whole is scaled to
/// length 1. All are hashed, so no vocabulary is kept. The same texts give the same features, bit
/// by bit. Safe for any number of threads.
public final class FeatureExtractor {
  /// Characters; what a text has beyond these does not count.
  public static final int TEXT_LENGTH_MAX = 1_000;

  private static final int SURFACE = 1;
  private static final int TOKEN = 2;
  private static final int READING = 3;

  /// The further texts' blocks follow.
  private static final int FURTHER = 4;

  private final TextAnalysis analysis;
  private final FeatureSettings settings;
  private final float[] idf;
  private final ThreadLocal<Blocks> blocks;

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
    this.blocks = ThreadLocal.withInitial(Blocks::new);
  }

  /// ln((1 + products) / (1 + products with the bucket)) + 1 for each bucket.
  ///
  /// @param products the texts of each, as [#extract(List)] takes them
  public static float[] inverseDocumentFrequencies(
      TextAnalysis analysis, FeatureSettings settings, Iterable<List<String>> products) {
    float[] ones = new float[settings.buckets()];
    Arrays.fill(ones, 1);
    FeatureExtractor counting = new FeatureExtractor(analysis, settings, ones);
    int[] productsWith = new int[settings.buckets()];
    int count = 0;
    for (List<String> texts : products) {
      count++;
      for (int bucket : counting.extract(texts).buckets()) {
        productsWith[bucket]++;
      }
    }
    float[] idf = new float[settings.buckets()];
    for (int bucket = 0; bucket < idf.length; bucket++) {
      idf[bucket] = (float) (StrictMath.log((1.0 + count) / (1.0 + productsWith[bucket])) + 1);
    }
    return idf;
  }

  /// @param texts the name and, where the settings name further texts, these in their order; empty
  ///   where a product has none
  public Features extract(List<String> texts) {
    return features(texts.stream().map(this::split).toList());
  }

  /// A text and its words.
  public record Words(String plain, List<Token> tokens) {
    public Words {
      Objects.requireNonNull(plain);
      tokens = List.copyOf(tokens);
    }
  }

  /// Kuromoji's share of [#extract(List)].
  public Words split(String text) {
    String plain =
        Folding.plain(text.length() > TEXT_LENGTH_MAX ? text.substring(0, TEXT_LENGTH_MAX) : text);
    return new Words(plain, analysis.tokens(plain));
  }

  /// The rest of [#extract(List)].
  public Features features(List<Words> texts) {
    if (texts.size() != 1 + settings.furtherTexts().size()) {
      throw new IllegalArgumentException(
          "expected a name and %s but found %d texts"
              .formatted(settings.furtherTexts(), texts.size()));
    }
    Blocks found = blocks.get();
    addName(texts.getFirst(), found);
    for (int i = 1; i < texts.size(); i++) {
      addFurther(texts.get(i), FURTHER + i, found);
    }
    return found.toFeatures();
  }

  private void addName(Words name, Blocks found) {
    countSurface(SURFACE, name.plain(), found);
    found.closeBlock(idf, settings.surfaceWeight());
    StringBuilder reading = new StringBuilder(name.plain().length() + 2).append(' ');
    for (Token token : name.tokens()) {
      count(TOKEN, token, found);
      Folding.appendSkeleton(token.reading(), reading);
    }
    found.closeBlock(idf, settings.tokenWeight());
    if (reading.length() > 1) {
      reading.append(' ');
      countNgrams(READING, reading, settings.readingNgramMin(), settings.readingNgramMax(), found);
    }
    found.closeBlock(idf, settings.readingWeight());
  }

  private void addFurther(Words text, int block, Blocks found) {
    countSurface(block, text.plain(), found);
    for (Token token : text.tokens()) {
      count(-block, token, found);
    }
    found.closeBlock(idf, settings.furtherWeight());
  }

  private void countSurface(int block, String plain, Blocks found) {
    int start = 0;
    while (start < plain.length()) {
      int end = plain.indexOf(' ', start);
      end = end < 0 ? plain.length() : end;
      countNgrams(
          block, " " + plain.substring(start, end) + " ", 1, settings.surfaceNgramMax(), found);
      start = end + 1;
    }
  }

  private void countNgrams(int block, CharSequence text, int min, int max, Blocks found) {
    for (int start = 0; start < text.length(); start++) {
      long hash = block;
      int longest = Math.min(max, text.length() - start);
      for (int length = 1; length <= longest; length++) {
        char c = text.charAt(start + length - 1);
        hash = extend(hash, c);
        boolean onlyPadding = length == 1 && c == ' ';
        if (length >= min && !onlyPadding) {
          found.count(bucket(hash));
        }
      }
    }
  }

  private void count(int block, Token token, Blocks found) {
    found.count(bucket(hash(block, token.surface())));
    if (!token.baseForm().equals(token.surface())) {
      found.count(bucket(hash(block, token.baseForm())));
    }
  }

  /// Of a token; a run of digits counts as one zero.
  private static long hash(int block, String text) {
    long hash = block;
    boolean inNumber = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      if (!digit) {
        hash = extend(hash, c);
      } else if (!inNumber) {
        hash = extend(hash, '0');
      }
      inNumber = digit;
    }
    return hash;
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

  /// One thread's working space: a hash table from the buckets of the current block to how often
  /// each occurs, small enough to stay in the processor's nearest cache, and the blocks that are
  /// done.
  private static final class Blocks {
    private static final int FREE = -1;
    private static final int SLOTS = 1 << 10;

    /// Most counts are small.
    private static final float[] DAMPED = new float[64];

    static {
      for (int count = 1; count < DAMPED.length; count++) {
        DAMPED[count] = damped(count);
      }
    }

    private int[] keys = freeSlots(SLOTS);
    private int[] counts = new int[SLOTS];
    private int[] used = new int[SLOTS / 2];
    private int usedCount;

    private int[] buckets = new int[SLOTS];
    private float[] weights = new float[SLOTS];
    private int size;
    private double squares;

    void count(int bucket) {
      int slot = slotOf(bucket);
      if (keys[slot] == FREE) {
        if (usedCount == used.length) {
          grow();
          slot = slotOf(bucket);
        }
        keys[slot] = bucket;
        used[usedCount++] = slot;
      }
      counts[slot]++;
    }

    private int slotOf(int bucket) {
      int slot = bucket & (keys.length - 1);
      while (keys[slot] != bucket && keys[slot] != FREE) {
        slot = (slot + 1) & (keys.length - 1);
      }
      return slot;
    }

    private void grow() {
      int[] oldKeys = keys;
      int[] oldCounts = counts;
      keys = freeSlots(2 * oldKeys.length);
      counts = new int[keys.length];
      for (int i = 0; i < usedCount; i++) {
        int slot = slotOf(oldKeys[used[i]]);
        keys[slot] = oldKeys[used[i]];
        counts[slot] = oldCounts[used[i]];
        used[i] = slot;
      }
      used = Arrays.copyOf(used, keys.length / 2);
    }

    /// Adds what was counted to the features, at the block's weight; a block without any adds none.
    void closeBlock(float[] idf, double blockWeight) {
      if (usedCount > 0 && blockWeight > 0) {
        add(idf, blockWeight);
        squares += blockWeight * blockWeight;
      }
      for (int i = 0; i < usedCount; i++) {
        keys[used[i]] = FREE;
        counts[used[i]] = 0;
      }
      usedCount = 0;
    }

    private void add(float[] idf, double blockWeight) {
      while (size + usedCount > buckets.length) {
        buckets = Arrays.copyOf(buckets, 2 * buckets.length);
        weights = Arrays.copyOf(weights, buckets.length);
      }
      double blockSquares = 0;
      for (int i = 0; i < usedCount; i++) {
        int bucket = keys[used[i]];
        int count = counts[used[i]];
        float weight = idf[bucket] * (count < DAMPED.length ? DAMPED[count] : damped(count));
        buckets[size + i] = bucket;
        weights[size + i] = weight;
        blockSquares += (double) weight * weight;
      }
      float scale = (float) (blockWeight / Math.sqrt(blockSquares));
      for (int i = size; i < size + usedCount; i++) {
        weights[i] *= scale;
      }
      size += usedCount;
    }

    Features toFeatures() {
      int[] ownBuckets = Arrays.copyOf(buckets, size);
      float[] ownWeights = Arrays.copyOf(weights, size);
      float scale = squares > 0 ? (float) (1 / Math.sqrt(squares)) : 0;
      for (int i = 0; i < size; i++) {
        ownWeights[i] *= scale;
      }
      size = 0;
      squares = 0;
      return new Features(ownBuckets, ownWeights);
    }

    /// With `StrictMath`, so that every machine gets the same digits.
    private static float damped(int count) {
      return (float) (1 + StrictMath.log(count));
    }

    private static int[] freeSlots(int slots) {
      int[] keys = new int[slots];
      Arrays.fill(keys, FREE);
      return keys;
    }
  }
}
