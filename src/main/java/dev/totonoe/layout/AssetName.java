package dev.totonoe.layout;

import dev.totonoe.failure.ConfigurationFailure;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/// The name of a dataset, a model or a dictionary: one or more segments joined by `/`, each of
/// lower-case letters, digits, `.`, `_` and `-`, starting with a letter or a digit. So a name can
/// neither leave its directory nor hide in it.
///
/// @param value the name, such as `sample` or `tenant-7/autumn`
public record AssetName(String value) {
  /// Characters in a whole name.
  public static final int NAME_LENGTH_MAX = 200;

  private static final Pattern SEGMENT = Pattern.compile("[a-z0-9][a-z0-9._-]*");

  /// Segments that would fall together with the files of an enclosing dataset.
  private static final Set<String> RESERVED =
      Set.of("raw", "runs", "restored", "work", "logs", "latest");

  public AssetName {
    Objects.requireNonNull(value);
  }

  /// Checks a name before anything is read or written.
  ///
  /// @param kind what is named, for the message: `dataset`, `model`, `dictionary`
  /// @throws ConfigurationFailure when it is not a name
  public static AssetName of(String kind, String value) {
    if (value.length() > NAME_LENGTH_MAX) {
      throw new ConfigurationFailure(
          "%s name: expected at most %d characters but found %d"
              .formatted(kind, NAME_LENGTH_MAX, value.length()));
    }
    for (String segment : List.of(value.split("/", -1))) {
      if (!SEGMENT.matcher(segment).matches()) {
        throw new ConfigurationFailure(
            ("%s name \"%s\": expected lower-case letters, digits, '.', '_' and '-', starting with a letter"
                    + " or a digit, in segments joined by '/'; use a name such as \"autumn-2026\"")
                .formatted(kind, value));
      }
      if (RESERVED.contains(segment)) {
        throw new ConfigurationFailure(
            "%s name \"%s\": \"%s\" is reserved for the worker's own files; choose another name"
                .formatted(kind, value, segment));
      }
    }
    return new AssetName(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
