package dev.totonoe.plan;

import dev.totonoe.assets.Bundle;
import dev.totonoe.assets.Staging;
import dev.totonoe.csv.BoundaryScanner;
import dev.totonoe.csv.RawBytes;
import dev.totonoe.csv.Sniffed;
import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.InputFailure;
import dev.totonoe.failure.Interruption;
import dev.totonoe.layout.AtomicFiles;
import dev.totonoe.layout.DatasetFiles;
import dev.totonoe.layout.Sha256;
import dev.totonoe.profile.ColumnMapping;
import dev.totonoe.profile.Profile;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

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
  private final Path scratch;
  private final BooleanSupplier stopRequested;

  /// @param scratch a directory of this run's own on local disk, for unpacked inputs
  /// @param stopRequested asked at every buffer; when it says yes, planning ends with an
  ///   [Interruption]
  public Planner(
      DatasetFiles dataset, Profile profile, Path scratch, BooleanSupplier stopRequested) {
    this.dataset = dataset;
    this.profile = profile;
    this.scratch = scratch;
    this.stopRequested = stopRequested;
  }

  /// @throws InputFailure when an input cannot be read as CSV
  /// @throws dev.totonoe.failure.ConfigurationFailure when the profile does not fit the inputs
  public Plan plan(List<Bundle> bundles, WorkerVersion worker) {
    Survey survey = Survey.of(dataset, profile);
    List<Path> files = survey.files();
    List<Sniffed> looks = survey.looks();
    ColumnMapping mapping = survey.mapping();
    long shardBytes = shardBytes(files);

    List<PlannedInput> inputs = new ArrayList<>();
    List<Shard> shards = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      int input = i;
      BoundaryScanner scanner =
          new BoundaryScanner(
              looks.get(i).dialect(),
              shardBytes,
              span -> shards.add(new Shard(shards.size(), input, span)));
      inputs.add(scan(files.get(i), i, looks.get(i), mapping, scanner));
    }
    return new Plan(fingerprint(inputs, bundles, worker), inputs, mapping.columns(), shards);
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

  private PlannedInput scan(
      Path file, int index, Sniffed look, ColumnMapping mapping, BoundaryScanner scanner) {
    MessageDigest digest = Sha256.digest();
    try {
      Path content = file;
      long bytes;
      try (CountingStream raw = new CountingStream(Files.newInputStream(file));
          InputStream hashed = new DigestInputStream(raw, digest)) {
        if (RawBytes.isGzip(file)) {
          content = scratch.resolve("input-%05d".formatted(index));
          unpack(RawBytes.unpack(hashed, file), content, scanner);
        } else {
          feed(hashed, scanner);
        }
        // What follows the last member of a compressed file still counts for its checksum.
        hashed.transferTo(OutputStream.nullOutputStream());
        bytes = raw.count;
      }
      return new PlannedInput(
          dataset.shown(file),
          bytes,
          Sha256.hex(digest.digest()),
          content,
          look.dialect(),
          look.header(),
          scanner.finish(),
          mapping.files().get(index));
    } catch (IOException e) {
      throw Survey.unreadable(dataset, file, e);
    }
  }

  private void feed(InputStream in, BoundaryScanner scanner) throws IOException {
    byte[] buffer = new byte[AtomicFiles.BUFFER_BYTES];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      scanner.write(buffer, 0, read);
      checkStop();
    }
  }

  private void unpack(InputStream in, Path target, BoundaryScanner scanner) throws IOException {
    byte[] buffer = new byte[AtomicFiles.BUFFER_BYTES];
    try (OutputStream out = Files.newOutputStream(target)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        scanner.write(buffer, 0, read);
        out.write(buffer, 0, read);
        checkStop();
        long free = Files.getFileStore(scratch).getUsableSpace();
        if (free < Staging.FREE_BYTES_MIN) {
          throw new EnvironmentFailure(
              "scratch %s: expected at least %,d bytes to stay free while %s is unpacked but found %,d; free some, or name another directory by --scratch"
                  .formatted(scratch, Staging.FREE_BYTES_MIN, target.getFileName(), free));
        }
      }
    }
  }

  private void checkStop() {
    if (stopRequested.getAsBoolean()) {
      throw new Interruption("stopped while looking at the input; run it again to go on");
    }
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

  private static final class CountingStream extends FilterInputStream {
    private long count;

    CountingStream(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count += Math.max(read, 0);
      return read;
    }
  }
}
