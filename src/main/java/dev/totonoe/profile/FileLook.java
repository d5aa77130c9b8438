package dev.totonoe.profile;

import dev.totonoe.csv.Sniffed;
import java.util.List;
import java.util.Objects;

/// What a first look at an input file shows.
///
/// @param file its path below the dataset's directory
/// @param header its headings as they stand; empty for an empty file
/// @param sample some of its records, in file order; their cells may be fewer or more than headings
public record FileLook(String file, List<String> header, List<List<String>> sample) {
  public FileLook {
    Objects.requireNonNull(file);
    header = List.copyOf(header);
    sample = sample.stream().map(List::copyOf).toList();
  }

  public static FileLook of(String file, Sniffed sniffed) {
    return new FileLook(file, sniffed.header(), sniffed.sample());
  }
}
