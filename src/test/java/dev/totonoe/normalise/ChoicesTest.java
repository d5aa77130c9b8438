package dev.totonoe.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.record.Choice;
import dev.totonoe.record.Choices;
import dev.totonoe.record.Column;
import dev.totonoe.record.ColumnKind;
import dev.totonoe.record.DerivedColumn;
import dev.totonoe.record.Normalised;
import dev.totonoe.record.Place;
import dev.totonoe.record.Record;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The profile's choices reach the rules.
final class ChoicesTest {
  private static final Tables TABLES = Tables.none();

  private static Column column(ColumnKind kind, Map<Choice, String> chosen) {
    return new Column("列", kind, new Choices(kind, chosen));
  }

  private static List<String> rules(Column column) {
    return RowNormaliser.rulesFor(column, TABLES).normalisers().stream()
        .map(Normaliser::rule)
        .toList();
  }

  /// Every switch of every kind, turned each way.
  @TestFactory
  Stream<DynamicTest> everySwitchTakesItsRuleOutAndIn() {
    return Arrays.stream(ColumnKind.values())
        .flatMap(
            kind ->
                Choice.of(kind).stream()
                    .filter(choice -> choice.words().equals(List.of("on", "off")))
                    .map(
                        choice ->
                            DynamicTest.dynamicTest(
                                kind.word() + "." + choice.word(),
                                () -> {
                                  assertThat(rules(column(kind, Map.of(choice, "on"))))
                                      .contains(choice.word());
                                  assertThat(rules(column(kind, Map.of(choice, "off"))))
                                      .doesNotContain(choice.word());
                                })));
  }

  /// A rule that acts by default and cannot be named in a profile could not be switched off.
  @TestFactory
  Stream<DynamicTest> everyRuleOfFreeTextAndCodesCanBeSwitched() {
    return Stream.of(ColumnKind.NAME, ColumnKind.TEXT, ColumnKind.CODE)
        .map(
            kind ->
                DynamicTest.dynamicTest(
                    kind.word(),
                    () ->
                        assertThat(rules(column(kind, Map.of())))
                            .allMatch(
                                rule ->
                                    Choice.ofWord(rule)
                                        .map(choice -> choice.kinds().contains(kind))
                                        .orElse(false))));
  }

  @Test
  void aRuleThatIsOffLeavesTheTextAlone() {
    Column column = column(ColumnKind.NAME, Map.of(Choice.KANA, "off", Choice.WIDTH, "off"));
    assertThat(RowNormaliser.rulesFor(column, TABLES).unify("　ｶﾞｰｾﾞ　Ａ")).isEqualTo("ｶﾞｰｾﾞ Ａ");
  }

  @Test
  void aChoiceThatSaysTheDefaultIsNoChoice() {
    assertThat(new Choices(ColumnKind.NAME, Map.of(Choice.KANA, "on")))
        .isEqualTo(Choices.defaults(ColumnKind.NAME));
    assertThat(Choice.ofWord("dash")).isEqualTo(Optional.of(Choice.DASH));
  }

  @Test
  void theProfileTellsHowDatesAreWritten() {
    assertThat(date("3/4/24", Map.of())).isEqualTo("3/4/24");
    assertThat(date("3/4/24", Map.of(Choice.DATE_ORDER, "dmy"))).isEqualTo("2024-04-03");
    assertThat(date("3/4/24", Map.of(Choice.DATE_ORDER, "mdy"))).isEqualTo("2024-03-04");
    assertThat(date("69/4/3", Map.of(Choice.DATE_ORDER, "ymd", Choice.DATE_CENTURY, "1950")))
        .isEqualTo("1969-04-03");
    assertThat(date("45383", Map.of())).isEqualTo("45383");
    assertThat(date("45383", Map.of(Choice.DATE_SERIAL, "1900"))).isEqualTo("2024-04-01");
    assertThat(date("43921", Map.of(Choice.DATE_SERIAL, "1904"))).isEqualTo("2024-04-01");
  }

  private static String date(String cell, Map<Choice, String> chosen) {
    return RowNormaliser.rulesFor(column(ColumnKind.DATE, chosen), TABLES).unify(cell);
  }

  @Test
  void theProfileTellsWhatPricesMean() {
    assertThat(price("12", Map.of())).isEqualTo("12 JPY unknown");
    assertThat(price("12.50", Map.of(Choice.CURRENCY, "USD", Choice.TAX, "excluded")))
        .isEqualTo("12.5 USD excluded");
    assertThat(price("12", Map.of(Choice.CURRENCY, "none"))).isEqualTo("12  unknown");
    assertThat(price("12", Map.of(Choice.PRICE_UNIT, "1000"))).isEqualTo("12000 JPY unknown");
    assertThat(price("1.234", Map.of(Choice.CURRENCY, "EUR", Choice.DECIMAL, "comma")))
        .isEqualTo("1234 EUR unknown");
    assertThat(Choice.CURRENCY.accepts("YEN")).isFalse();
  }

  private static String price(String cell, Map<Choice, String> chosen) {
    Column price = new Column("値", ColumnKind.PRICE, new Choices(ColumnKind.PRICE, chosen));
    Normalised row =
        (Normalised)
            RowNormaliser.of(List.of(price), TABLES)
                .normalise(new Record(new Place("raw/a.csv", 1, 2), List.of(cell)));
    return "%s %s %s"
        .formatted(
            row.derived().get(DerivedColumn.PRICE_AMOUNT),
            row.derived().getOrDefault(DerivedColumn.PRICE_CURRENCY, ""),
            row.derived().get(DerivedColumn.PRICE_TAX));
  }
}
