package dev.totonoe.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The committed sample is what the generator writes, and is what it claims to be.
/// `-Dsample.write=true` writes it anew: `./mvnw test -Dtest=SampleTest -Dsample.write=true`.
final class SampleTest {
  private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
  private static final Path MASTER = SampleGenerator.RAW.resolve("shohin_master_202604.csv");
  private static final Path PLAN = SampleGenerator.RAW.resolve("kikaku_shokuhin.csv");

  @Test
  void committedSampleIsWhatTheGeneratorWrites() throws IOException {
    Map<Path, byte[]> files = SampleGenerator.generate(Lexicon.read(), Sections.read());
    for (Map.Entry<Path, byte[]> file : files.entrySet()) {
      if (Boolean.getBoolean("sample.write")) {
        Files.createDirectories(file.getKey().getParent());
        Files.write(file.getKey(), file.getValue());
      }
      assertThat(file.getKey())
          .as("run: ./mvnw test -Dtest=SampleTest -Dsample.write=true")
          .hasBinaryContent(file.getValue());
    }
    assertThat(files).hasSize(3);
  }

  @Test
  void atLeastThreeThousandRowsAndNinetyFiveOfAHundredAreSound() throws IOException {
    int sound = truth().size();
    int broken = brokenRows(MASTER) + brokenRows(PLAN);
    assertThat(sound).isGreaterThan(3000);
    assertThat(100.0 * broken / (sound + broken)).isBetween(2.0, 4.0);
  }

  @Test
  void everyBrokenKindIsThere() throws IOException {
    String text = Files.readString(MASTER, StandardCharsets.ISO_8859_1);
    assertThat(text.split("4[.]90178E[+]12", -1)).hasSizeGreaterThan(10);
    assertThat(text.split("\r\n,,,,,,,,,\r\n", -1)).hasSizeGreaterThan(3);
    List<byte[]> lines = lines(MASTER);
    byte[] header = lines.getFirst();
    assertThat(lines.stream().filter(line -> Arrays.equals(line, header))).hasSizeGreaterThan(2);
    assertThat(lines.stream().filter(line -> !decodes(line))).hasSizeGreaterThan(4);
  }

  @Test
  void truthNamesTheLineOnWhichARecordStarts() throws IOException {
    Map<String, List<byte[]>> lines =
        Map.of(
            "raw/" + MASTER.getFileName(), lines(MASTER), "raw/" + PLAN.getFileName(), lines(PLAN));
    for (String[] row : truth()) {
      byte[] line = lines.get(row[0]).get(Integer.parseInt(row[1]) - 1);
      assertThat(decodes(line)).as("%s:%s", row[0], row[1]).isTrue();
      assertThat(new String(line, WINDOWS_31J)).matches("(?s)[0-9０-９]{1,6} ?,.*");
    }
  }

  @Test
  void nearlyEveryRowBelongsToALeafOfTheTaxonomy() throws IOException {
    Set<String> leaves =
        Lexicon.read().lines().stream().map(Lexicon.Line::categoryId).collect(Collectors.toSet());
    List<String> known = truth().stream().map(row -> row[2]).filter(id -> !id.isEmpty()).toList();
    assertThat(leaves).containsAll(known);
    assertThat(known.size()).isGreaterThan(truth().size() * 95 / 100).isLessThan(truth().size());
  }

  /// Rows that are not in the truth: one that begins as a record does, one that is cut or empty,
  /// the closing line, and the header when it comes again.
  private static int brokenRows(Path file) throws IOException {
    Set<String> sound =
        truth().stream()
            .filter(row -> row[0].equals("raw/" + file.getFileName()))
            .map(row -> row[1])
            .collect(Collectors.toSet());
    List<byte[]> lines = lines(file);
    int broken = 0;
    int headers = 0;
    for (int i = 0; i < lines.size(); i++) {
      String line = new String(lines.get(i), WINDOWS_31J);
      if (line.startsWith("商品コード,") || line.startsWith("No.,")) {
        headers++;
      } else if (!sound.contains(String.valueOf(i + 1))
          && line.matches("(?s)[0-9０-９]{1,6} ?,.*|,+\r|以上\r")) {
        broken++;
      }
    }
    return broken + headers - 1;
  }

  private static boolean decodes(byte[] line) {
    try {
      WINDOWS_31J.newDecoder().decode(ByteBuffer.wrap(line));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /// The physical lines, without their line feed.
  private static List<byte[]> lines(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    List<byte[]> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        lines.add(Arrays.copyOfRange(bytes, start, i));
        start = i + 1;
      }
    }
    return lines;
  }

  private static List<String[]> truth() throws IOException {
    return Files.readAllLines(SampleGenerator.TRUTH).stream()
        .skip(1)
        .map(row -> row.split(",", -1))
        .toList();
  }
}
