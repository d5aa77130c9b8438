package dev.totonoe.plan;

import dev.totonoe.assets.Bundle;
import dev.totonoe.csv.RawBytes;
import dev.totonoe.csv.Sniffed;
import dev.totonoe.csv.Span;
import dev.totonoe.failure.InputFailure;
import dev.totonoe.failure.Interruption;
import dev.totonoe.layout.DatasetFiles;
import dev.totonoe.layout.Sha256;
import dev.totonoe.profile.Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Looks at every input once, from its first byte to its last: checksum, encoding, dialect, header,
/// record bounds.
public final class Planner {
  /// A shard aims at this share of the input, within the two bounds below. The size must not depend
  /// on threads or pods: it decides where `changes.csv.gz` is cut into members, and so the
  /// published bytes.
  static final long SHARDS_AIM = 64;

  static final long SHARD_BYTES_MIN = 128L << 10;
  static final long SHARD_BYTES_MAX = 16L << 20;

  private final DatasetFiles dataset;
  private final Profile profile;
  private final RunPart part;
  private final Path scratch;
  private final BooleanSupplier stopRequested;

  /// @param part with whom the run is shared
  /// @param scratch a directory of this run's own on local disk, for unpacked inputs
  /// @param stopRequested asked at every buffer; when it says yes, planning ends with an
  ///   [Interruption]
  public Planner(
      DatasetFiles dataset,
      Profile profile,
      RunPart part,
      Path scratch,
      BooleanSupplier stopRequested) {
    this.dataset = dataset;
    this.profile = profile;
    this.part = part;
    this.scratch = scratch;
    this.stopRequested = stopRequested;
  }

  /// @throws InputFailure when an input cannot be read as CSV
  /// @throws dev.totonoe.failure.ConfigurationFailure when the profile does not fit the inputs
  public Plan plan(List<Bundle> bundles, WorkerVersion worker) {
    Survey survey = Survey.of(dataset, profile);
    List<Path> contents = contents(survey.files());
    List<Scanned> scans = scans(survey, contents, worker);
    List<PlannedInput> inputs = new ArrayList<>();
    List<Shard> shards = new ArrayList<>();
    for (int i = 0; i < scans.size(); i++) {
      Scanned scan = scans.get(i);
      Sniffed look = survey.looks().get(i);
      inputs.add(
          new PlannedInput(
              dataset.shown(survey.files().get(i)),
              scan.bytes(),
              scan.sha256(),
              contents.get(i),
              look.dialect(),
              look.header(),
              scan.totals(),
              survey.mapping().files().get(i)));
      for (Span span : scan.spans()) {
        shards.add(new Shard(shards.size(), i, span));
      }
    }
    return new Plan(
        fingerprint(inputs, bundles, worker), inputs, survey.mapping().columns(), shards);
  }

  /// Where the bytes of each input are read from: the file, or a copy on scratch that the pass
  /// makes of what is compressed.
  private List<Path> contents(List<Path> files) {
    List<Path> contents = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      Path file = files.get(i);
      try {
        contents.add(RawBytes.isGzip(file) ? scratch.resolve("input-%05d".formatted(i)) : file);
      } catch (IOException e) {
        throw Survey.unreadable(dataset, file, e);
      }
    }
    return contents;
  }

  /// Of the workers that share a run one makes the pass, unless each has to unpack its own copy.
  private List<Scanned> scans(Survey survey, List<Path> contents, WorkerVersion worker) {
    long shardBytes = shardBytes(survey.files());
    Supplier<List<Scanned>> pass = () -> scanAll(survey, contents, shardBytes);
    if (part.isWhole() || !contents.equals(survey.files())) {
      return pass.get();
    }
    return SharedScans.of(dataset, survey, shardBytes, worker, stopRequested).get(part, pass);
  }

  private List<Scanned> scanAll(Survey survey, List<Path> contents, long shardBytes) {
    InputScan scan = new InputScan(scratch, shardBytes, stopRequested);
    List<Scanned> scans = new ArrayList<>();
    for (int i = 0; i < contents.size(); i++) {
      Path file = survey.files().get(i);
      try {
        scans.add(scan.scan(file, contents.get(i), survey.looks().get(i).dialect()));
      } catch (IOException e) {
        throw Survey.unreadable(dataset, file, e);
      }
    }
    return scans;
  }

  private long shardBytes(List<Path> files) {
    long total = 0;
    for (Path file : files) {
      try {
        total += Files.size(file);
      } catch (IOException e) {
        throw Survey.unreadable(dataset, file, e);
      }
    }
    return Math.clamp(total / SHARDS_AIM, SHARD_BYTES_MIN, SHARD_BYTES_MAX);
  }

  private String fingerprint(
      List<PlannedInput> inputs, List<Bundle> bundles, WorkerVersion worker) {
    StringBuilder text = new StringBuilder("totonoe run 1\n");
    text.append("worker ").append(worker.version()).append(' ').append(worker.codeSha256());
    for (PlannedInput input : inputs) {
      text.append("\ninput ").append(input.sha256()).append(' ').append(input.shown());
    }
    for (Bundle bundle : bundles) {
      text.append("\nbundle ").append(bundle.manifestSha256()).append(' ').append(bundle.shown());
    }
    text.append("\nprofile\n").append(profile.canonicalText());
    return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
