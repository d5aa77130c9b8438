package dev.totonoe.publish;

import dev.totonoe.layout.AtomicFiles;
import dev.totonoe.layout.ShardFiles;
import dev.totonoe.layout.WorkFiles;
import dev.totonoe.plan.RunPart;
import dev.totonoe.plan.Shard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/// The finished shards of an unfinished run, on the root: what survives when the worker does not.
public final class ShardStore {
  private final WorkFiles work;

  public ShardStore(WorkFiles work) {
    this.work = work;
  }

  /// What an earlier attempt, or another worker, finished; empty when there is nothing, or nothing
  /// usable.
  public Optional<ShardResult> finished(Shard shard) throws IOException {
    ShardFiles files = work.shard(shard.index());
    try {
      ShardResult result =
          Json.MAPPER.readValue(Files.readAllBytes(files.result()), ShardResult.class);
      boolean sameWork = result.index() == shard.index() && result.span().equals(shard.span());
      return sameWork && areComplete(result, files) ? Optional.of(result) : Optional.empty();
    } catch (NoSuchFileException | JacksonException e) {
      return Optional.empty();
    }
  }

  private static boolean areComplete(ShardResult result, ShardFiles files) throws IOException {
    for (FileProof file : result.files()) {
      if (Files.size(files.directory().resolve(file.path())) != file.bytes()) {
        return false;
      }
    }
    return true;
  }

  /// Moves a shard's outputs from scratch to the root, where they appear whole.
  public void keep(Shard shard, ShardFiles finished) throws IOException {
    Path incoming = work.assembly(UUID.randomUUID().toString());
    Files.createDirectories(incoming);
    try {
      for (Path file :
          new Path[] {
            finished.products(),
            finished.rejects(),
            finished.changes(),
            finished.rows(),
            finished.result()
          }) {
        AtomicFiles.copyDurably(file, incoming.resolve(file.getFileName()));
      }
      Path target = work.shard(shard.index()).directory();
      if (!AtomicFiles.publishDirectory(incoming, target) && finished(shard).isEmpty()) {
        // What stands there is damaged, else it would have been reused: ours takes its place.
        AtomicFiles.deleteTree(target);
        AtomicFiles.publishDirectory(incoming, target);
      }
    } finally {
      AtomicFiles.deleteTree(incoming);
    }
    AtomicFiles.deleteTree(finished.directory());
  }

  /// Whether every shard stands on the root: one listing, however many there are. Whether they are
  /// intact only reading tells.
  public boolean holdsAll(List<Shard> shards) throws IOException {
    Set<Path> there = entries();
    return shards.stream()
        .allMatch(shard -> there.contains(work.shard(shard.index()).directory().getFileName()));
  }

  /// Tells the other workers of the run that a part of the shards is finished.
  public void tellDone(RunPart part) throws IOException {
    Files.createDirectories(work.directory());
    AtomicFiles.write(work.partDone(part.index(), part.count()), new byte[0]);
  }

  /// Whether all workers that share the run have told that they are done, so that nobody but the
  /// asking one is left to cleanse a shard that is missing all the same.
  public boolean areAllDone(int count) throws IOException {
    Set<Path> there = entries();
    return IntStream.range(0, count)
        .allMatch(index -> there.contains(work.partDone(index, count).getFileName()));
  }

  private Set<Path> entries() throws IOException {
    try (Stream<Path> entries = Files.list(work.directory())) {
      return entries.map(Path::getFileName).collect(Collectors.toSet());
    } catch (NoSuchFileException e) {
      return Set.of();
    }
  }

  /// The files of a finished shard.
  ShardFiles files(int shard) {
    return work.shard(shard);
  }

  /// Removes a shard whose outputs turned out to be damaged, so that the next attempt does it
  /// again.
  void discard(int shard) throws IOException {
    AtomicFiles.deleteTree(work.shard(shard).directory());
  }
}
