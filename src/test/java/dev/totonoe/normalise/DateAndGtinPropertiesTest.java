package dev.totonoe.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.normalise.DateChoices.Order;
import dev.totonoe.normalise.DateChoices.Serial;
import dev.totonoe.record.Column;
import dev.totonoe.record.ColumnKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

final class DateAndGtinPropertiesTest {

  private static final Chain GTIN =
      RowNormaliser.rulesFor(new Column("JAN", ColumnKind.GTIN), Tables.none());

  private static final List<DateChoices> CHOICES = choices();

  private static List<DateChoices> choices() {
    List<DateChoices> all = new ArrayList<>();
    for (Order order : Order.values()) {
      for (Serial serial : Serial.values()) {
        all.add(DateChoices.under("発売日").with(order).with(serial));
      }
    }
    return all;
  }

  private static final String[] DATE_PIECES =
      ("2024|24|4|04|1|01|31|30|13|0|9999|60|45383|.5|20240401|202404|240401|年|月|日|/|.|-|・| |,|～|から|まで|元|六|十|廿|〇|"
              + "令和|平成|昭和|明治|R|H|西暦|年度|上旬|初旬|末|末日|頃|春|以降|第1四半期|Q1|W14|(月)|(火)|月曜日|T|12:30|0:00|午後3時|24:00|Z|+09:00|"
              + "発売|発売日|：|賞味期限|未定|'|(2024)|予定|中")
          .split("\\|");

  private static final String[] GTIN_PIECES =
      ("4901234567894|4902102072618|036000291452|49012347|978-4-10-109205-8|4-10-109205-2|020163385X|14901234567891|01234565|4.90178E+12|"
              + "4.901234567894E+12|JAN|ISBN|:|：|-| |/|、|,|.0|.|=\"|\"|*|'|(01)|E+|0|00000|9|なし|コード|13")
          .split("\\|");

  @Provide
  Arbitrary<String> dates() {
    return Arbitraries.of(DATE_PIECES).list().ofMaxSize(8).map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> gtins() {
    return Arbitraries.of(GTIN_PIECES).list().ofMaxSize(5).map(parts -> String.join("", parts));
  }

  @Property
  void aUnifiedDateReadsAsItself(@ForAll("dates") String cell) {
    for (DateChoices choices : CHOICES) {
      String folded = Chain.NAME.unify(cell);
      DateReading raw = DateReading.of(folded, choices);
      String unified = new DateNormaliser(choices).unify(folded);
      DateReading again = DateReading.of(unified, choices);

      assertThat(again.status()).as("%s under %s", unified, choices).isEqualTo(raw.status());
      assertThat(again.written()).as(unified).isEqualTo(raw.written());
      assertThat(Chain.NAME.unify(unified)).isEqualTo(unified);
    }
  }

  @Property
  void everySpellingOfADayIsThatDay(@ForAll @LongRange(min = -7305, max = 40000) long epochDay) {
    LocalDate day = LocalDate.ofEpochDay(epochDay);
    int year = day.getYear();
    int month = day.getMonthValue();
    int date = day.getDayOfMonth();
    DateChoices plain = DateChoices.under("");

    for (String format : new String[] {"%d/%d/%d", "%d年%d月%d日", "%d.%02d.%02d", "%04d%02d%02d"}) {
      assertThat(DateReading.of(format.formatted(year, month, date), plain).written())
          .isEqualTo(day.toString());
    }
    for (Era era : Era.values()) {
      int yearOfEra = year - era.western(0);
      if (yearOfEra > 0 && era.overlaps(day, day)) {
        String name = era.name().substring(0, 1);
        String cell = "%s%d.%d.%d".formatted(name, yearOfEra, month, date);
        assertThat(DateReading.of(cell, plain).written()).as(cell).isEqualTo(day.toString());
      }
    }
  }

  @Property
  void aUnifiedCodeReadsAsItself(@ForAll("gtins") String cell) {
    String unified = GTIN.unify(cell);

    assertThat(GTIN.unify(unified)).isEqualTo(unified);
    assertThat(new GtinNormaliser().unify(unified)).isEqualTo(unified);
    if (GtinReading.of(unified).status() == GtinReading.Status.VALID) {
      assertThat(unified).matches("[0-9]{8}|[0-9]{13,14}");
    }
  }

  @Property
  void noOtherCheckDigitIsTaken(
      @ForAll @LongRange(min = 200_000_000_000L, max = 899_999_999_999L) long body,
      @ForAll @IntRange(min = 1, max = 9) int error) {
    int right = GtinReading.checkDigit(Long.toString(body));
    String wrong = body + Integer.toString((right + error) % 10);

    assertThat(GTIN.unify(wrong)).isEqualTo(wrong);
    assertThat(GtinReading.of(wrong).status()).isEqualTo(GtinReading.Status.INVALID);
  }
}
