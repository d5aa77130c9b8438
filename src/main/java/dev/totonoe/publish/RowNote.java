package dev.totonoe.publish;

import dev.totonoe.layout.AtomicFiles;
import dev.totonoe.layout.ShardFiles;
import dev.totonoe.record.TradeItem;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Objects;
import java.util.Optional;

/// What a shard notes of a row of its `products.csv`, so that publishing can put a reason into it
/// without parsing it. The notes stand in `rows.bin`, in the rows' order.
///
/// @param bytes the row's length, line end included
/// @param reasonsBytes how many of them are its `review_reasons`
/// @param bytesBehind how many stand behind them
/// @param changesBytes the length of its rows in the shard's changes, unpacked
/// @param claim what it says under its GTIN; empty: nothing to compare
/// @param incoming its `review_reasons` as the input has them; empty: the input has no such column
record RowNote(
    int bytes,
    int reasonsBytes,
    int bytesBehind,
    int changesBytes,
    Optional<Claim> claim,
    Optional<Incoming> incoming) {
  /// Stands for no GTIN: no GTIN is 0.
  private static final long NO_GTIN = 0;

  RowNote {
    Objects.requireNonNull(claim);
    Objects.requireNonNull(incoming);
  }

  /// A trade item as numbers. Texts are compared under one GTIN only, so that two of 64 bits are
  /// not equal by chance.
  ///
  /// @param gtin the GTIN
  /// @param file stands for the file's name
  /// @param description stands for what the row says
  record Claim(long gtin, long file, long description) {
    static Claim of(TradeItem item) {
      return new Claim(
          Long.parseLong(item.gtin()), shortened(item.file()), shortened(item.description()));
    }

    /// FNV-1a of 64 bits, over UTF-16 code units.
    private static long shortened(String text) {
      long hash = 0xcbf29ce484222325L;
      for (int i = 0; i < text.length(); i++) {
        hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
      }
      return hash;
    }
  }

  /// @param reasons the raw cell
  /// @param line the record's line
  /// @param ordinal the record's number in its file
  record Incoming(String reasons, long line, long ordinal) {
    Incoming {
      Objects.requireNonNull(reasons);
    }
  }

  /// The notes of a shard, from the first on.
  static DataInputStream open(ShardFiles shard) throws IOException {
    return new DataInputStream(
        new BufferedInputStream(Files.newInputStream(shard.rows()), AtomicFiles.BUFFER_BYTES));
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(bytes);
    out.writeInt(reasonsBytes);
    out.writeInt(bytesBehind);
    out.writeInt(changesBytes);
    out.writeLong(claim.map(Claim::gtin).orElse(NO_GTIN));
    if (claim.isPresent()) {
      out.writeLong(claim.get().file());
      out.writeLong(claim.get().description());
    }
    out.writeBoolean(incoming.isPresent());
    if (incoming.isPresent()) {
      byte[] reasons = incoming.get().reasons().getBytes(StandardCharsets.UTF_8);
      out.writeInt(reasons.length);
      out.write(reasons);
      out.writeLong(incoming.get().line());
      out.writeLong(incoming.get().ordinal());
    }
  }

  static RowNote read(DataInputStream in) throws IOException {
    int bytes = in.readInt();
    int reasonsBytes = in.readInt();
    int bytesBehind = in.readInt();
    int changesBytes = in.readInt();
    long gtin = in.readLong();
    Optional<Claim> claim =
        gtin == NO_GTIN
            ? Optional.empty()
            : Optional.of(new Claim(gtin, in.readLong(), in.readLong()));
    Optional<Incoming> incoming = Optional.empty();
    if (in.readBoolean()) {
      String reasons = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
      incoming = Optional.of(new Incoming(reasons, in.readLong(), in.readLong()));
    }
    return new RowNote(bytes, reasonsBytes, bytesBehind, changesBytes, claim, incoming);
  }
}
