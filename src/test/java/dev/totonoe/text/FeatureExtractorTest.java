package dev.totonoe.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class FeatureExtractorTest {
  private static final FeatureSettings SETTINGS = FeatureSettings.DEFAULT;
  private final TextAnalysis analysis = WordDictionaries.standard().analysis();
  private final FeatureExtractor extractor = extractor(List.of("りんご", "りんごジュース", "牛乳"));

  @Test
  void featuresAreOfLengthOne() {
    Features features = extract("りんごジュース 1000ml 紙パック りんごりんご");

    assertThat(features.buckets().length).isGreaterThan(40);
    assertThat(dot(features, features)).isCloseTo(1, within(1e-2));
  }

  @Test
  void wordsOfOldRegistersMeetInTheReading() {
    assertThat(dot(extract("ﾁﾖｺﾚ-ﾄ"), extract("チョコレート"))).isGreaterThan(0.2);
  }

  @Test
  void inflectedWordsMeetInTheirBaseForm() {
    // Past and plain form share no token and, but for their stem, no n-gram.
    assertThat(dot(extract("味付けた"), extract("味付ける")))
        .isGreaterThan(dot(extract("味付けた"), extract("味付けの")));
  }

  @Test
  void numbersCountAsOneToken() {
    FeatureSettings tokens = new FeatureSettings(16, 4, 2, 4, 0, 1, 0, List.of(), 0);
    FeatureExtractor onlyTokens =
        new FeatureExtractor(
            analysis,
            tokens,
            FeatureExtractor.inverseDocumentFrequencies(analysis, tokens, List.of()));

    assertSame(onlyTokens.extract(List.of("茶 500ml")), onlyTokens.extract(List.of("茶 2000ml")));
    assertThat(dot(onlyTokens.extract(List.of("茶 500ml")), onlyTokens.extract(List.of("茶 500g"))))
        .isLessThan(0.9);
  }

  @Test
  void furtherTextsCountApartFromTheName() {
    FeatureSettings settings = SETTINGS.with(List.of("maker", "description"));
    FeatureExtractor withMaker =
        new FeatureExtractor(
            analysis,
            settings,
            FeatureExtractor.inverseDocumentFrequencies(analysis, settings, List.of()));
    Features nothing = withMaker.extract(List.of("茶", "", ""));
    Features byMaker = withMaker.extract(List.of("茶", "伊藤園", ""));

    assertThat(dot(nothing, byMaker)).isBetween(0.5, 0.99);
    assertThat(dot(withMaker.extract(List.of("茶", "", "伊藤園")), byMaker)).isLessThan(0.99);
    assertThat(dot(withMaker.extract(List.of("伊藤園", "", "")), byMaker)).isLessThan(0.1);
    assertThatThrownBy(() -> withMaker.extract(List.of("茶")))
        .hasMessage("expected a name and [maker, description] but found 1 texts");
  }

  @Test
  void aLongTextOfManyFeaturesLosesNone() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < FeatureExtractor.TEXT_LENGTH_MAX; i++) {
      text.append((char) ('一' + i * 7));
    }
    Features features = extract(text.toString());

    assertThat(features.buckets().length).isGreaterThan(4 * FeatureExtractor.TEXT_LENGTH_MAX);
    assertThat(dot(extract("一"), extract("一"))).isCloseTo(1, within(1e-2));
  }

  @Test
  void textWithoutALetterHasNoFeatures() {
    assertThat(extract("").isEmpty()).isTrue();
    assertThat(extract(" 　").isEmpty()).isTrue();
  }

  @Test
  void widthCaseAndSpacesMakeNoDifference() {
    assertSame(extract("ｱｻﾋ　ＢＥＥＲ"), extract(" アサヒ beer "));
  }

  @Test
  void spellingsMeetInTheReading() {
    assertThat(dot(extract("珈琲"), extract("コーヒー"))).isGreaterThan(0.1);
    assertThat(dot(extract("牛乳"), extract("洗剤"))).isLessThan(0.1);
  }

  @Test
  void aRareFeatureWeighsMoreThanACommonOne() {
    List<String> texts = new ArrayList<>(List.of("極"));
    for (int i = 0; i < 50; i++) {
      texts.add("水");
    }
    float[] idf =
        FeatureExtractor.inverseDocumentFrequencies(
            analysis, SETTINGS, texts.stream().map(List::of).toList());
    float common = idf[extractor(texts).extract(List.of("水")).buckets()[0]];
    float rare = idf[extractor(texts).extract(List.of("極")).buckets()[0]];

    assertThat(common).isCloseTo((float) (Math.log(52.0 / 51) + 1), within(1e-6f));
    assertThat(rare).isCloseTo((float) (Math.log(52.0 / 2) + 1), within(1e-6f));
  }

  @Test
  void whatLiesBeyondTheLimitDoesNotCount() {
    String longest = "水".repeat(FeatureExtractor.TEXT_LENGTH_MAX);

    assertSame(extract(longest + "極"), extract(longest));
  }

  @Test
  void everyThreadGetsTheSameFeatures() throws Exception {
    List<String> texts = List.of("りんごジュース 1L", "牛乳", "洗濯用洗剤 詰替", "TVボード 120cm", "");
    List<Features> expected = texts.stream().map(this::extract).toList();
    Callable<Void> manyTimes =
        () -> {
          for (int i = 0; i < 200; i++) {
            assertSame(extract(texts.get(i % 5)), expected.get(i % 5));
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
        analysis,
        SETTINGS,
        FeatureExtractor.inverseDocumentFrequencies(
            analysis, SETTINGS, texts.stream().map(List::of).toList()));
  }

  private Features extract(String name) {
    return extractor.extract(List.of(name));
  }

  private static void assertSame(Features actual, Features expected) {
    assertThat(actual.buckets()).isEqualTo(expected.buckets());
    assertThat(actual.weights()).isEqualTo(expected.weights());
  }

  private static double dot(Features a, Features b) {
    Map<Integer, Double> weights = new HashMap<>();
    for (int i = 0; i < b.buckets().length; i++) {
      weights.merge(b.buckets()[i], (double) b.weights()[i], Double::sum);
    }
    double sum = 0;
    for (int i = 0; i < a.buckets().length; i++) {
      sum += a.weights()[i] * weights.getOrDefault(a.buckets()[i], 0.0);
    }
    return sum;
  }
}
