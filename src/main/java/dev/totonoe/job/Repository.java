package dev.totonoe.job;

import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.failure.EnvironmentFailure;
import java.util.Optional;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.SimpleJobRepository;

/// Spring Batch's job repository: in memory for as long as the run lasts, or a database that keeps
/// the history of all runs. No run depends on it for resuming: the finished shards on the root are
/// the truth.
///
/// @param closing what to do when the run ends
record Repository(JobRepository jobRepository, Runnable closing) implements AutoCloseable {
  /// @param url a JDBC URL of PostgreSQL; empty: in memory
  /// @param threads how many threads use it at a time
  /// @throws ConfigurationFailure for another database
  /// @throws EnvironmentFailure when the database cannot be reached or used
  static Repository open(Optional<String> url, int threads) {
    return url.map(database -> DatabaseRepository.open(database, threads))
        .orElseGet(Repository::inMemory);
  }

  private static Repository inMemory() {
    MemoryExecutions executions = new MemoryExecutions();
    return new Repository(
        new SimpleJobRepository(
            new MemoryInstances(), executions, new MemorySteps(executions), new MemoryContexts()),
        () -> {});
  }

  @Override
  public void close() {
    closing.run();
  }
}
