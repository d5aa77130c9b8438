package dev.totonoe.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.totonoe.failure.InputFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SnifferTest {
  private static final String PRODUCTS =
      """
      JANコード,商品名,メーカー,価格
      4901777018888,サントリー　烏龍茶　2L,サントリー,198
      4902102072618,コカ・コーラ　500ml×24,日本コカ・コーラ,"1,980"
      4901301236852,㈱花王　アタック①　詰替,花王,298
      """;

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(Encoding.class)
  void detectsEveryEncoding(Encoding encoding) throws Exception {
    assertThat(sniff(PRODUCTS, encoding).dialect())
        .isEqualTo(new Dialect(encoding, 0, ',', LineEnd.LF, 1));
  }

  @ParameterizedTest
  @CsvSource({"UTF_8,1,3", "UTF_8,2,6", "UTF_16LE,1,2", "UTF_16BE,1,2", "UTF_16LE,2,4"})
  void countsByteOrderMarks(Encoding encoding, int marks, int bytes) throws Exception {
    Sniffed sniffed = sniff("\uFEFF".repeat(marks) + PRODUCTS, encoding);
    assertThat(sniffed.dialect()).isEqualTo(new Dialect(encoding, bytes, ',', LineEnd.LF, 1));
    assertThat(sniffed.header()).first().isEqualTo("JANコード");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ﾋﾞﾆﾏ･ﾋﾟｰﾏﾝ吊糸 20/3X2 800g巻",
        "ｶﾞｰｾﾞ",
        "ｺｶ･ｺｰﾗ 500ML",
        "ﾁﾖｺﾚ-ﾄ",
        "ﾒｲｼﾞ ﾌﾞﾙｶﾞﾘｱﾖｰｸﾞﾙﾄ 450G",
        "ﾊﾟﾝ",
        "ｻｯﾎﾟﾛ ﾋﾞｰﾙ",
        "ﾅﾁｭﾗﾙ ﾐﾈﾗﾙ ｳｫｰﾀｰ"
      })
  void tellsHalfWidthKanaOfWindows31jFromEucJp(String name) throws Exception {
    String text = "code,name,price\n1,%s,100\n2,%s,200\n".formatted(name, name);
    assertThat(sniff(text, Encoding.WINDOWS_31J).dialect().encoding())
        .isEqualTo(Encoding.WINDOWS_31J);
  }

  @ParameterizedTest
  @ValueSource(strings = {"コーヒー", "珈琲豆", "日本酒", "りんご", "食器洗い洗剤", "焼酎", "鯖味噌煮", "ｶﾌｪｵﾚ ﾋﾞﾀｰ"})
  void tellsEucJpFromHalfWidthKana(String name) throws Exception {
    String text = "code,name,price\n1,%s,100\n2,%s　大,200\n".formatted(name, name);
    assertThat(sniff(text, Encoding.EUC_JP).dialect().encoding()).isEqualTo(Encoding.EUC_JP);
  }

  @ParameterizedTest
  @EnumSource(
      value = Encoding.class,
      names = {"UTF_8", "WINDOWS_31J", "EUC_JP"})
  void survivesAFewUndecodableBytes(Encoding encoding) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write("品名,価格\n".getBytes(encoding.charset()));
    for (int i = 0; i < 50; i++) {
      bytes.write("北海道産ミルクチョコレート".getBytes(encoding.charset()));
      if (i % 10 == 0) {
        bytes.write(0xFF);
      }
      bytes.write(",100\n".getBytes(encoding.charset()));
    }
    assertThat(sniff(bytes.toByteArray(), DialectHints.none()).dialect().encoding())
        .isEqualTo(encoding);
  }

  @ParameterizedTest
  @EnumSource(
      value = Encoding.class,
      names = {"UTF_8", "WINDOWS_31J", "EUC_JP", "ISO_2022_JP"})
  void judgesByTheFirstTextThatIsNotAsciiHoweverLate(Encoding encoding) throws Exception {
    String ascii = "code,name,price\n" + "1,coffee,100\n".repeat(100_000);
    assertThat(ascii.length()).isGreaterThan(Limits.SNIFF_BYTES_MAX);
    assertThat(sniff(ascii + "2,コーヒー豆,200\n", encoding).dialect().encoding()).isEqualTo(encoding);
  }

  @Test
  void takesPureAsciiForUtf8() throws Exception {
    assertThat(sniff("a,b\n1,2\n", Encoding.UTF_8).dialect().encoding()).isEqualTo(Encoding.UTF_8);
  }

  @Test
  void takesNulBytesForData() throws Exception {
    assertThat(sniff("品名,価格\nり\0んご,100\nみかん,\0200\n", Encoding.UTF_8).dialect().encoding())
        .isEqualTo(Encoding.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(chars = {',', '\t', ';', '|'})
  void detectsTheDelimiter(char delimiter) throws Exception {
    String text =
        """
        商品名#価格#備考
        牛乳#1,980#a;b
        卵#2,980#"c#d"
        パン#398円#e|f
        """;
    for (Encoding encoding : Encoding.values()) {
      Sniffed sniffed = sniff(text.replace('#', delimiter), encoding);
      if (delimiter != ',') {
        assertThat(sniffed.dialect().delimiter()).as(encoding.word()).isEqualTo(delimiter);
        assertThat(sniffed.header()).containsExactly("商品名", "価格", "備考");
      }
    }
    String plain = "商品名,価格,備考\n牛乳,100,a;b\n卵,200,\"c,d\"\nパン,300,e|f\n".replace(',', delimiter);
    assertThat(sniff(plain, Encoding.WINDOWS_31J).dialect().delimiter()).isEqualTo(delimiter);
  }

  @ParameterizedTest
  @CsvSource({"'\n',LF", "'\r\n',CRLF", "'\r',CR"})
  void detectsLineEnds(String end, LineEnd expected) throws Exception {
    for (Encoding encoding : Encoding.values()) {
      Sniffed sniffed = sniff(PRODUCTS.replace("\n", end), encoding);
      assertThat(sniffed.dialect().lineEnd()).as(encoding.word()).isEqualTo(expected);
      assertThat(sniffed.sample()).hasSize(3);
    }
  }

  @Test
  void keepsALoneCarriageReturnAsData() throws Exception {
    assertThat(sniff("品名,価格\nりん\rご,100\n", Encoding.UTF_8).sample())
        .containsExactly(List.of("りん\rご", "100"));
  }

  @Test
  void findsTheHeaderUnderTitleLines() throws Exception {
    Sniffed sniffed = sniff("商品一覧\n2024年4月1日現在\n\n" + PRODUCTS, Encoding.UTF_8);
    assertThat(sniffed.dialect().headerLine()).isEqualTo(4);
    assertThat(sniffed.titleLines()).containsExactly("商品一覧", "2024年4月1日現在", "");
    assertThat(sniffed.header()).containsExactly("JANコード", "商品名", "メーカー", "価格");
    assertThat(sniffed.sample()).hasSize(3);
  }

  @Test
  void findsTheHeaderUnderTitleLinesPaddedWithDelimiters() throws Exception {
    Sniffed sniffed = sniff("商品一覧,,,\n,,,\n" + PRODUCTS, Encoding.WINDOWS_31J);
    assertThat(sniffed.dialect().headerLine()).isEqualTo(3);
    assertThat(sniffed.header()).containsExactly("JANコード", "商品名", "メーカー", "価格");
  }

  @Test
  void namesTheColumnsOfAFileWithoutHeader() throws Exception {
    Sniffed sniffed = sniff("4901777018888,烏龍茶,198\n4902102072618,コーラ,98\n", Encoding.WINDOWS_31J);
    assertThat(sniffed.dialect().headerLine()).isZero();
    assertThat(sniffed.header()).containsExactly("column_1", "column_2", "column_3");
    assertThat(sniffed.sample()).hasSize(2);
  }

  @Test
  void seesNoHeaderInWordsThatComeAgain() throws Exception {
    String text = "飲料,烏龍茶,サントリー\n飲料,コーラ,コカ\n飲料,緑茶,伊藤園\n菓子,飴,サントリー\n";
    assertThat(sniff(text, Encoding.UTF_8).dialect().headerLine()).isZero();
  }

  @Test
  void isNotMisledByTheHeaderComingAgain() throws Exception {
    String text = "red,green\napple,pear\nred,green\nplum,fig\n";
    assertThat(sniff(text, Encoding.UTF_8).header()).containsExactly("red", "green");
  }

  @Test
  void takesTextOverTextForAHeader() throws Exception {
    String text = "alpha,beta\nred,apple\ngreen,pear\n";
    assertThat(sniff(text, Encoding.UTF_8).header()).containsExactly("alpha", "beta");
  }

  @Test
  void acceptsAYearAsAHeading() throws Exception {
    String text = "商品名,2023,2024\nりんご,100,120\nみかん,80,90\n";
    assertThat(sniff(text, Encoding.UTF_8).header()).containsExactly("商品名", "2023", "2024");
  }

  @Test
  void findsAHeaderShorterThanItsRecords() throws Exception {
    Sniffed sniffed = sniff("商品名,価格\nりんご,100,\nみかん,80,\n", Encoding.UTF_8);
    assertThat(sniffed.header()).containsExactly("商品名", "価格");
    assertThat(sniffed.sample()).containsExactly(List.of("りんご", "100"), List.of("みかん", "80"));
  }

  @Test
  void findsAHeaderOfOneColumn() throws Exception {
    Sniffed sniffed = sniff("商品名\nりんご\nみかん\n", Encoding.UTF_8);
    assertThat(sniffed.header()).containsExactly("商品名");
    assertThat(sniffed.sample()).hasSize(2);
  }

  @Test
  void findsNothingInAnEmptyFile() throws Exception {
    for (String text : List.of("", "\n\n", "\uFEFF")) {
      Sniffed sniffed = sniff(text, Encoding.UTF_8);
      assertThat(sniffed.header()).isEmpty();
      assertThat(sniffed.sample()).isEmpty();
      assertThat(sniffed.dialect().headerLine()).isZero();
    }
  }

  @Test
  void findsAHeaderWithoutRecords() throws Exception {
    Sniffed sniffed = sniff("商品名,価格\n", Encoding.UTF_8);
    assertThat(sniffed.header()).containsExactly("商品名", "価格");
    assertThat(sniffed.sample()).isEmpty();
  }

  @Test
  void readsAHeaderWithLineBreaks() throws Exception {
    Sniffed sniffed = sniff("商品名,\"価格\n(税込)\"\nりんご,100\n", Encoding.UTF_8);
    assertThat(sniffed.header()).containsExactly("商品名", "価格\n(税込)");
    assertThat(sniffed.sample()).containsExactly(List.of("りんご", "100"));
  }

  @Test
  void obeysHints() throws Exception {
    DialectHints hints =
        new DialectHints(Optional.of(Encoding.EUC_JP), Optional.of(';'), OptionalInt.of(0));
    Sniffed sniffed = sniff("商品名,価格\nりんご,100\n".getBytes(StandardCharsets.US_ASCII), hints);
    assertThat(sniffed.dialect()).isEqualTo(new Dialect(Encoding.EUC_JP, 0, ';', LineEnd.LF, 0));
    assertThat(sniffed.header()).containsExactly("column_1");
  }

  @Test
  void refusesAHintedHeaderThatIsNotThere() {
    DialectHints hints = new DialectHints(Optional.empty(), Optional.empty(), OptionalInt.of(9));
    assertThatThrownBy(() -> sniff("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8), hints))
        .isInstanceOf(InputFailure.class)
        .hasMessageEndingWith(
            "items.csv:9: expected the header but the last record starts on line 2; correct the header"
                + " line in the profile");
  }

  @Test
  void refusesAHintedHeaderThatIsBlank() {
    DialectHints hints = new DialectHints(Optional.empty(), Optional.empty(), OptionalInt.of(1));
    assertThatThrownBy(() -> sniff("\na,b\n1,2\n".getBytes(StandardCharsets.UTF_8), hints))
        .isInstanceOf(InputFailure.class)
        .hasMessageContaining("items.csv:1: expected the header but found a blank line");
  }

  @Test
  void looksIntoGzip() throws Exception {
    Path file = directory.resolve("items.csv.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(PRODUCTS.getBytes(Encoding.WINDOWS_31J.charset()));
    }
    assertThat(Sniffer.sniff(file, DialectHints.none()).dialect().encoding())
        .isEqualTo(Encoding.WINDOWS_31J);
  }

  @Test
  void samplesWholeRecordsOfALongFile() throws Exception {
    String name = "長い名前".repeat(500);
    String text = "商品名,価格\n" + (name + ",100\n").repeat(1000);
    Sniffed sniffed = sniff(text, Encoding.UTF_8);
    assertThat(sniffed.sample()).hasSizeGreaterThan(100).containsOnly(List.of(name, "100"));
  }

  private Sniffed sniff(String text, Encoding encoding) throws IOException {
    return sniff(text.getBytes(encoding.charset()), DialectHints.none());
  }

  private Sniffed sniff(byte[] bytes, DialectHints hints) throws IOException {
    return Sniffer.sniff(Files.write(directory.resolve("items.csv"), bytes), hints);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "504B030414000600 | an Excel workbook (.xlsx) or another zip archive",
        "D0CF11E0A1B11AE1 | an Excel workbook (.xls)",
        "255044462D312E37 | a PDF document",
        "1F8B080000000000 | a gzip file without .gz at the end of its name"
      })
  void refusesWhatIsNoText(String hex, String description) throws IOException {
    Path file = Files.write(directory.resolve("list.csv"), HexFormat.of().parseHex(hex));
    assertThatThrownBy(() -> Sniffer.sniff(file, DialectHints.none()))
        .isInstanceOf(InputFailure.class)
        .hasMessage("list.csv: expected CSV but found " + description + "; save the list as CSV");
  }
}
