package dev.totonoe.layout;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// The name of a run's directory: the start of its fingerprint, and for a forced repetition its
/// number, from 2.
///
/// @param value such as `3f9c0a1b2c4d5e6f` or `3f9c0a1b2c4d5e6f-2`
public record RunName(String value) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{16}(-[1-9][0-9]{0,5})?");
  private static final int FINGERPRINT_CHARS = 16;

  public RunName {
    Objects.requireNonNull(value);
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a run's name: " + value);
    }
  }

  /// @param fingerprint SHA-256 as 64 hexadecimal digits
  /// @param repetition 1 for the first run
  public static RunName of(String fingerprint, int repetition) {
    String start = fingerprint.substring(0, FINGERPRINT_CHARS);
    return new RunName(repetition == 1 ? start : start + "-" + repetition);
  }

  public static Optional<RunName> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new RunName(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
