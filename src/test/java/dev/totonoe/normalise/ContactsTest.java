package dev.totonoe.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.record.Choice;
import dev.totonoe.record.Choices;
import dev.totonoe.record.Column;
import dev.totonoe.record.ColumnKind;
import dev.totonoe.record.Normalised;
import dev.totonoe.record.Place;
import dev.totonoe.record.Record;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How to reach a supplier, as supplier masters have it. The mark `?` stands for a cell that goes
/// to review; without an output the cell is as it should be.
final class ContactsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          03-1234-5678                     |                            |
          ０３－１２３４－５６７８         | 03-1234-5678               |
          03ー1234ー5678                   | 03-1234-5678               |
          03‐1234−5678                     | 03-1234-5678               |
          03(1234)5678                     | 03-1234-5678               |
          (03)1234-5678                    | 03-1234-5678               |
          （０３）１２３４－５６７８       | 03-1234-5678               |
          (03-1234-5678)                   |                            |
          03 1234 5678                     | 03-1234-5678               |
          03.1234.5678                     | 03-1234-5678               |
          0312345678                       | 03-1234-5678               |
          '''0312345678'                   | 03-1234-5678               |
          312345678                        | 03-1234-5678               |
          312345678.0                      | 03-1234-5678               |
          9012345678                       | 090-1234-5678              |
          120123456                        | 0120-123-456               |
          3-1234-5678                      |                            | ?
          12345678                         |                            | ?
          1234-5678                        |                            | ?
          +81 3-1234-5678                  | 03-1234-5678               |
          ＋８１－３－１２３４－５６７８   | 03-1234-5678               |
          +81(0)312345678                  | 03-1234-5678               |
          81-3-1234-5678                   |                            | ?
          010-81-3-1234-5678               | 03-1234-5678               |
          0467(22)1234                     | 0467-22-1234               |
          0467-221-234                     | 0467-22-1234               |
          045-123-4567                     |                            |
          06-6123-4567                     |                            |
          0120123456                       | 0120-123-456               |
          0120-12-3456                     | 0120-123-456               |
          0800-123-4567                    |                            |
          0570012345                       | 0570-012-345               |
          050-1234-5678                    |                            |
          080 1234 5678                    | 080-1234-5678              |
          TEL 03(1234)5678                 | TEL 03-1234-5678           |
          ＴＥＬ：０３－１２３４－５６７８ | TEL:03-1234-5678           |
          ℡0312345678                      | ℡03-1234-5678              |
          0312345678（代表）               | 03-1234-5678(代表)         |
          03-1234-5678（代）               | 03-1234-5678(代)           |
          03-1234-5678 内線１２３          | 03-1234-5678 内線123       |
          0312345678(内線：12)             | 03-1234-5678(内線12)       |
          03-1234-5678 ext. 45             |                            |
          内線123                          |                            | ?
          0312345678/0312345679            | 03-1234-5678/03-1234-5679  |
          0312345678　0901234５678         | 03-1234-5678 090-1234-5678 |
          03-1234-5678(03-1234-5679)       |                            |
          TEL:0312345678 FAX:0312345679    | TEL:03-1234-5678 FAX:03-1234-5679 |
          03-1234-5678～80                 |                            | ?
          03-1234-5678/79                  |                            | ?
          0312345678 9:00～17:00           |                            | ?
          03-1234-56789                    |                            | ?
          03-1234-567                      |                            | ?
          03-0000-0000                     |                            | ?
          00-0000-0000                     |                            | ?
          0120-ABC-DEF                     |                            | ?
          O3-1234-5678                     |                            | ?
          03-XXXX-5678                     |                            | ?
          110                              |                            | ?
          非公開                           |                            | ?
          +1 (650) 253-0000                | +1 650-253-0000            |
          +86 18612345678                  | +86 186 1234 5678          |
          -                                |                            |
          ''                               |                            |
          """)
  void telephoneNumbers(String cell, String unified, String review) {
    check(ColumnKind.PHONE, cell, unified, review, "phone_invalid");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          100-0001                   |          |
          〒１００－０００１         | 100-0001 |
          〒100-0001                 | 100-0001 |
          〒 100-0001                | 100-0001 |
          〒100 0001                 | 100-0001 |
          100ー0001                  | 100-0001 |
          100‐0001                   | 100-0001 |
          100−0001                   | 100-0001 |
          1000001                    | 100-0001 |
          １０００００１             | 100-0001 |
          '''1000001'                | 100-0001 |
          1000001.0                  | 100-0001 |
          (〒100-0001)               | 100-0001 |
          〒：100-0001               | 100-0001 |
          郵便番号 100-0001          | 100-0001 |
          zip: 1000001               | 100-0001 |
          0600001                    | 060-0001 |
          001-0010                   |          |
          600001                     |          | ?
          60-0001                    |          | ?
          100                        |          | ?
          100-00                     |          | ?
          100-00012                  |          | ?
          10-00001                   |          | ?
          000-0000                   |          | ?
          0000000                    |          | ?
          〒100-0001 東京都千代田区  |          | ?
          100-0001/100-0002          |          | ?
          東京都                     |          | ?
          SW1A 1AA                   |          | ?
          -                          |          |
          ''                         |          |
          """)
  void postalCodes(String cell, String unified, String review) {
    check(ColumnKind.POSTAL_CODE, cell, unified, review, "postal_code_invalid");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://example.co.jp/                 |                                |
          http://example.co.jp                   |                                |
          ｈｔｔｐｓ：／／ｅｘａｍｐｌｅ．ｊｐ／ | https://example.jp/            |
          HTTP://WWW.EXAMPLE.JP/A                | http://www.example.jp/A        |
          https://Example.jp:8080/a?B=C#D        | https://example.jp:8080/a?B=C#D |
          '  https://example.jp/ '               | https://example.jp/            |
          https://example.jp/。                  | https://example.jp/            |
          https://example.jp/、                  | https://example.jp/            |
          https://example.jp/,                   | https://example.jp/            |
          https://example.jp.                    | https://example.jp             |
          https://example.jp/Inc.                |                                |
          <https://example.jp/>                  | https://example.jp/            |
          URL：https://example.jp/               | https://example.jp/            |
          https://example.jp/～a/                | https://example.jp/~a/         |
          https://日本語.jp/                     |                                |
          https://example.jp/商品/お茶           |                                |
          https://example.jp/%E5%95%86           |                                |
          https://example.jp/a(b)_c              |                                |
          https://example.jp/a　https://example.jp/b | https://example.jp/a https://example.jp/b |
          https://example.jp/?a=1,2              |                                |
          http://192.0.2.10/a                    |                                |
          ftp://example.jp/a                     |                                |
          www.example.co.jp                      |                                | ?
          example.co.jp                          |                                | ?
          ttp://example.jp/                      |                                | ?
          http:/example.jp/                      |                                | ?
          http//example.jp/                      |                                | ?
          http;//example.jp/                     |                                | ?
          http://http://example.jp/              |                                | ?
          https://example                        |                                | ?
          https://localhost/                     |                                | ?
          https://example.co.jpp/                |                                | ?
          https://exa mple.jp/                   |                                | ?
          https://example.jp/a b                 |                                | ?
          https://example..jp/                   |                                | ?
          https://                               |                                | ?
          @shop                                  |                                | ?
          準備中                                 |                                | ?
          ''                                     |                                |
          """)
  void webAddresses(String cell, String unified, String review) {
    check(ColumnKind.URL, cell, unified, review, "url_invalid");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          info@example.co.jp                  |                                |
          ｉｎｆｏ＠ｅｘａｍｐｌｅ．ｃｏ．ｊｐ | info@example.co.jp            |
          info＠example.co.jp                 | info@example.co.jp             |
          Info@Example.CO.JP                  | Info@example.co.jp             |
          mailto:info@example.jp              | info@example.jp                |
          MAILTO:info@example.jp              | info@example.jp                |
          <info@example.jp>                   | info@example.jp                |
          info @example.jp                    | info@example.jp                |
          info@ example.jp                    | info@example.jp                |
          ' info@example.jp　'                | info@example.jp                |
          info@example.jp.                    | info@example.jp                |
          info@example.jp。                   | info@example.jp                |
          info－a@example.jp                  | info-a@example.jp              |
          infoーa@example.jp                  | info-a@example.jp              |
          a.b+c_d@mail.example.jp             |                                |
          info@日本語.jp                      |                                |
          a@example.jp;b@example.jp           | a@example.jp; b@example.jp     |
          a@example.jp、b@example.jp          | a@example.jp; b@example.jp     |
          a@example.jp b@example.jp           | a@example.jp; b@example.jp     |
          a@example.jp / b@example.jp         | a@example.jp; b@example.jp     |
          a@example.jp; b@example.con         |                                | ?
          info@example.con                    |                                | ?
          info@example                        |                                | ?
          info@localhost                      |                                | ?
          info.example.jp                     |                                | ?
          info@@example.jp                    |                                | ?
          info@exam ple.jp                    |                                | ?
          info@example,jp                     |                                | ?
          info(at)example.jp                  |                                | ?
          info★example.jp                     |                                | ?
          in fo@example.jp                    |                                | ?
          a..b@example.jp                     |                                | ?
          山田 <yamada@example.jp>            |                                | ?
          @example.jp                         |                                | ?
          なし                                |                                | ?
          -                                   |                                |
          """)
  void emailAddresses(String cell, String unified, String review) {
    check(ColumnKind.EMAIL, cell, unified, review, "email_invalid");
  }

  @Test
  void numbersOfAnotherRegionAreWrittenAsThere() {
    Column column = phones("US");
    assertThat(normalise(column, "6502530000").cells()).containsExactly("(650) 253-0000");
    assertThat(normalise(column, "(650) 253-0000").changes()).isEmpty();
    assertThat(normalise(column, "+81 3-1234-5678").cells()).containsExactly("+81 3-1234-5678");
    assertThat(normalise(column, "03-1234-5678").reviewReasons()).containsExactly("phone_invalid");
  }

  @Test
  void everyRegionReadsBackWhatItWrites() {
    var library = com.google.i18n.phonenumbers.PhoneNumberUtil.getInstance();
    for (String region : library.getSupportedRegions()) {
      var example = library.getExampleNumber(region);
      String written =
          library.format(
              example,
              com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat.INTERNATIONAL);
      for (Column column : List.of(phones(region), phones("JP"))) {
        PhoneNormaliser normaliser = PhoneNormaliser.of(column);
        String once = normaliser.unify(written);
        assertThat(normaliser.unify(once)).as(region).isEqualTo(once);
        assertThat(normaliser.holds(once)).as(region).isEqualTo(normaliser.holds(written));
      }
    }
  }

  @Test
  void refusesARegionThatThereIsNot() {
    assertThatThrownBy(() -> RowNormaliser.of(List.of(phones("JA")), Tables.none()))
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessage(
            "column TEL: region: expected a country's two letters, such as JP, but found JA, which has no telephone numbers");
  }

  private static Column phones(String region) {
    return new Column(
        "TEL", ColumnKind.PHONE, new Choices(ColumnKind.PHONE, Map.of(Choice.REGION, region)));
  }

  private static void check(
      ColumnKind kind, String cell, String unified, String review, String reason) {
    Column column = new Column("列", kind);
    Normalised row = normalise(column, cell);
    assertThat(row.cells()).containsExactly(unified == null ? cell : unified);
    assertThat(row.reviewReasons())
        .filteredOn(other -> !other.equals("formula"))
        .isEqualTo(review == null ? List.of() : List.of(reason));
    Normalised again = normalise(column, row.cells().getFirst());
    assertThat(again.changes()).isEmpty();
    assertThat(again.reviewReasons()).isEqualTo(row.reviewReasons());
  }

  private static Normalised normalise(Column column, String cell) {
    Record record = new Record(new Place("raw/suppliers.csv", 1, 2), List.of(cell));
    return (Normalised) RowNormaliser.of(List.of(column), Tables.none()).normalise(record);
  }
}
