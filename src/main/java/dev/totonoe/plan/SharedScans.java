package dev.totonoe.plan;

import dev.totonoe.failure.Interruption;
import dev.totonoe.layout.AtomicFiles;
import dev.totonoe.layout.DatasetFiles;
import dev.totonoe.layout.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What the pass over the inputs found, kept on the root while workers share a run, so that one of
/// them reads all of the input and the others only what they cleanse: network file systems charge
/// for what is read.
///
/// It is a shortcut, nothing waits for it for ever: whoever finds none makes the pass itself. It is
/// believed as long as the inputs stand as they stood, by size, time and inode; that their bytes
/// are the same each shard's CRC-32C tells when it is read.
final class SharedScans {
  /// From this size on, workers wait for the first one's pass; a smaller input is read before a
  /// network file system tells that there is something new.
  static final long WAIT_BYTES_MIN = 1L << 30;

  /// They wait for as long as a slow pass would take. If the first worker is late or dead, this is
  /// what waiting has cost.
  static final long WAIT_BYTES_PER_SECOND = 50L << 20;

  /// The time of change is the one that nobody can set back.
  private static final String STANDS = "unix:size,lastModifiedTime,ctime,ino";

  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path file;
  private final int inputs;
  private final Duration patience;
  private final Duration pause;
  private final BooleanSupplier stopRequested;

  SharedScans(
      Path file, int inputs, Duration patience, Duration pause, BooleanSupplier stopRequested) {
    this.file = file;
    this.inputs = inputs;
    this.patience = patience;
    this.pause = pause;
    this.stopRequested = stopRequested;
  }

  /// What JSON cannot hold bare: a list of records.
  private record Scans(List<Scanned> inputs) {}

  static SharedScans of(
      DatasetFiles dataset,
      Survey survey,
      long shardBytes,
      WorkerVersion worker,
      BooleanSupplier stopRequested) {
    StringBuilder key = new StringBuilder(worker.codeSha256()).append(' ').append(shardBytes);
    long bytes = 0;
    for (int i = 0; i < survey.files().size(); i++) {
      Path file = survey.files().get(i);
      try {
        key.append('\n').append(file.getFileName()).append(' ');
        key.append(survey.looks().get(i).dialect()).append(' ');
        Map<String, Object> stands = new TreeMap<>(Files.readAttributes(file, STANDS));
        key.append(stands);
        bytes += (long) stands.get("size");
      } catch (IOException e) {
        throw Survey.unreadable(dataset, file, e);
      }
    }
    Duration patience =
        bytes < WAIT_BYTES_MIN ? Duration.ZERO : Duration.ofSeconds(bytes / WAIT_BYTES_PER_SECOND);
    return new SharedScans(
        dataset.sharedScans(Sha256.of(key.toString().getBytes(StandardCharsets.UTF_8))),
        survey.files().size(),
        patience,
        PAUSE,
        stopRequested);
  }

  /// What another worker found, or what the pass finds, which is kept for the others.
  ///
  /// @param part the first part waits for nobody
  List<Scanned> get(RunPart part, Supplier<List<Scanned>> pass) {
    Optional<List<Scanned>> found = part.index() == 0 ? find() : await();
    if (found.isPresent()) {
      return found.get();
    }
    List<Scanned> scans = pass.get();
    keep(scans);
    return scans;
  }

  private void keep(List<Scanned> scans) {
    try {
      Files.createDirectories(file.getParent());
      AtomicFiles.write(file, JSON.writeValueAsBytes(new Scans(scans)));
    } catch (IOException e) {
      // The others make the pass themselves, and a root that cannot be written ends the run soon.
    }
  }

  private Optional<List<Scanned>> await() {
    long deadline = System.nanoTime() + patience.toNanos();
    Optional<List<Scanned>> found = find();
    while (found.isEmpty() && System.nanoTime() < deadline) {
      if (stopRequested.getAsBoolean()) {
        throw new Interruption("stopped while waiting for the plan; run it again to go on");
      }
      try {
        Thread.sleep(pause);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Interruption("interrupted while waiting for the plan; run it again to go on");
      }
      found = find();
    }
    return found;
  }

  private Optional<List<Scanned>> find() {
    try {
      List<Scanned> scans = JSON.readValue(Files.readAllBytes(file), Scans.class).inputs();
      return scans.size() == inputs ? Optional.of(scans) : Optional.empty();
    } catch (IOException | JacksonException e) {
      return Optional.empty();
    }
  }
}
