package dev.totonoe.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.totonoe.failure.ConfigurationFailure;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Profiles with errors and all that is said about them.
final class ProfileErrorsTest {
  @ParameterizedTest
  @MethodSource("profiles")
  void tellsEveryErrorWithItsPlace(String yaml, List<String> expected) {
    ConfigurationFailure failure =
        catchThrowableOfType(ConfigurationFailure.class, () -> Profile.parse(yaml, "d.yaml"));
    assertThat(failure).as("no failure for: " + yaml).isNotNull();
    assertThat(failure.getMessage().lines()).containsExactlyElementsOf(expected);
  }

  static Stream<Arguments> profiles() {
    return Stream.of(
        profile(
            """
            modle: default
            columns:
              - name: 商品名
                kind: nmae
              - from: [品名]
            input:
              encodng: auto
            """,
            "d.yaml:1:1: unknown key \"modle\"; did you mean \"model\"?",
            "d.yaml:4:11: columns[0].kind: expected one of name, text, code, gtin, content, price,"
                + " date, number, measure, dimensions, size, maker, category, colour, unit, yes_no, list,"
                + " phone, postal_code, url, email, keep but found \"nmae\"; did you mean \"name\"?",
            "d.yaml:5:5: columns[1]: expected a name, the column's heading in products.csv",
            "d.yaml:7:3: input: unknown key \"encodng\"; did you mean \"encoding\"?"),
        profile(
            """
            encoding: utf-8
            input:
              delimiter: ","
              header: 0
              encoding: utf8x
              model: x
            """,
            "d.yaml:1:1: unknown key \"encoding\"; it belongs below input or output",
            "d.yaml:3:14: input.delimiter: expected one of auto, comma, tab, semicolon, pipe but"
                + " found \",\"",
            "d.yaml:4:11: input.header: expected auto, none or the line number of the header, from"
                + " 1 to 1000 but found \"0\"",
            "d.yaml:5:13: input.encoding: expected one of auto, utf-8, windows-31j, euc-jp,"
                + " iso-2022-jp, utf-16le, utf-16be but found \"utf8x\"; did you mean \"utf-8\"?",
            "d.yaml:6:3: input: unknown key \"model\"; it belongs at the top, without"
                + " indentation"),
        profile(
            """
            model: ../x
            dictionary: Default
            model: y
            category: 0.8
            output: [a]
            quality:
              rejects_max: 0.05
            """,
            "d.yaml:1:8: model: expected none or the name of a directory below models/ (a-z, 0-9,"
                + " and . _ - after the first) but found \"../x\"",
            "d.yaml:2:13: dictionary: expected the name of a directory below dictionaries/ (a-z,"
                + " 0-9, and . _ - after the first) but found \"Default\"",
            "d.yaml:3:1: the key model stands on line 1 already",
            "d.yaml:4:11: category: expected keys and values (threshold, description) but found \"0.8\"",
            "d.yaml:5:9: output: expected keys and values (encoding, delimiter, line_end) but found a list",
            "d.yaml:7:16: quality.rejects_max: expected a percentage from 0% to 100%, such as 5%"
                + " but found \"0.05\""),
        profile(
            """
            columns:
              - {name: 品名, from: [名称, 名 称]}
              - {name: 価格, from: [品名, 名称]}
              - name: 価 格
              - 品番
              - {name: {a: b}, from: 品}
              - {name: gtin}
              - {name: "  "}
            """,
            "d.yaml:2:27: columns[0].from[1]: \"名 称\" stands in columns[0].from[0] already; a"
                + " heading means one column, once",
            "d.yaml:3:23: columns[1].from[0]: \"品名\" stands in columns[0].name already; a heading"
                + " means one column, once",
            "d.yaml:3:27: columns[1].from[1]: \"名称\" stands in columns[0].from[0] already; a"
                + " heading means one column, once",
            "d.yaml:4:11: columns[2].name: \"価 格\" stands in columns[1].name already; a heading"
                + " means one column, once",
            "d.yaml:5:5: columns[3]: expected keys and values (name, from, kind, normalise) but found \"品番\"",
            "d.yaml:6:12: columns[4].name: expected a heading but found keys and values",
            "d.yaml:6:26: columns[4].from: expected a list of headings but found \"品\"",
            "d.yaml:7:12: columns[5].name: \"gtin\" is a column that the worker adds itself; choose"
                + " another name",
            "d.yaml:8:12: columns[6].name: expected a heading but found nothing"),
        profile(
            "category: {threshold: 1.5}\nquality: {rejects_max: 101%}\noutput: {line_end: clrf}",
            "d.yaml:1:23: category.threshold: expected a number from 0 to 1, such as 0.8 but found"
                + " \"1.5\"",
            "d.yaml:2:24: quality.rejects_max: expected a percentage from 0% to 100%, such as 5%"
                + " but found \"101%\"",
            "d.yaml:3:20: output.line_end: expected one of lf, crlf but found \"clrf\"; did you mean"
                + " \"crlf\"?"),
        profile(
            "category: {descripton: a}\n",
            "d.yaml:1:12: category: unknown key \"descripton\"; did you mean \"description\"?"),
        profile(
            "category: {description: [a, {}, '　', [b]]}",
            "d.yaml:1:29: category.description: expected a heading of 1 to 1,000 characters but found"
                + " keys and values",
            "d.yaml:1:33: category.description: expected a heading of 1 to 1,000 characters but found"
                + " \"　\"",
            "d.yaml:1:38: category.description: expected a heading of 1 to 1,000 characters but found"
                + " a list"),
        profile(
            "category: {description: [%s]}".formatted("a,".repeat(21)),
            "d.yaml:1:25: category.description: expected at most 20 but found 21"),
        profile(
            "- model",
            "d.yaml:1:1: expected keys and values (model, dictionary, input, columns, normalise,"
                + " category, output, quality) but found a list"),
        profile(
            "columns: [{name: 品名, normalise: {dash: off}}]",
            "d.yaml:1:33: columns[0].normalise: expected a kind beside it, because each kind has its"
                + " own choices; add `kind: …`"),
        profile(
            "columns: [{name: 品名, kind: name, normalise: {dsah: off, kana: no}}]",
            "d.yaml:1:46: columns[0].normalise: unknown key \"dsah\"; did you mean \"dash\"?",
            "d.yaml:1:63: columns[0].normalise.kana: expected one of on, off but found \"no\"; did you mean \"on\"?"),
        profile(
            "normalise: {nmae: {dash: off}, gtin: {gtin: {}}}",
            "d.yaml:1:13: normalise: unknown key \"nmae\"; did you mean \"name\"?",
            "d.yaml:1:45: normalise.gtin.gtin: expected one of on, off but found keys and values"),
        profile(
            "columns: [{name: 産地, kind: list}, {name: 色, kind: colour, normalise: {list: 色, region: JP}}]",
            "d.yaml:1:28: columns[0]: expected the name of its table, list-<name>.csv of the dictionary"
                + " bundle; add `normalise: {list: <name>}`",
            "d.yaml:1:77: columns[1].normalise.list: expected off or the name of a table"
                + " list-<name>.csv (a-z, 0-9, _ and -) but found \"色\"",
            "d.yaml:1:80: columns[1].normalise: unknown key \"region\"; known here: list, reading"),
        profile(
            "zzzzz: 1",
            "d.yaml:1:1: unknown key \"zzzzz\"; known here: model, dictionary,"
                + " input, columns, normalise, category, output, quality"),
        profile(
            "model: a\n---\nmodel: b",
            "d.yaml:3:1: a second document begins here; a profile" + " is one document"),
        profile(
            "model: &a x\n", "d.yaml:1:8: anchor \"&a\": write the value out where it is needed"),
        profile("model: *a\n", "d.yaml:1:8: alias \"*a\": write the value out"),
        profile(
            "model: !!binary x\n",
            "d.yaml:1:8: tag \"tag:yaml.org,2002:binary\": tags have no"
                + " meaning in a profile; remove it"),
        profile("? [a]\n: b\n", "d.yaml:1:3: a key must be plain text"),
        profile("model: " + "[".repeat(50_000), "d.yaml:1:23: nested more than 16 deep"),
        profile(
            "model: a\u0007b",
            "d.yaml:1:9: the character U+0007 may not stand in YAML; remove" + " it"),
        profile(
            "input:\n\theader: 1\n",
            "d.yaml:2:1: not YAML while scanning for the next token:"
                + " found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for"
                + " indentation); YAML indents with spaces, not with tabs"),
        profile(
            "model: none\ndictionary: \"\\x",
            "d.yaml:2:11: not YAML after this place: a backslash in double quotes is not followed by"
                + " an escape; write two, or use single quotes"),
        profile(
            "model: \"\\UFFFFFFFF\"\n",
            "d.yaml:1:6: not YAML after this place: a backslash in double quotes is not followed by"
                + " an escape; write two, or use single quotes"),
        profile(
            "model: [a\ninput: x\n",
            "d.yaml:2:6: not YAML while parsing a flow sequence: expected ',' or ']', but got :"));
  }

  private static Arguments profile(String yaml, String... lines) {
    return Arguments.of(yaml, List.of(lines));
  }
}
