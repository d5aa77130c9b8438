package dev.totonoe.job;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.batch.core.repository.JobRepository;

/// Spring Batch's own tables in PostgreSQL: what the repository in memory is held against.
final class DatabaseRepositoryTest extends RepositoryContract {
  private static EmbeddedPostgres postgres;
  private static Repository repository;

  @BeforeAll
  static void start() throws IOException {
    postgres = EmbeddedPostgres.start();
    repository = Repository.open(Optional.of(postgres.getJdbcUrl("postgres", "postgres")), 2);
  }

  @AfterAll
  static void stop() throws IOException {
    repository.close();
    postgres.close();
  }

  @Override
  JobRepository repository() {
    return repository.jobRepository();
  }
}
