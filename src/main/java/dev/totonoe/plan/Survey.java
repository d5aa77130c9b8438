package dev.totonoe.plan;

import dev.totonoe.csv.Sniffed;
import dev.totonoe.csv.Sniffer;
import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.InputFailure;
import dev.totonoe.failure.IoReason;
import dev.totonoe.layout.DatasetFiles;
import dev.totonoe.profile.ColumnMapping;
import dev.totonoe.profile.FileLook;
import dev.totonoe.profile.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A first look at every input, and the dataset's columns as they follow from it.
///
/// @param files the input files in order
/// @param looks how each is written, and its first records
/// @param mapping the dataset's columns, and where they stand in each file
public record Survey(List<Path> files, List<Sniffed> looks, ColumnMapping mapping) {
  /// Records looked at to tell what the columns hold: shared among the files, so that memory does
  /// not grow with their number.
  static final int SAMPLE_RECORDS_AIM = 20_000;

  static final int SAMPLE_RECORDS_MIN = 20;

  public Survey {
    files = List.copyOf(files);
    looks = List.copyOf(looks);
    Objects.requireNonNull(mapping);
  }

  /// Reads the start of every input.
  ///
  /// @throws InputFailure when an input cannot be read as CSV
  /// @throws dev.totonoe.failure.ConfigurationFailure when the profile does not fit the inputs
  public static Survey of(DatasetFiles dataset, Profile profile) {
    List<Path> files = dataset.inputs();
    int sampleRecords = Math.max(SAMPLE_RECORDS_MIN, SAMPLE_RECORDS_AIM / files.size());
    List<Sniffed> looks = new ArrayList<>();
    List<FileLook> fileLooks = new ArrayList<>();
    for (Path file : files) {
      Sniffed look = sniff(dataset, profile, file, sampleRecords);
      looks.add(look);
      fileLooks.add(FileLook.of(dataset.shown(file), look));
    }
    return new Survey(files, looks, ColumnMapping.resolve(profile, fileLooks));
  }

  private static Sniffed sniff(
      DatasetFiles dataset, Profile profile, Path file, int sampleRecords) {
    try {
      Sniffed look = Sniffer.sniff(file, profile.input().hints());
      int records = Math.min(look.sample().size(), sampleRecords);
      return new Sniffed(
          look.dialect(), look.header(), look.titleLines(), look.sample().subList(0, records));
    } catch (IOException e) {
      throw unreadable(dataset, file, e);
    }
  }

  static EnvironmentFailure unreadable(DatasetFiles dataset, Path file, IOException e) {
    return new EnvironmentFailure(
        "%s: cannot be read: %s".formatted(dataset.shownFromRoot(file), IoReason.of(e)), e);
  }
}
