package dev.totonoe.job;

import dev.totonoe.csv.OutputFormat;
import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.IoReason;
import dev.totonoe.layout.ShardFiles;
import dev.totonoe.observe.Event;
import dev.totonoe.observe.Progress;
import dev.totonoe.plan.Shard;
import dev.totonoe.publish.ShardResult;
import dev.totonoe.publish.ShardStore;
import dev.totonoe.publish.ShardWriter;
import dev.totonoe.record.Cleansed;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;

/// Writes one shard on scratch; with its last batch the outputs move to the root. That happens in
/// the step's own write, not in a listener: what fails in a listener is only logged.
final class ShardSink implements ItemStreamWriter<Batch<Cleansed>> {
  private final Shard shard;
  private final ShardFiles files;
  private final OutputFormat format;
  private final List<String> header;
  private final ShardStore store;
  private final Progress progress;
  private @Nullable ShardWriter writer;

  ShardSink(
      Shard shard,
      ShardFiles files,
      OutputFormat format,
      List<String> header,
      ShardStore store,
      Progress progress) {
    this.shard = shard;
    this.files = files;
    this.format = format;
    this.header = header;
    this.store = store;
    this.progress = progress;
  }

  @Override
  public void open(ExecutionContext context) {
    try {
      writer = ShardWriter.open(shard, files, format, header);
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  @Override
  public void write(Chunk<? extends Batch<Cleansed>> chunk) {
    ShardWriter open = writer;
    if (open == null) {
      throw new IllegalStateException("shard " + shard.index() + " is not open");
    }
    try {
      for (Batch<Cleansed> batch : chunk) {
        for (Cleansed cleansed : batch.items()) {
          open.write(cleansed);
        }
        if (batch.isLast()) {
          ShardResult result = open.finish();
          keep();
          Event.SHARD_FINISHED.log(
              "shard", shard.index(),
              "products", result.tally().products(),
              "rejects", result.tally().rejects());
        }
        progress.rows(batch.items().size());
      }
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  private void keep() {
    try {
      store.keep(shard, files);
    } catch (IOException e) {
      throw new EnvironmentFailure(
          "shard %d: cannot be moved from scratch to the root: %s; see that the dataset's work/ has space and may be written"
              .formatted(shard.index(), IoReason.of(e)),
          e);
    }
  }

  @Override
  public void close() {
    try {
      if (writer != null) {
        writer.close();
      }
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  private EnvironmentFailure cannotWrite(IOException e) {
    return new EnvironmentFailure(
        "shard %d: cannot be written to scratch (%s): %s; see that it has space, or name another directory by --scratch"
            .formatted(shard.index(), files.directory().getParent(), IoReason.of(e)),
        e);
  }
}
