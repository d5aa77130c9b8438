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
import dev.totonoe.plan.Shard;
import dev.totonoe.profile.Profile;
import dev.totonoe.publish.ShardStore;
import dev.totonoe.record.Cleansed;
import dev.totonoe.record.Parsed;
import dev.totonoe.text.WordDictionaries;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/// The third step: a partition for each shard that is not finished yet, as many at a time as there
/// are threads.
final class CleanseShards implements AutoCloseable {
  private static final String SHARD = "shard";

  private final DatasetFiles dataset;
  private final Profile profile;
  private final Scratch scratch;
  private final JobRepository repository;
  private final StopSignal stop;
  private final Progress progress;
  private final ThreadPoolTaskExecutor workers = new ThreadPoolTaskExecutor();
  private final AtomicInteger reused = new AtomicInteger();
  private final AtomicBoolean failed = new AtomicBoolean();
  private final Once<ProductColumns> columns = new Once<>("cleanseShards");
  private final Once<Cleansing> cleansing = new Once<>("cleanseShards");

  CleanseShards(
      DatasetFiles dataset,
      Profile profile,
      Scratch scratch,
      JobRepository repository,
      StopSignal stop,
      Progress progress) {
    this.dataset = dataset;
    this.profile = profile;
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

  /// Shards that an earlier attempt finished.
  int reused() {
    return reused.get();
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
    for (Shard shard : planned.plan().shards()) {
      if (isFinished(store, shard)) {
        reused.incrementAndGet();
        Event.SHARD_REUSED.log("shard", shard.index(), "records", shard.span().records());
      } else {
        ExecutionContext context = new ExecutionContext();
        context.putInt(SHARD, shard.index());
        partitions.put("%s-%05d".formatted(SHARD, shard.index()), context);
        rows += shard.span().records();
      }
    }
    if (!partitions.isEmpty()) {
      progress.stage("loading the model", 0);
      cleansing.set(Cleansing.open(columns.get(), normaliser, words, assets, profile));
      progress.stage("cleansing", rows);
    }
    return partitions;
  }

  private static boolean isFinished(ShardStore store, Shard shard) {
    try {
      return store.finished(shard).isPresent();
    } catch (IOException e) {
      throw new EnvironmentFailure(
          "shard %d: cannot be read from the root: %s".formatted(shard.index(), IoReason.of(e)), e);
    }
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
      }
    }
  }
}
