package dev.totonoe.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.totonoe.normalise.DateChoices.Order;
import dev.totonoe.normalise.DateChoices.Serial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class DateReadingTest {
  private static final DateChoices PLAIN = DateChoices.under("発売日");

  @TestFactory
  Stream<DynamicTest> readsDirtyCells() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/normalise/dates.tsv")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .map(row -> DynamicTest.dynamicTest(row[0] + " " + row[3], () -> check(row)));
  }

  private static void check(String[] row) {
    DateChoices choices = choices(row[3]);
    Chain rules = Chain.NAME.then(new DateNormaliser(choices));
    String unified = rules.unify(row[0]);
    String status = DateReading.of(unified, choices).status().name().toLowerCase(Locale.ROOT);

    assertThat(unified).isEqualTo(row[1].equals("=") ? row[0] : row[1]);
    assertThat(status).isEqualTo(row[2]);
    assertThat(rules.unify(unified)).isEqualTo(unified);
    assertThat(DateReading.of(Chain.NAME.unify(row[0]), choices).status())
        .as("read before and after it is unified")
        .isEqualTo(DateReading.of(unified, choices).status());
  }

  private static DateChoices choices(String word) {
    return switch (word) {
      case "ymd" -> PLAIN.with(Order.YMD);
      case "mdy" -> PLAIN.with(Order.MDY);
      case "dmy" -> PLAIN.with(Order.DMY);
      case "1900" -> PLAIN.with(Serial.FROM_1900);
      case "1904" -> PLAIN.with(Serial.FROM_1904);
      default -> PLAIN;
    };
  }

  @Test
  void dropsALabelOnlyUnderAHeadingThatSaysTheSame() {
    assertThat(DateReading.of("賞味期限:2024/10/31", DateChoices.under("賞味期限")).written())
        .isEqualTo("2024-10-31");
    assertThat(DateReading.of("2024/4/1販売終了", DateChoices.under("販売終了日")).written())
        .isEqualTo("2024-04-01");
    for (String heading : new String[] {"", "日付", "発売日", "消費期限", "発売終了日"}) {
      assertThat(DateReading.of("賞味期限:2024/10/31", DateChoices.under(heading)))
          .as(heading)
          .isEqualTo(new DateReading(DateReading.Status.LABEL, ""));
    }
  }

  @Test
  void countsTwoDigitsFromTheChosenYear() {
    DateChoices since1950 = new DateChoices("", Order.YMD, 1950, Serial.NONE);

    assertThat(DateReading.of("50/1/1", since1950).written()).isEqualTo("1950-01-01");
    assertThat(DateReading.of("49/1/1", since1950).written()).isEqualTo("2049-01-01");
    assertThatThrownBy(() -> new DateChoices("", Order.YMD, 70, Serial.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("centuryFrom: expected 1583 to 9900 but found 70");
  }

  @Test
  void followsTheMoonUntilMeijiFive() {
    assertThat(LunisolarMeiji.day(1, 1, 1)).contains(LocalDate.of(1868, 1, 25));
    assertThat(LunisolarMeiji.day(2, 1, 1)).contains(LocalDate.of(1869, 2, 11));
    assertThat(LunisolarMeiji.day(3, 1, 1)).contains(LocalDate.of(1870, 2, 1));
    assertThat(LunisolarMeiji.day(4, 1, 1)).contains(LocalDate.of(1871, 2, 19));
    assertThat(LunisolarMeiji.day(5, 1, 1)).contains(LocalDate.of(1872, 2, 9));
    assertThat(LunisolarMeiji.day(5, 12, 2)).contains(LocalDate.of(1872, 12, 31));
    // The railway opened on 1872-10-14; a leap month of 29 days stands before the fifth month of
    // year 1.
    assertThat(LunisolarMeiji.day(5, 9, 12)).contains(LocalDate.of(1872, 10, 14));
    assertThat(LunisolarMeiji.day(1, 5, 1)).contains(LocalDate.of(1868, 6, 20));
    assertThat(LunisolarMeiji.day(5, 12, 3)).isEqualTo(Optional.empty());
    assertThat(LunisolarMeiji.day(5, 13, 1)).isEqualTo(Optional.empty());
  }

  @Test
  void readsKanjiNumeralsBelowTenThousand() {
    assertThat(KanjiNumber.toDigits("二千二十四年十二月卅一日")).isEqualTo("2024年12月31日");
    assertThat(KanjiNumber.toDigits("千九百八十九年壱月八日")).isEqualTo("1989年1月8日");
    assertThat(KanjiNumber.toDigits("二〇年三〇日")).isEqualTo("20年30日");
    for (String unread : new String[] {"十十", "二十〇", "百千", "三廿", "〇", "○○", "お茶"}) {
      assertThat(KanjiNumber.toDigits(unread)).isEqualTo(unread);
    }
  }
}
