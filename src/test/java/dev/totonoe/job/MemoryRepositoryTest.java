package dev.totonoe.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobInstanceAlreadyCompleteException;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.support.ListItemReader;
import org.springframework.core.task.support.TaskExecutorAdapter;
import org.springframework.dao.OptimisticLockingFailureException;

final class MemoryRepositoryTest extends RepositoryContract {
  private static final int THREADS = 8;
  private static final int SHARDS = 200;
  private static final int ITEMS = 20;

  private final JobRepository repository = Repository.open(Optional.empty(), 1).jobRepository();
  private final Queue<Integer> cleansed = new ConcurrentLinkedQueue<>();

  @Override
  JobRepository repository() {
    return repository;
  }

  @Test
  void countsEveryItemOfManyShardsInParallel() throws Exception {
    JobExecution execution = run(_ -> false);
    assertThat(execution.getStatus()).isEqualTo(BatchStatus.COMPLETED);
    List<StepExecution> shards = shardsOf(execution.getId());
    assertThat(shards).hasSize(SHARDS);
    assertThat(shards)
        .allSatisfy(
            shard -> {
              assertThat(shard.getStatus()).isEqualTo(BatchStatus.COMPLETED);
              assertThat(shard.getReadCount()).isEqualTo(ITEMS);
              assertThat(shard.getWriteCount()).isEqualTo(ITEMS);
              assertThat(shard.getStepName())
                  .isEqualTo("shard:" + shard.getExecutionContext().getInt("shard"));
            });
    StepExecution sum = repository.getLastStepExecution(execution.getJobInstance(), "shards");
    assertThat(sum.getWriteCount()).isEqualTo((long) SHARDS * ITEMS);
    assertThat(cleansed).hasSize(SHARDS * ITEMS);
  }

  @Test
  void restartsOnlyTheShardsThatFailed() throws Exception {
    IntPredicate isThird = shard -> shard % 3 == 0;
    JobExecution first = run(isThird);
    assertThat(first.getStatus()).isEqualTo(BatchStatus.FAILED);
    assertThat(shardsOf(first.getId()))
        .hasSize(SHARDS)
        .allSatisfy(
            shard ->
                assertThat(shard.getStatus())
                    .isEqualTo(
                        isThird.test(shard.getExecutionContext().getInt("shard"))
                            ? BatchStatus.FAILED
                            : BatchStatus.COMPLETED));
    cleansed.clear();
    JobExecution second = run(_ -> false);
    assertThat(second.getStatus()).isEqualTo(BatchStatus.COMPLETED);
    assertThat(second.getJobInstance()).isEqualTo(first.getJobInstance());
    assertThat(cleansed)
        .hasSameElementsAs(IntStream.range(0, SHARDS).filter(isThird).boxed().toList());
    assertThatThrownBy(() -> run(_ -> false))
        .isInstanceOf(JobInstanceAlreadyCompleteException.class);
  }

  @Test
  void letsOneOfManyUpdateAVersion() throws Exception {
    JobParameters none = new JobParameters();
    JobInstance instance = repository.createJobInstance("race", none);
    JobExecution execution = repository.createJobExecution(instance, none, new ExecutionContext());
    StepExecution step = repository.createStepExecution("step", execution);
    List<Callable<Boolean>> updates =
        Stream.generate(() -> repository.getStepExecution(step.getId()))
            .limit(THREADS)
            .<Callable<Boolean>>map(copy -> () -> isUpdated(copy))
            .toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      int updated = 0;
      for (Future<Boolean> update : threads.invokeAll(updates)) {
        updated += update.get() ? 1 : 0;
      }
      assertThat(updated).isEqualTo(1);
    }
    assertThat(repository.getStepExecution(step.getId()).getVersion()).isEqualTo(1);
  }

  @Test
  void refusesAStepOfAnUnknownExecution() {
    JobExecution unknown = new JobExecution(99, new JobInstance(1, "job"), new JobParameters());
    assertThatThrownBy(() -> repository.createStepExecution("step", unknown))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("job execution 99 is not there");
    assertThat(repository.getJobExecution(99)).isNull();
    assertThat(repository.getStepExecution(99)).isNull();
  }

  private boolean isUpdated(StepExecution step) {
    try {
      repository.update(step);
      return true;
    } catch (OptimisticLockingFailureException e) {
      return false;
    }
  }

  private List<StepExecution> shardsOf(long execution) {
    return repository.getJobExecution(execution).getStepExecutions().stream()
        .filter(step -> step.getStepName().startsWith("shard:"))
        .toList();
  }

  /// A job of many partitions, each a chunk-oriented step, as cleansing is one.
  private JobExecution run(IntPredicate fails) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      Step shards =
          new StepBuilder("shards", repository)
              .partitioner("shard", _ -> partitions())
              .step(new Shard(fails))
              .taskExecutor(new TaskExecutorAdapter(threads))
              .build();
      Job job = new JobBuilder("partitioned", repository).start(shards).build();
      TaskExecutorJobOperator operator = new TaskExecutorJobOperator();
      operator.setJobRepository(repository);
      operator.setJobRegistry(new MapJobRegistry());
      operator.afterPropertiesSet();
      return operator.start(job, new JobParameters());
    }
  }

  private static Map<String, ExecutionContext> partitions() {
    return IntStream.range(0, SHARDS)
        .boxed()
        .collect(
            Collectors.toMap(
                String::valueOf, shard -> new ExecutionContext(Map.of("shard", shard))));
  }

  private final class Shard implements Step {
    private final IntPredicate fails;

    Shard(IntPredicate fails) {
      this.fails = fails;
    }

    @Override
    public String getName() {
      return "shard";
    }

    @Override
    public void execute(StepExecution execution) throws JobInterruptedException {
      int shard = execution.getExecutionContext().getInt("shard");
      new StepBuilder(getName(), repository)
          .<Integer, Integer>chunk(1)
          .reader(new ListItemReader<>(IntStream.range(0, ITEMS).mapToObj(_ -> shard).toList()))
          .writer(
              chunk -> {
                if (fails.test(shard)) {
                  throw new IllegalStateException("shard " + shard + " fails");
                }
                cleansed.addAll(chunk.getItems());
              })
          .build()
          .execute(execution);
    }
  }
}
