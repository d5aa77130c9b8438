package dev.totonoe.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.csv.DialectHints;
import dev.totonoe.csv.Encoding;
import dev.totonoe.csv.LineEnd;
import dev.totonoe.csv.OutputFormat;
import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.record.Choice;
import dev.totonoe.record.Choices;
import dev.totonoe.record.ColumnKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class ProfilePropertiesTest {
  @Property(tries = 2000)
  void junkIsRefusedAndNothingElse(@ForAll("junk") String yaml) {
    try {
      Profile profile = Profile.parse(yaml, "d.yaml");
      assertThat(Profile.parse(profile.canonicalText(), "d.yaml")).isEqualTo(profile);
    } catch (ConfigurationFailure e) {
      assertThat(e.getMessage().lines()).isNotEmpty().allMatch(line -> line.startsWith("d.yaml:"));
    }
  }

  @Property(tries = 500)
  void aProfileReadsBackFromItsCanonicalText(@ForAll("profiles") Profile profile) {
    assertThat(Profile.parse(profile.canonicalText(), "d.yaml")).isEqualTo(profile);
  }

  @Property(tries = 500)
  void namesOfOneHeaderAreNeverTwice(@ForAll("headers") List<String> header) {
    List<String> names = Headings.names(header);
    assertThat(names).hasSameSizeAs(header);
    assertThat(names.stream().map(Headings::fold)).doesNotHaveDuplicates().doesNotContain("");
    assertThat(Headings.names(names)).isEqualTo(names);
  }

  /// Pieces that YAML gives a meaning to, more often than they would come by chance.
  @Provide
  Arbitrary<String> junk() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "model",
            "columns",
            "name",
            "from",
            "kind",
            "input",
            "header",
            ":",
            ": ",
            "- ",
            "\n",
            "\n  ",
            "\n    ",
            "{",
            "}",
            "[",
            "]",
            ",",
            "\"",
            "'",
            "#",
            "&a",
            "*a",
            "!",
            "!!str ",
            "|",
            ">",
            "%",
            "%YAML 9.9\n",
            "---\n",
            "...\n",
            "?",
            "<<",
            "\t",
            "\r",
            "\0",
            "\uFEFF",
            "\uD800",
            "\uDC00",
            "\\",
            "\"\\x",
            "\"\\U",
            "\"\\u",
            "FFFFFFFF",
            "\\x",
            "\"\\uD800\"",
            "auto",
            "none",
            "品名",
            "gtin",
            "5%",
            "0.5",
            "\u2028",
            "\u0085",
            "😀",
            "~",
            "null");
    Arbitrary<String> noise = Arbitraries.strings().ofMaxLength(5);
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(9, pieces), net.jqwik.api.Tuple.of(1, noise))
        .list()
        .ofMaxSize(40)
        .map(list -> String.join("", list));
  }

  @Provide
  Arbitrary<Profile> profiles() {
    Arbitrary<DialectHints> hints =
        Combinators.combine(
                Arbitraries.of(Encoding.class).optional(),
                Arbitraries.of(',', '\t', ';', '|').optional(),
                Arbitraries.integers().between(0, 1000).optional())
            .as(
                (encoding, delimiter, header) ->
                    new DialectHints(
                        encoding,
                        delimiter,
                        header.map(OptionalInt::of).orElseGet(OptionalInt::empty)));
    Arbitrary<OutputFormat> formats =
        Combinators.combine(
                Arbitraries.of(true, false),
                Arbitraries.of(',', '\t'),
                Arbitraries.of(LineEnd.LF, LineEnd.CRLF))
            .as((bom, delimiter, end) -> new OutputFormat(Encoding.UTF_8, bom, delimiter, end));
    Arbitrary<OptionalDouble> fractions =
        Arbitraries.bigDecimals()
            .between(java.math.BigDecimal.ZERO, java.math.BigDecimal.ONE)
            .ofScale(4)
            .map(java.math.BigDecimal::doubleValue)
            .optional()
            .map(f -> f.map(OptionalDouble::of).orElseGet(OptionalDouble::empty));
    return Combinators.combine(
            Arbitraries.of("none", "default", "a.b-c_9", "0", "null", "1e5"),
            hints,
            rules(),
            choices().list().ofMaxSize(3),
            fractions,
            headings().list().ofMaxSize(3).map(Headings::names),
            formats,
            fractions)
        .as(
            (model, hint, rules, choices, threshold, description, format, rejects) ->
                new Profile(
                    model,
                    "default",
                    new InputSettings(hint),
                    rules,
                    choices.stream()
                        .filter(choice -> !choice.chosen().isEmpty())
                        .collect(Collectors.toMap(Choices::kind, c -> c, (a, b) -> a)),
                    threshold,
                    description,
                    new OutputSettings(format),
                    rejects));
  }

  /// One choice of a kind; a list always names its table.
  private static Arbitrary<Choices> choices() {
    return Arbitraries.of(ColumnKind.class)
        .flatMap(
            kind ->
                Choice.of(kind).stream().allMatch(choice -> choice.words().isEmpty())
                    ? Arbitraries.just(choices(kind, Map.of()))
                    : Arbitraries.of(
                            Choice.of(kind).stream().filter(c -> !c.words().isEmpty()).toList())
                        .flatMap(
                            choice ->
                                Arbitraries.of(choice.words())
                                    .map(word -> choices(kind, Map.of(choice, word)))));
  }

  private static Choices choices(ColumnKind kind, Map<Choice, String> chosen) {
    Map<Choice, String> all = new HashMap<>(chosen);
    if (kind == ColumnKind.LIST) {
      all.put(Choice.CODE_LIST, "season");
    }
    return new Choices(kind, all);
  }

  /// Rules whose headings are all different.
  private static Arbitrary<List<ColumnRule>> rules() {
    Arbitrary<Optional<Choices>> kinds = choices().optional();
    return headings()
        .list()
        .ofMaxSize(8)
        .map(Headings::names)
        .flatMap(
            names ->
                kinds
                    .list()
                    .ofSize(names.size())
                    .map(
                        list ->
                            java.util.stream.IntStream.range(0, names.size() / 2)
                                .mapToObj(
                                    i ->
                                        new ColumnRule(
                                            names.get(2 * i),
                                            List.of(names.get(2 * i + 1)),
                                            list.get(i).map(Choices::kind),
                                            list.get(i).map(Choices::chosen).orElse(Map.of())))
                                .toList()));
  }

  @Provide
  Arbitrary<List<String>> headers() {
    return headings().list().ofMaxSize(12);
  }

  private static Arbitrary<String> headings() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "備考",
            "備 考",
            "備考_2",
            "備考_3",
            "",
            "　",
            "column_1",
            "column_2",
            "ＪＡＮ",
            "jan",
            "a: b",
            "#x",
            "\"q\"",
            "l1\nl2",
            "ﾀｸﾞ",
            "ー",
            "- x",
            "null",
            "~",
            "あ~～〜",
            "😀",
            "\\",
            "'",
            "a\u0000b",
            "\u2028x",
            "é"),
        Arbitraries.strings().ofMaxLength(6).filter(ProfilePropertiesTest::isWellFormed));
  }

  /// Decoded text has no unpaired surrogates, and YAML cannot write them.
  private static boolean isWellFormed(String text) {
    return text.codePoints().noneMatch(p -> p >= 0xD800 && p <= 0xDFFF);
  }
}
