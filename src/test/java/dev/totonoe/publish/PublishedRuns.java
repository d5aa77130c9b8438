package dev.totonoe.publish;

import dev.totonoe.layout.AssetName;
import dev.totonoe.layout.DatasetFiles;
import dev.totonoe.layout.Root;
import dev.totonoe.layout.RunName;
import dev.totonoe.layout.ShardFiles;
import dev.totonoe.plan.Plan;
import dev.totonoe.plan.Planner;
import dev.totonoe.plan.RunPart;
import dev.totonoe.plan.Shard;
import dev.totonoe.plan.WorkerVersion;
import dev.totonoe.profile.Profile;
import dev.totonoe.record.Cleansed;
import dev.totonoe.record.Column;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/// Publishes runs of one dataset whose outcome a test makes up.
final class PublishedRuns {
  private static final List<String> DERIVED =
      List.of("category_path", "review_reasons", "source_file", "source_line");

  private final Path directory;
  private final Path raw;
  private int runs;

  PublishedRuns(Path directory) throws IOException {
    this.directory = directory;
    raw = Files.createDirectories(directory.resolve("datasets/x/raw"));
  }

  void raw(String file, String content) throws IOException {
    Files.writeString(raw.resolve(file), content);
  }

  DatasetFiles dataset() {
    return Root.of(directory).dataset(AssetName.of("dataset", "x"));
  }

  /// Publishes what became of the records of all inputs, in order; a worker of its own did it.
  PublishedRun publish(List<Cleansed> records, Profile profile) throws IOException {
    DatasetFiles dataset = dataset();
    WorkerVersion worker = new WorkerVersion("1", "build " + ++runs);
    Plan plan =
        new Planner(dataset, profile, RunPart.WHOLE, directory, () -> false)
            .plan(List.of(), worker);
    RunName run = RunName.of(plan.fingerprint(), 1);
    ShardStore store = new ShardStore(dataset.work(run));
    List<String> header =
        new ArrayList<>(
            Stream.concat(plan.columns().stream().map(Column::name), DERIVED.stream()).toList());
    Iterator<Cleansed> left = records.iterator();
    for (Shard shard : plan.shards()) {
      ShardFiles scratch = new ShardFiles(directory.resolve("scratch"));
      try (ShardWriter writer =
          ShardWriter.open(shard, scratch, profile.output().format(), header)) {
        for (long i = 0; i < shard.span().records(); i++) {
          writer.write(left.next());
        }
        writer.finish();
      }
      store.keep(shard, scratch);
    }
    new Publisher(dataset, run, profile, worker, directory)
        .publish(plan, List.of(), header, DERIVED);
    return PublishedRun.open(dataset, run);
  }
}
