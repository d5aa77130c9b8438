package dev.totonoe.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProcessUsageTest {
  @TempDir private Path directory;

  @Test
  void readsThePeakWhateverTheProcessIsCalled() throws Exception {
    Path status = directory.resolve("status");
    Files.write(status, new byte[] {'N', 'a', 'm', 'e', ':', '\t', (byte) 0xFF, '\n'});
    Files.writeString(
        status,
        Files.readString(status, java.nio.charset.StandardCharsets.ISO_8859_1)
            + "VmPeak:\t 9999999 kB\nVmHWM:\t  123456 kB\n",
        java.nio.charset.StandardCharsets.ISO_8859_1);
    assertThat(ProcessUsage.peakMemoryBytes(status)).hasValue(123_456L * 1024);
  }

  @Test
  void knowsNothingWhereTheSystemTellsNothing() throws Exception {
    assertThat(ProcessUsage.peakMemoryBytes(directory.resolve("none"))).isEmpty();
    Path status = directory.resolve("status");
    Files.writeString(status, "VmHWM: much\n");
    assertThat(ProcessUsage.peakMemoryBytes(status)).isEmpty();
  }

  @Test
  void measuresThisProcess() {
    ProcessUsage usage = ProcessUsage.now();
    assertThat(usage.peakMemoryBytes().orElseThrow()).isBetween(10L << 20, 1L << 36);
    assertThat(usage.cpu().orElseThrow()).isPositive();
  }
}
