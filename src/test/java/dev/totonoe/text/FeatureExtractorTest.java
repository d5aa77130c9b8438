package dev.totonoe.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class FeatureExtractorTest {
  private static final FeatureSettings SETTINGS = FeatureSettings.DEFAULT;
  private final TextAnalysis analysis = TextAnalysis.open(Optional.empty());
  private final FeatureExtractor extractor = extractor(List.of("りんご", "りんごジュース", "牛乳"));

  @Test
  void featuresAreAscendingAndOfLengthOne() {
    Features features = extractor.extract("りんごジュース 1000ml 紙パック りんごりんご");

    assertThat(features.buckets()).isSorted().doesNotHaveDuplicates();
    assertThat(features.buckets().length).isGreaterThan(40);
    assertThat(dot(features, features)).isCloseTo(1, within(1e-5));
  }

  @Test
  void textWithoutALetterHasNoFeatures() {
    assertThat(extractor.extract("").isEmpty()).isTrue();
    assertThat(extractor.extract(" 　").isEmpty()).isTrue();
  }

  @Test
  void widthCaseAndSpacesMakeNoDifference() {
    assertSame(extractor.extract("ｱｻﾋ　ＢＥＥＲ"), extractor.extract(" アサヒ beer "));
  }

  @Test
  void spellingsMeetInTheReading() {
    assertThat(dot(extractor.extract("珈琲"), extractor.extract("コーヒー"))).isGreaterThan(0.1);
    assertThat(dot(extractor.extract("牛乳"), extractor.extract("洗剤"))).isLessThan(0.1);
  }

  @Test
  void aRareFeatureWeighsMoreThanACommonOne() {
    List<String> texts = new ArrayList<>(List.of("極"));
    for (int i = 0; i < 50; i++) {
      texts.add("水");
    }
    float[] idf = FeatureExtractor.inverseDocumentFrequencies(analysis, SETTINGS, texts);
    float common = idf[extractor(texts).extract("水").buckets()[0]];
    float rare = idf[extractor(texts).extract("極").buckets()[0]];

    assertThat(common).isCloseTo((float) (Math.log(52.0 / 51) + 1), within(1e-6f));
    assertThat(rare).isCloseTo((float) (Math.log(52.0 / 2) + 1), within(1e-6f));
  }

  @Test
  void whatLiesBeyondTheLimitDoesNotCount() {
    String longest = "水".repeat(FeatureExtractor.TEXT_LENGTH_MAX);

    assertSame(extractor.extract(longest + "極"), extractor.extract(longest));
  }

  @Test
  void everyThreadGetsTheSameFeatures() throws Exception {
    List<String> texts = List.of("りんごジュース 1L", "牛乳", "洗濯用洗剤 詰替", "TVボード 120cm", "");
    List<Features> expected = texts.stream().map(extractor::extract).toList();
    Callable<Void> manyTimes =
        () -> {
          for (int i = 0; i < 200; i++) {
            assertSame(extractor.extract(texts.get(i % 5)), expected.get(i % 5));
          }
          return null;
        };
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<Void> done :
          threads.invokeAll(List.of(manyTimes, manyTimes, manyTimes, manyTimes))) {
        done.get();
      }
    }
  }

  private FeatureExtractor extractor(List<String> texts) {
    return new FeatureExtractor(
        analysis, SETTINGS, FeatureExtractor.inverseDocumentFrequencies(analysis, SETTINGS, texts));
  }

  private static void assertSame(Features actual, Features expected) {
    assertThat(actual.buckets()).isEqualTo(expected.buckets());
    assertThat(actual.weights()).isEqualTo(expected.weights());
  }

  private static double dot(Features a, Features b) {
    double sum = 0;
    for (int i = 0; i < a.buckets().length; i++) {
      int j = Arrays.binarySearch(b.buckets(), a.buckets()[i]);
      sum += j < 0 ? 0 : (double) a.weights()[i] * b.weights()[j];
    }
    return sum;
  }
}
