package dev.totonoe.observe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the process has used since it began; what the system does not tell is empty.
///
/// @param cpu CPU time of all threads, in user and kernel
/// @param peakMemoryBytes the most memory that it had in RAM at a time (proc(5): VmHWM): heap, code
///   and files that are mapped
public record ProcessUsage(Optional<Duration> cpu, OptionalLong peakMemoryBytes) {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d{1,15}) kB");
  private static final long KIBIBYTE = 1024;

  /// Until now.
  public static ProcessUsage now() {
    return new ProcessUsage(
        ProcessHandle.current().info().totalCpuDuration(), peakMemoryBytes(STATUS));
  }

  static OptionalLong peakMemoryBytes(Path status) {
    // The process's name, on the first line, is any bytes; in this encoding all bytes are text.
    try (Stream<String> lines = Files.lines(status, StandardCharsets.ISO_8859_1)) {
      return lines
          .map(PEAK::matcher)
          .filter(Matcher::matches)
          .mapToLong(matcher -> Long.parseLong(matcher.group(1)) * KIBIBYTE)
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
