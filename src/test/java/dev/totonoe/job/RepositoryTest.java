package dev.totonoe.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.failure.EnvironmentFailure;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.infrastructure.item.ExecutionContext;

final class RepositoryTest {
  private static final int WORKERS = 4;
  private static final int STARTS = 24;

  @Test
  void keepsTheHistoryInPostgresWhenSeveralWorkersStartAtOnce() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
      Optional<String> url = Optional.of(postgres.getJdbcUrl("postgres", "postgres"));
      List<Callable<Integer>> starts =
          IntStream.range(0, STARTS)
              .<Callable<Integer>>mapToObj(i -> () -> shardOf(url, "attempt-" + i))
              .toList();
      for (Future<Integer> start : workers.invokeAll(starts)) {
        assertThat(start.get()).isEqualTo(7);
      }
      try (var connection = postgres.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement();
          ResultSet contexts =
              statement.executeQuery("SELECT short_context FROM batch_job_execution_context")) {
        int rows = 0;
        while (contexts.next()) {
          assertThat(contexts.getString(1)).contains("\"shard\":7");
          rows++;
        }
        assertThat(rows).isEqualTo(STARTS);
      }
    }
  }

  @Test
  void tellsADatabaseThatDoesNotAnswerWithoutItsPassword() {
    String url = "jdbc:postgresql://127.0.0.1:1/x?user=u&password=secret&connectTimeout=1";
    assertThatThrownBy(() -> Repository.open(Optional.of(url), 1))
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessageStartingWith("job repository (postgresql): cannot be used: ")
        .hasMessageNotContaining("secret");
  }

  @Test
  void refusesAnotherDatabase() {
    assertThatThrownBy(() -> Repository.open(Optional.of("jdbc:mysql://h/x?p=secret"), 1))
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessage("--repository-url: expected jdbc:postgresql:… but found \"jdbc:mysql://h/x…\"");
  }

  private int shardOf(Optional<String> url, String attempt) {
    try (Repository repository = Repository.open(url, 1)) {
      return contextThatComesBack(repository.jobRepository(), attempt).getInt("shard");
    }
  }

  private static ExecutionContext contextThatComesBack(JobRepository repository, String attempt) {
    JobParameters parameters =
        new JobParametersBuilder().addString("attempt", attempt).toJobParameters();
    ExecutionContext context = new ExecutionContext();
    context.putInt("shard", 7);
    JobInstance instance = repository.createJobInstance("job", parameters);
    JobExecution execution = repository.createJobExecution(instance, parameters, context);
    return repository.getJobExecution(execution.getId()).getExecutionContext();
  }
}
