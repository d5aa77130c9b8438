package dev.totonoe.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.normalise.CurrencyMarks.Mark;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CurrencyMarksTest {
  private static Optional<Mark> whole(String text) {
    String unified = Chain.NAME.unify(text);
    return unified.isEmpty()
        ? Optional.empty()
        : CurrencyMarks.at(unified, 0)
            .filter(found -> found.end() == unified.length())
            .map(WordTable.Found::value);
  }

  /// The symbols that the JDK has from Unicode's CLDR are an opinion of somebody else.
  @Test
  void agreesWithTheSymbolsOfTheJdk() {
    int known = 0;
    for (Locale locale : Locale.getAvailableLocales()) {
      Optional<Currency> currency = currency(locale);
      Optional<Mark> mark = currency.flatMap(one -> whole(one.getSymbol(locale)));
      if (mark.isPresent()) {
        known++;
        assertThat(mark.get().codes())
            .as("%s in %s", mark.get().text(), locale)
            .contains(currency.orElseThrow().getCurrencyCode());
      }
    }
    assertThat(known).isGreaterThan(300);
  }

  private static Optional<Currency> currency(Locale locale) {
    try {
      return Optional.ofNullable(Currency.getInstance(locale));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // a language without a country, or an island without a currency
    }
  }

  @Test
  void namesOnlyCurrenciesOfIso4217() {
    List<String> marks =
        List.of("￥", "円", "元", "$", "kr", "€", "руб.", "Kč", "zł", "Rs", "₩", "NT$");
    for (String mark : marks) {
      for (String code : whole(mark).orElseThrow().codes()) {
        assertThat(Currency.getInstance(code).getCurrencyCode()).isEqualTo(code);
      }
    }
  }

  @Test
  void leavesASharedSignOpenUnlessSomethingNamesTheCurrency() {
    Mark dollar = whole("$").orElseThrow();
    assertThat(dollar.code("JPY")).isEmpty();
    assertThat(dollar.code("AUD")).isEqualTo("AUD");
    assertThat(whole("￥").orElseThrow().code("")).isEqualTo("JPY");
    assertThat(whole("￥").orElseThrow().code("CNY")).isEqualTo("CNY");
    assertThat(dollar.and(whole("SGD").orElseThrow()).orElseThrow().code("")).isEqualTo("SGD");
    assertThat(dollar.and(whole("円").orElseThrow())).isEmpty();
    assertThat(whole("تومان").orElseThrow().code("IRR")).isEmpty();
  }

  @Test
  void findsNoMarkInsideAWord() {
    assertThat(CurrencyMarks.in("krone")).isEmpty();
    assertThat(CurrencyMarks.in("EUROPE")).isEmpty();
    assertThat(CurrencyMarks.in("Price R")).isEmpty();
    assertThat(CurrencyMarks.in("TOP ALL")).isEmpty();
    assertThat(CurrencyMarks.in("価格(USD/€)")).extracting(Mark::text).containsExactly("USD", "€");
  }
}
