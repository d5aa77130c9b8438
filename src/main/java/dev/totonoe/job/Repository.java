package dev.totonoe.job;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.failure.EnvironmentFailure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.dao.JacksonExecutionContextStringSerializer;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ScriptException;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.transaction.annotation.Isolation;

/// Spring Batch's job repository: in memory for as long as the run lasts, or a database that keeps
/// the history of all runs. No run depends on it for resuming: the finished shards on the root are
/// the truth.
final class Repository implements AutoCloseable {
  private static final String SCHEMA = "org/springframework/batch/core/schema-%s.sql";
  private static final String IN_MEMORY = "jdbc:h2:mem:%s;DB_CLOSE_ON_EXIT=FALSE";
  private static final String ANY_TABLE = "BATCH_JOB_INSTANCE";

  private final HikariDataSource dataSource;
  private final JobRepository jobRepository;

  private Repository(HikariDataSource dataSource, JobRepository jobRepository) {
    this.dataSource = dataSource;
    this.jobRepository = jobRepository;
  }

  /// @param url a JDBC URL of PostgreSQL or H2; empty: an H2 database in memory
  /// @param threads how many threads use it at a time
  /// @throws ConfigurationFailure for another database
  /// @throws EnvironmentFailure when the database cannot be reached or used
  static Repository open(Optional<String> url, int threads) {
    String chosen = url.orElseGet(() -> IN_MEMORY.formatted(UUID.randomUUID()));
    String kind = kindOf(chosen);
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(chosen);
    config.setMaximumPoolSize(threads + 2);
    config.setMinimumIdle(1);
    config.setPoolName("job-repository");
    if (url.isEmpty()) {
      // A database in memory lasts as long as its connections: none is replaced by a new one.
      config.setMaxLifetime(0);
    }
    HikariDataSource dataSource;
    try {
      dataSource = new HikariDataSource(config);
    } catch (PoolInitializationException e) {
      throw unusable(kind, e);
    }
    try {
      createTables(dataSource, kind);
      JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
      factory.setDataSource(dataSource);
      factory.setTransactionManager(new DataSourceTransactionManager(dataSource));
      // Every execution is an instance of its own, so there is nothing to serialise against;
      // PostgreSQL would
      // refuse workers that start at the same time.
      factory.setIsolationLevelForCreateEnum(Isolation.READ_COMMITTED);
      // Never Java serialisation: a database that others can write must not be able to run code
      // here.
      factory.setSerializer(new JacksonExecutionContextStringSerializer());
      factory.afterPropertiesSet();
      return new Repository(dataSource, factory.getObject());
    } catch (Exception e) {
      dataSource.close();
      throw unusable(kind, e);
    }
  }

  JobRepository jobRepository() {
    return jobRepository;
  }

  /// The URL is not shown: it may hold a password.
  private static EnvironmentFailure unusable(String kind, Exception e) {
    return new EnvironmentFailure(
        "job repository (%s): cannot be used: %s; check --repository-url and that the database runs"
            .formatted(kind, JobFailures.rootOf(e).getMessage()),
        e);
  }

  private static String kindOf(String url) {
    if (url.startsWith("jdbc:postgresql:")) {
      return "postgresql";
    }
    if (url.startsWith("jdbc:h2:")) {
      return "h2";
    }
    throw new ConfigurationFailure(
        "--repository-url: expected jdbc:postgresql:… or jdbc:h2:… but found \"%s\""
            .formatted(url.lines().findFirst().orElse("").replaceAll("[?;@].*", "…")));
  }

  private static void createTables(DataSource dataSource, String kind) throws SQLException {
    if (hasTables(dataSource)) {
      return;
    }
    // In one transaction: another worker that starts at the same time sees all of them or none.
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      ScriptUtils.executeSqlScript(connection, new ClassPathResource(SCHEMA.formatted(kind)));
      connection.commit();
    } catch (ScriptException e) {
      // It was faster.
      if (!hasTables(dataSource)) {
        throw e;
      }
    }
  }

  private static boolean hasTables(DataSource dataSource) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return hasTable(connection, ANY_TABLE)
          || hasTable(connection, ANY_TABLE.toLowerCase(Locale.ROOT));
    }
  }

  private static boolean hasTable(Connection connection, String name) throws SQLException {
    try (ResultSet tables =
        connection.getMetaData().getTables(null, connection.getSchema(), name, null)) {
      return tables.next();
    }
  }

  @Override
  public void close() {
    dataSource.close();
  }
}
