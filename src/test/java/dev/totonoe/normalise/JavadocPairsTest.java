package dev.totonoe.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.normalise.Tables.Replacement;
import dev.totonoe.record.Column;
import dev.totonoe.record.ColumnKind;
import dev.totonoe.text.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The pairs in each normaliser's Javadoc are true.
final class JavadocPairsTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/totonoe/normalise");
  private static final Pattern PAIR =
      Pattern.compile("/// \\| `([^`]+)` \\| (`[^`]*`|unchanged) \\|");
  private static final Pattern CODE_POINT = Pattern.compile("<U\\+([0-9A-F]{4,6})>");

  /// The normalisers under test, by class; those with tables have the tables their Javadoc names.
  private static final List<Normaliser> NORMALISERS =
      List.of(
          new ApostropheNormaliser(),
          new CodeListNormaliser(
              "brand", CodeList.of(Map.of("S&B", "エスビー食品", "明治乳業", "明治", "BK", "ブラック"))),
          new BracketNormaliser(),
          new CompatibilityNormaliser(
              Map.of(
                  (int) '①', "(1)", (int) '㈱', "(株)", (int) '㌔', "キロ", (int) '㎡', "m2", (int) '½',
                  "1/2")),
          new ContentNormaliser(),
          new ControlNormaliser(),
          new DashNormaliser(Vocabulary.standard()::knows),
          new DateNormaliser(DateChoices.under("発売日")),
          new DecorationNormaliser(),
          new DeletableNormaliser(List.of("送料無料", "ポイント2倍", "全品", "#円OFF", "楽天#位")),
          new DimensionsNormaliser(),
          new EmailNormaliser(),
          new GtinNormaliser(),
          new HtmlNormaliser(" ", character -> true),
          new KanaNormaliser(),
          new KatakanaNormaliser(Vocabulary.standard(), List.of("富士フイルム", "アロンアルフア")),
          LatinNormaliser.brands(List.of("S&B", "UCC", "BeeFree", "明治")),
          new MeasureNormaliser(),
          new NumberNormaliser(),
          PhoneNormaliser.of(new Column("TEL", ColumnKind.PHONE)),
          new PostalCodeNormaliser(),
          new PriceNormaliser(),
          new QuoteNormaliser(),
          new ReadingNormaliser(
              CodeList.of(
                  Map.of(
                      "コーヒー", "コーヒー", "珈琲豆", "珈琲豆", "朝霧", "朝霧ミート", "豆腐", "豆腐", "伊藤", "伊藤", "伊東",
                      "伊東")),
              CodeLists.none().readings()),
          new ReplacementNormaliser(
              List.of(
                  new Replacement(Optional.empty(), "ケチャプ", "ケチャップ"),
                  new Replacement(Optional.empty(), "アサヒ", "アサヒビール"),
                  new Replacement(Optional.empty(), "(株)", "㈱"))),
          new SizeNormaliser(),
          SpaceNormaliser.oneLine(),
          new SymbolNormaliser(),
          new UrlNormaliser(),
          new WidthNormaliser(),
          new WordSpaceNormaliser(Vocabulary.standard()));

  @Test
  void everyNormaliserIsTested() throws IOException {
    try (Stream<Path> files = Files.list(SOURCES)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> name.endsWith("Normaliser.java"))
          .filteredOn(name -> !name.equals("Normaliser.java") && !name.equals("RowNormaliser.java"))
          .containsExactlyInAnyOrderElementsOf(
              NORMALISERS.stream().map(n -> n.getClass().getSimpleName() + ".java").toList());
    }
  }

  @TestFactory
  Stream<DynamicTest> everyPairHolds() {
    return NORMALISERS.stream()
        .flatMap(
            normaliser ->
                pairs(normaliser).stream()
                    .map(
                        pair ->
                            DynamicTest.dynamicTest(
                                normaliser.rule() + ": " + pair.input(),
                                () -> {
                                  String once = normaliser.unify(pair.input());
                                  assertThat(once).isEqualTo(pair.output());
                                  assertThat(normaliser.unify(once)).isEqualTo(once);
                                })));
  }

  @TestFactory
  Stream<DynamicTest> everyNormaliserShowsItsLimits() {
    return NORMALISERS.stream()
        .map(
            normaliser ->
                DynamicTest.dynamicTest(
                    normaliser.rule(),
                    () -> {
                      assertThat(pairs(normaliser)).hasSizeGreaterThanOrEqualTo(3);
                      assertThat(pairs(normaliser)).anyMatch(p -> p.input().equals(p.output()));
                      assertThat(source(normaliser)).contains("/// Known weakness: ");
                    }));
  }

  private record Pair(String input, String output) {}

  private static List<Pair> pairs(Normaliser normaliser) {
    List<Pair> pairs = new ArrayList<>();
    Matcher matcher = PAIR.matcher(source(normaliser));
    while (matcher.find()) {
      String input = decoded(matcher.group(1));
      String cell = matcher.group(2);
      boolean unchanged = cell.equals("unchanged");
      pairs.add(new Pair(input, unchanged ? input : decoded(cell.substring(1, cell.length() - 1))));
    }
    return pairs;
  }

  /// From the line that heads the pairs, so that other tables of a Javadoc are left alone.
  private static String source(Normaliser normaliser) {
    try {
      String text =
          Files.readString(SOURCES.resolve(normaliser.getClass().getSimpleName() + ".java"));
      return text.substring(text.indexOf("/// | input | output |"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String decoded(String cell) {
    return CODE_POINT
        .matcher(cell)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(Character.toString(Integer.parseInt(match.group(1), 16))));
  }
}
