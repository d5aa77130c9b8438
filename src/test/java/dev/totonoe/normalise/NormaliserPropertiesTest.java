package dev.totonoe.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.csv.Encoding;
import dev.totonoe.csv.LineEnd;
import dev.totonoe.csv.OutputFormat;
import dev.totonoe.normalise.Tables.Replacement;
import dev.totonoe.record.Change;
import dev.totonoe.record.Choice;
import dev.totonoe.record.Choices;
import dev.totonoe.record.Column;
import dev.totonoe.record.ColumnKind;
import dev.totonoe.record.Normalised;
import dev.totonoe.record.Place;
import dev.totonoe.record.Record;
import dev.totonoe.record.Refusal;
import dev.totonoe.text.Vocabulary;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// What holds for every cell, however it is written.
final class NormaliserPropertiesTest {
  private static final Place PLACE = new Place("raw/items.csv", 1, 2);

  private static final Tables TABLES =
      new Tables(
          List.of(
              new Replacement(Optional.empty(), "㈱", "株式会社"),
              new Replacement(Optional.empty(), "アサヒ", "アサヒビール"),
              new Replacement(Optional.of(ColumnKind.NAME), "珈琲", "コーヒー"),
              new Replacement(Optional.empty(), "ー", "－"),
              new Replacement(Optional.empty(), "1", "１1"),
              new Replacement(Optional.empty(), "(", "")),
          List.of("送料無料", "【限定】", "お", "ポイント#倍", "#円OFF"),
          CodeList.of(Map.of("S&B", "エスビー", "明治", "Ｍｅｉｊｉ", "朝霧", "朝霧ミート", "コーヒー", "コーヒー")),
          Tables.load(Path.of("dictionaries/default")).lists(),
          Map.of((int) '①', "(1)", (int) '½', "1/2", (int) '㈱', "㍿", (int) '㎡', "ｍ2"),
          Vocabulary.standard());

  /// Every choice that is off or keeps by default, turned on.
  private static final List<Column> CHOSEN =
      Arrays.stream(ColumnKind.values())
          .map(
              kind -> {
                Map<Choice, String> chosen = new EnumMap<>(Choice.class);
                Choice.of(kind)
                    .forEach(
                        choice ->
                            chosen.put(
                                choice,
                                choice.words().isEmpty()
                                    ? freeWord(choice, kind)
                                    : choice.words().equals(List.of("on", "off"))
                                        ? "on"
                                        : choice.words().getLast()));
                return new Column("売価(税抜) " + kind.word(), kind, new Choices(kind, chosen));
              })
          .toList();

  /// A list has no table of its own.
  private static String freeWord(Choice choice, ColumnKind kind) {
    return kind == ColumnKind.LIST ? "colour" : choice.defaultFor(kind);
  }

  private static final List<Column> COLUMNS =
      Arrays.stream(ColumnKind.values())
          .map(kind -> new Column("売価(税抜) " + kind.word(), kind))
          .toList();

  private static final RowNormaliser BY_DEFAULT = RowNormaliser.of(COLUMNS, TABLES);
  private static final RowNormaliser AS_CHOSEN = RowNormaliser.of(CHOSEN, TABLES);
  private static final Map<ColumnKind, Chain> PLAIN = rules(OutputFormat.standard());
  private static final Map<ColumnKind, Chain> FOR_WINDOWS_31J =
      rules(new OutputFormat(Encoding.WINDOWS_31J, false, ',', LineEnd.CRLF));

  private static Map<ColumnKind, Chain> rules(OutputFormat format) {
    return Arrays.stream(ColumnKind.values())
        .collect(
            Collectors.toMap(
                kind -> kind,
                kind ->
                    RowNormaliser.rulesFor(
                        new Column("列", kind), Tables.none(), format::canEncode)));
  }

