package dev.totonoe.job;

import dev.totonoe.csv.RecordReader;
import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.IoReason;
import dev.totonoe.layout.AtomicFiles;
import dev.totonoe.plan.PlannedInput;
import dev.totonoe.plan.Shard;
import dev.totonoe.record.Parsed;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/// Reads one shard in batches.
final class ShardSource implements ItemStreamReader<Batch<Parsed>> {
  private final PlannedInput input;
  private final Shard shard;
  private @Nullable RecordReader reader;

  ShardSource(PlannedInput input, Shard shard) {
    this.input = input;
    this.shard = shard;
  }

  @Override
  public void open(ExecutionContext context) {
    try {
      SeekableByteChannel channel = Files.newByteChannel(input.content());
      channel.position(shard.span().offset());
      InputStream bytes =
          new BufferedInputStream(
              Channels.newInputStream(channel), bufferBytes(shard.span().length()));
      reader =
          RecordReader.open(bytes, shard.span(), input.dialect(), input.shown(), input.header());
    } catch (IOException e) {
      throw new EnvironmentFailure(input.shown() + ": cannot be read: " + IoReason.of(e), e);
    }
  }

  /// Equal parts of the span, so that the last one reads nothing of the next span: network file
  /// systems charge for what is read.
  static int bufferBytes(long length) {
    return (int) Math.ceilDiv(length, Math.ceilDiv(length, (long) AtomicFiles.BUFFER_BYTES));
  }

  @Override
  public @Nullable Batch<Parsed> read() {
    RecordReader records = reader;
    if (records == null || !records.hasNext()) {
      return null;
    }
    return Batch.of(records, Batch.RECORDS_MAX);
  }

  @Override
  public void close() {
    if (reader != null) {
      reader.close();
    }
  }
}
