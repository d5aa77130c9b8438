package dev.totonoe.job;

import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.IoReason;
import dev.totonoe.layout.DatasetFiles;
import dev.totonoe.layout.ShardFiles;
import dev.totonoe.normalise.RowNormaliser;
import dev.totonoe.normalise.Tables;
import dev.totonoe.observe.Event;
import dev.totonoe.observe.Progress;
import dev.totonoe.plan.Plan;
import dev.totonoe.plan.PlannedInput;
import dev.totonoe.plan.RunPart;
import dev.totonoe.plan.Shard;
import dev.totonoe.profile.Profile;
import dev.totonoe.publish.ShardStore;
import dev.totonoe.record.Cleansed;
import dev.totonoe.record.Parsed;
import dev.totonoe.text.WordDictionaries;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/// The third step: a partition for each shard of this worker's part that is not finished yet, as
/// many at a time as there are threads.
final class CleanseShards implements AutoCloseable {
  private static final String SHARD = "shard";

  private final DatasetFiles dataset;
  private final Profile profile;
  private final RunPart part;
  private final Scratch scratch;
  private final JobRepository repository;
  private final StopSignal stop;
  private final Progress progress;
  private final ThreadPoolTaskExecutor workers = new ThreadPoolTaskExecutor();
  private final AtomicBoolean failed = new AtomicBoolean();
  private final Once<ProductColumns> columns = new Once<>("cleanseShards");
  private final Once<Cleansing> cleansing = new Once<>("cleanseShards");

  CleanseShards(
      DatasetFiles dataset,
      Profile profile,
      RunPart part,
      Scratch scratch,
      JobRepository repository,
      StopSignal stop,
      Progress progress) {
    this.dataset = dataset;
    this.profile = profile;
    this.part = part;
    this.scratch = scratch;
    this.repository = repository;
    this.stop = stop;
    this.progress = progress;
  }

  Step step(int threads, Supplier<Assets> assets, Supplier<Planned> planned) {
    workers.setCorePoolSize(threads);
    workers.setThreadNamePrefix("shard-");
    workers.setDaemon(true);
    workers.initialize();
    return new StepBuilder("cleanseShards", repository)
        .listener(new StepTimes(progress.counts()))
        .partitioner("cleanseShard", gridSize -> unfinished(assets.get(), planned.get()))
        .step(new CleanseShard(planned))
        .gridSize(threads)
        .taskExecutor(workers)
        .build();
  }

  /// The columns of `products.csv`.
  ProductColumns columns() {
    return columns.get();
  }

  /// Shards that this worker finished.
  int cleansed() {
    return progress.counts().shardsCleansed();
  }

  /// Shards of this worker's that an earlier attempt finished.
  int reused() {
    return progress.counts().shardsReused();
  }

  private Map<String, ExecutionContext> unfinished(Assets assets, Planned planned) {
    WordDictionaries words = assets.fromDictionary(WordDictionaries::open);
    RowNormaliser normaliser =
        RowNormaliser.of(
            planned.plan().columns(),
            assets.fromDictionary(dictionary -> Tables.load(dictionary, words)),
            profile.output().format()::canEncode);
    columns.set(
        new ProductColumns(
            planned.plan().columns(),
            normaliser.derivedColumns(),
            profile.descriptionColumns(planned.plan().columns())));
    OutputNames.check(
        columns.get().header(),
        planned.plan().inputs().stream().map(PlannedInput::shown).toList(),
        profile.output().format());
    Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
    ShardStore store = storeOf(planned);
    long rows = 0;
    for (Shard shard : ownShards(planned.plan(), store)) {
      if (fromRoot(() -> store.finished(shard).isPresent())) {
        progress.counts().shardReused();
        Event.SHARD_REUSED.log("shard", shard.index(), "records", shard.span().records());
      } else {
        ExecutionContext context = new ExecutionContext();
        context.putInt(SHARD, shard.index());
        partitions.put("%s-%05d".formatted(SHARD, shard.index()), context);
        rows += shard.span().records();
      }
    }
    progress.counts().task(partitions.size(), rows);
    if (!partitions.isEmpty()) {
      progress.stage("loading the model", 0);
      cleansing.set(Cleansing.open(columns.get(), normaliser, words, assets, profile));
      progress.stage("cleansing", rows);
    }
    return partitions;
  }

  /// This worker's part; or every shard, once all workers have told that their parts are done and
  /// still the run is not published. Then a shard turned out to be damaged when it was to be
  /// joined, and whose part it was has gone home.
  private List<Shard> ownShards(Plan plan, ShardStore store) {
    if (part.isWhole() || fromRoot(() -> store.areAllDone(part.count()))) {
      return plan.shards();
    }
    return plan.shards().stream().filter(part::includes).toList();
  }

  /// Whether every shard of the run is finished, by whomever. Asked after this worker's own shards
  /// are on the root, so of two workers that finish at the same time the later one sees both: its
  /// own rename has told its client of the file system that the directory has changed.
  boolean isRunComplete(Planned planned) {
    if (part.isWhole()) {
      return true;
    }
    ShardStore store = storeOf(planned);
    return fromRoot(
        () -> {
          store.tellDone(part);
          return store.holdsAll(planned.plan().shards());
        });
  }

  private boolean fromRoot(RootQuestion question) {
    try {
      return question.ask();
    } catch (IOException e) {
      throw new EnvironmentFailure(
          "%s: finished shards cannot be read from the root: %s; run it again to go on"
              .formatted(dataset.name(), IoReason.of(e)),
          e);
    }
  }

  private interface RootQuestion {
    boolean ask() throws IOException;
  }

  private ShardStore storeOf(Planned planned) {
    return new ShardStore(dataset.work(planned.run()));
  }

  /// Stops between two batches, on request or when another shard failed.
  private void checkStop(StepExecution step) throws JobInterruptedException {
    if (stop.isRequested() || failed.get()) {
      // Without this the framework takes an interrupted step for a finished one.
      step.setTerminateOnly();
      throw new JobInterruptedException("stopped between two batches");
    }
  }

  @Override
  public void close() {
    workers.shutdown();
  }

  /// One shard as a chunk-oriented step, with a reader and a writer of its own.
  private final class CleanseShard implements Step {
    private final Supplier<Planned> planned;

    CleanseShard(Supplier<Planned> planned) {
      this.planned = planned;
    }

    @Override
    public String getName() {
      return "cleanseShard";
    }

    @Override
    public void execute(StepExecution execution) throws JobInterruptedException {
      Plan plan = planned.get().plan();
      Shard shard = plan.shards().get(execution.getExecutionContext().getInt(SHARD));
      PlannedInput input = plan.inputOf(shard);
      ShardFiles files = new ShardFiles(scratch.own().resolve("shard-" + shard.index()));
      new StepBuilder(getName(), repository)
          .<Batch<Parsed>, Batch<Cleansed>>chunk(1)
          .reader(new ShardSource(input, shard))
          .processor(
              batch ->
                  new Batch<>(
                      cleansing.get().cleanse(batch.items(), input.mapping()), batch.isLast()))
          .writer(
              new ShardSink(
                  shard,
                  files,
                  profile.output().format(),
                  columns.get().header(),
                  storeOf(planned.get()),
                  progress))
          .interruptionPolicy(CleanseShards.this::checkStop)
          .build()
          .execute(execution);
      if (execution.getStatus() == BatchStatus.FAILED) {
        failed.set(true);
      } else if (execution.getStatus() == BatchStatus.COMPLETED) {
        progress.counts().shardCleansed();
      }
    }
  }
}