  private static final String[] FRAGMENTS =
      ("ｺ-ﾋ-|ﾊﾞ|ﾜﾞ|ｳﾞ|う゛|ﾟ|ﾞ|－|ー|ｰ|‐|−|―|〜|～|　| |\u00A0|\t|\n|\r\n|\u200B|\u200D|\uFEFF|\u0000|カ\u3099|e\u0301|゜|①|½|™|㎡|²|㈱|㍻|"
              + "１２３|350|24|2|1|0|,|.|1,280|1.5|1.980|ml|ｍｌ|mL|g|kg|㎏|L|リットル|キロ|m|cm|mg|×|x|X|*|✕|本|個|コ|枚|袋|缶|入り|セット|組|ケース|巻|"
              + "(|)|【|】|[|]|（|）|「|」|/|／|＼|+|＋|&|・|円|￥|¥|\\|税込|税抜|込|本体|千円|万円|-|オープン価格|$|"
              + "令和|平成|昭和|R|元|年|月|日|六|十|二〇二四|2024|4|30|31|上旬|度|0:00|(月)|20240401|45383|"
              + "4901234567894|036000291452|04901234567894|4.90178E+12|'|E+|送料無料|限定|お|珈琲|アサヒ|アサヒビール|S&B|明治|"
              + "コ-ヒ-|チヨコレ-ト|シヤツ|ツ|ヤ|テイ|ウ|フ|-ル|キユーピー|富士フイルム|食　品|お 茶|緑 茶|大 小|品 |"
              + "&amp;|&amp;amp;|&lt;br&gt;|&#65;|&#x200B;|&#59;|&nbsp;|&copy;|&yen;|&mdash;|&|;|amp|<br>|</p>|<b>|<S>|<限定>|<|>|＜ｂｒ／＞|"
              + "“|”|‘|’|\"|〝|〟|′|″|15|`|´|[食洗機　洗剤］|【限定]|〔|》|︵|⟩|﹇|{|｢|』|"
              + "★|●|♪|☆ |楽天3位|#|ポイント10倍|1,000円OFF|Ucc|s&b|iPhone14|"
              + "当り|対応|用|よりどり|or|各|ゴミ袋|=|@|A|Ｚ|z|髙|𠮷|👨\u200D👩|葛\uDB40\uDD00|〒|100-0001|0312345678|+81|0120|090-1234-5678|TEL|内線|代表|.0|;|:|<|>|http://|HTTPS://|www.|example.jp|EXAMPLE.co.jp|#|?|～|info|mailto:|、|。|黒|BK|ぶらっく|ケース|CS|ヶ|有|なし|朝霧|アサギリ|あさぎり|珈琲|イトウ|\uD800|\uDC00|\u30FB|İ|ß|ﬀ|Å")
          .split("\\|");

