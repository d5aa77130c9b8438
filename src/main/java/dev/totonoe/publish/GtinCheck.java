package dev.totonoe.publish;

import dev.totonoe.layout.AtomicFiles;
import dev.totonoe.publish.RowNote.Claim;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the products whose GTIN stands in another row of the same file, over all shards of a run.
///
/// Memory does not depend on the number of rows: the claims are distributed over files on scratch
/// by GTIN and file, so that all claims on one GTIN come together, and one such part is looked at
/// after the other. Nothing here depends on where the input was cut into shards.
final class GtinCheck {
  /// Claims in a part: some 100 bytes of memory for each different GTIN among them.
  static final int CLAIMS_MAX = 200_000;

  /// Parts that are written at once; with more of them the shards' notes are read again.
  static final int PARTS_MAX = 256;

  private static final int PART_BUFFER_BYTES = 1 << 15;

  private final ShardStore store;
  private final Path scratch;
  private final int claimsMax;
  private final int partsMax;

  /// @param scratch a directory of this run's own on local disk
  GtinCheck(ShardStore store, Path scratch, int claimsMax, int partsMax) {
    this.store = store;
    this.scratch = scratch;
    this.claimsMax = claimsMax;
    this.partsMax = partsMax;
  }

  /// What the first row under a GTIN says, and whether others say the same.
  private static final class Group {
    private final long description;
    private Optional<GtinReason> reason = Optional.empty();

    Group(long description) {
      this.description = description;
    }

    void join(long other) {
      boolean conflict = reason.equals(Optional.of(GtinReason.GTIN_CONFLICT));
      reason =
          Optional.of(
              conflict || other != description
                  ? GtinReason.GTIN_CONFLICT
                  : GtinReason.GTIN_REPEATED);
    }
  }

  private record Key(long gtin, long file) {}

  /// @param shards all of the run, in order
  /// @return to be closed
  GtinMarks marks(List<ShardResult> shards) throws IOException {
    long products = shards.stream().mapToLong(shard -> shard.tally().products()).sum();
    Path directory = scratch.resolve("gtins");
    AtomicFiles.deleteTree(directory);
    Files.createDirectories(directory);
    GtinMarks marks = GtinMarks.create(directory.resolve("marks.bin"), products);
    try {
      long parts = Math.ceilDiv(products, (long) claimsMax);
      for (long first = 0; first < parts; first += partsMax) {
        int count = (int) Math.min(partsMax, parts - first);
        for (Path part : distribute(shards, directory, first, count, parts)) {
          mark(part, marks);
          Files.delete(part);
        }
      }
      return marks;
    } catch (IOException | RuntimeException e) {
      marks.close();
      throw e;
    }
  }

  /// Writes the claims of some of the parts, each with its product's number in the run.
  private List<Path> distribute(
      List<ShardResult> shards, Path directory, long first, int count, long parts)
      throws IOException {
    List<Path> files = new ArrayList<>();
    List<DataOutputStream> outputs = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        files.add(directory.resolve("claims-%d.bin".formatted(first + i)));
        outputs.add(
            new DataOutputStream(
                new BufferedOutputStream(
                    Files.newOutputStream(files.getLast()), PART_BUFFER_BYTES)));
      }
      long product = 0;
      for (ShardResult shard : shards) {
        try (DataInputStream notes = RowNote.open(store.files(shard.index()))) {
          for (long i = 0; i < shard.tally().products(); i++) {
            Optional<Claim> claim = RowNote.read(notes).claim();
            if (claim.isPresent()) {
              long target = partOf(claim.get(), parts) - first;
              if (target >= 0 && target < count) {
                write(claim.get(), product, outputs.get((int) target));
              }
            }
            product++;
          }
        }
      }
    } finally {
      for (DataOutputStream output : outputs) {
        output.close();
      }
    }
    return files;
  }

  /// Spreads evenly what differs in few digits only: the finaliser of MurmurHash3, 64 bits.
  private static long partOf(Claim claim, long parts) {
    long hash = claim.gtin() ^ claim.file();
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return Long.remainderUnsigned(hash ^ (hash >>> 33), parts);
  }

  private static void write(Claim claim, long product, DataOutputStream out) throws IOException {
    out.writeLong(product);
    out.writeLong(claim.gtin());
    out.writeLong(claim.file());
    out.writeLong(claim.description());
  }

  private interface Visitor {
    void visit(long product, Key key, long description);
  }

  /// Reads the part twice, so that memory holds each GTIN once, however often it stands there.
  private static void mark(Path part, GtinMarks marks) throws IOException {
    Map<Key, Group> groups = new HashMap<>();
    read(
        part,
        (product, key, description) -> {
          Group group = groups.putIfAbsent(key, new Group(description));
          if (group != null) {
            group.join(description);
          }
        });
    groups.values().removeIf(group -> group.reason.isEmpty());
    if (!groups.isEmpty()) {
      read(
          part,
          (product, key, description) -> {
            Group group = groups.get(key);
            if (group != null) {
              group.reason.ifPresent(reason -> marks.set(product, reason));
            }
          });
    }
  }

  private static void read(Path part, Visitor visitor) throws IOException {
    long claims = Files.size(part) / (4 * Long.BYTES);
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(Files.newInputStream(part), AtomicFiles.BUFFER_BYTES))) {
      for (long i = 0; i < claims; i++) {
        visitor.visit(in.readLong(), new Key(in.readLong(), in.readLong()), in.readLong());
      }
    }
  }
}
