package dev.totonoe.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.totonoe.failure.InputFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RawBytesTest {
  private static final byte[] TEXT = "品名,価格\n酢,100\n".getBytes(StandardCharsets.UTF_8);

  @TempDir Path directory;

  @Test
  void decompressesByNameAndMagic() throws IOException {
    Path compressed = Files.write(directory.resolve("a.csv.gz"), gzip(TEXT));
    Path misnamed = Files.write(directory.resolve("b.csv.gz"), TEXT);
    Path plain = Files.write(directory.resolve("c.csv"), gzip(TEXT));
    assertThat(RawBytes.isGzip(compressed)).isTrue();
    assertThat(read(compressed)).isEqualTo(TEXT);
    assertThat(RawBytes.isGzip(misnamed)).isFalse();
    assertThat(read(misnamed)).isEqualTo(TEXT);
    assertThat(RawBytes.isGzip(plain)).isFalse();
    assertThat(read(plain)).isEqualTo(gzip(TEXT));
  }

  @Test
  void readsSeveralMembersAsOne() throws IOException {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(gzip(TEXT));
    both.writeBytes(gzip(TEXT));
    Path file = Files.write(directory.resolve("a.csv.gz"), both.toByteArray());
    assertThat(read(file)).hasSize(2 * TEXT.length);
  }

  @Test
  void refusesDamagedData() throws IOException {
    byte[] whole = gzip("商品".repeat(10_000).getBytes(StandardCharsets.UTF_8));
    Path cut = Files.write(directory.resolve("a.csv.gz"), Arrays.copyOf(whole, whole.length - 9));
    assertThatThrownBy(() -> read(cut))
        .isInstanceOf(InputFailure.class)
        .hasMessageContaining("a.csv.gz: expected intact gzip data but found: ")
        .hasMessageEndingWith("; compress it again");
    whole[whole.length - 6] ^= 1;
    Path changed = Files.write(directory.resolve("b.csv.gz"), whole);
    assertThatThrownBy(() -> read(changed)).isInstanceOf(InputFailure.class);
    Path header = Files.write(directory.resolve("c.csv.gz"), Arrays.copyOf(whole, 5));
    assertThatThrownBy(() -> read(header)).isInstanceOf(InputFailure.class);
  }

  @Test
  void refusesADecompressionBomb() throws IOException {
    Path bomb = directory.resolve("bomb.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 8; i++) {
        out.write(zeros);
      }
    }
    assertThatThrownBy(
            () -> {
              try (InputStream in = RawBytes.openGzip(bomb, 1 << 20)) {
                in.transferTo(OutputStream.nullOutputStream());
              }
            })
        .isInstanceOf(InputFailure.class)
        .hasMessageContaining("when decompressed (250 times its size) but found more")
        .hasMessageEndingWith("if the file is sound, put it there decompressed");
    // Small as it is, the real limits let it pass.
    assertThat(read(bomb)).hasSize(8 << 20);
  }

  private static byte[] read(Path file) throws IOException {
    try (InputStream in = RawBytes.open(file)) {
      return in.readAllBytes();
    }
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