  @Provide
  Arbitrary<String> cells() {
    Arbitrary<String> fragments = Arbitraries.of(FRAGMENTS);
    Arbitrary<String> random = Arbitraries.strings().all().ofMinLength(0).ofMaxLength(3);
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(9, fragments), net.jqwik.api.Tuple.of(1, random))
        .list()
        .ofMaxSize(9)
        .map(parts -> String.join("", parts));
  }

  @Property
  void eachNormaliserIsIdempotent(@ForAll("cells") String cell) {
    for (Chain rules : PLAIN.values()) {
      for (Normaliser normaliser : rules.normalisers()) {
        String once = normaliser.unify(cell);
        assertThat(normaliser.unify(once)).as("%s of %s", normaliser.rule(), cell).isEqualTo(once);
      }
    }
  }

  @Property
  void withoutTablesEveryCellSettlesInOnePass(@ForAll("cells") String cell) {
    PLAIN.forEach(
        (kind, rules) -> {
          String once = cell;
          for (Normaliser normaliser : rules.normalisers()) {
            once = normaliser.unify(once);
          }
          assertThat(rules.run(cell))
              .extracting("text", "settled")
              .as("%s", kind)
              .containsExactly(once, true);
        });
  }

  @Property
  void normalisingTwiceChangesNothingAndSaysTheSame(
      @ForAll("cells") String a, @ForAll("cells") String b) {
    normalisingTwiceChangesNothing(BY_DEFAULT, a, b);
    normalisingTwiceChangesNothing(AS_CHOSEN, a, b);
  }

  private static void normalisingTwiceChangesNothing(RowNormaliser normaliser, String a, String b) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < COLUMNS.size(); i++) {
      cells.add(i % 2 == 0 ? a : b);
    }
    switch (normaliser.normalise(new Record(PLACE, cells))) {
      case Refusal refusal -> assertThat(refusal.column()).isBetween(0, COLUMNS.size() - 1);
      case Normalised once -> {
        Normalised twice = (Normalised) normaliser.normalise(new Record(PLACE, once.cells()));
        assertThat(twice.cells()).isEqualTo(once.cells());
        assertThat(twice.changes()).isEmpty();
        assertThat(twice.derived()).isEqualTo(once.derived());
        assertThat(twice.reviewReasons()).isEqualTo(once.reviewReasons());
      }
    }
  }

  @Property
  void cellsAndChangesGiveTheRawCellsBack(@ForAll("cells") String cell) {
    List<String> raw = COLUMNS.stream().map(column -> cell).toList();
    if (BY_DEFAULT.normalise(new Record(PLACE, raw)) instanceof Normalised normalised) {
      List<String> restored = new ArrayList<>(normalised.cells());
      for (Change change : normalised.changes()) {
        int index = COLUMNS.stream().map(Column::name).toList().indexOf(change.column());
        assertThat(restored.get(index)).isEqualTo(change.after());
        assertThat(change.rule()).isNotEmpty();
        restored.set(index, change.before());
      }
      assertThat(restored).isEqualTo(raw);
    }
  }

  /// Whatever rules a profile switches off, those that are left agree on what they leave.
  @Property
  void anyChoiceOfRulesSettles(@ForAll("cells") String cell, @ForAll long switches) {
    for (ColumnKind kind :
        List.of(ColumnKind.NAME, ColumnKind.TEXT, ColumnKind.MAKER, ColumnKind.CODE)) {
      Map<Choice, String> chosen = new EnumMap<>(Choice.class);
      for (Choice choice : Choice.of(kind)) {
        if (choice.words().equals(List.of("on", "off"))) {
          boolean on = (switches >>> choice.ordinal() % Long.SIZE & 1) == 1;
          chosen.put(choice, on ? "on" : "off");
        }
      }
      Chain rules =
          RowNormaliser.rulesFor(new Column("列", kind, new Choices(kind, chosen)), TABLES);
      String once = rules.unify(cell);
      assertThat(rules.unify(once)).as("%s", chosen).isEqualTo(once);
    }
  }

  /// A file in windows-31j can be written in windows-31j again.
  @Property
  void whatWindows31jCanWriteItCanWriteUnified(@ForAll("cells") String cell) {
    CharsetEncoder encoder = Charset.forName("windows-31j").newEncoder();
    Assume.that(encoder.canEncode(cell));
    FOR_WINDOWS_31J.forEach(
        (kind, rules) -> {
          String unified = rules.unify(cell);
          assertThat(encoder.canEncode(unified)).as("%s: %s", kind, unified).isTrue();
        });
  }

  @Property
  void foldingTwiceChangesNothing(@ForAll("cells") String text) {
    assertThat(SpellingKey.of(SpellingKey.of(text))).isEqualTo(SpellingKey.of(text));
  }

  @Property
  void unifyingASpecificationKeepsItsReading(@ForAll("cells") String cell) {
    String folded = Chain.NAME.unify(cell);
    assertThat(ContentReading.of(new ContentNormaliser().unify(folded)))
        .isEqualTo(ContentReading.of(folded));
  }
}
