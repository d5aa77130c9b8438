package dev.totonoe.job;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.totonoe.failure.Causes;
import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.failure.EnvironmentFailure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.batch.core.repository.dao.JacksonExecutionContextStringSerializer;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ScriptException;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.transaction.annotation.Isolation;

/// The job repository in PostgreSQL, which keeps the history of all runs. Only a run that was asked
/// for one loads this class, and with it the connection pool and the driver.
final class DatabaseRepository {
  private static final String PREFIX = "jdbc:postgresql:";
  private static final String SCHEMA = "org/springframework/batch/core/schema-postgresql.sql";
  private static final String ANY_TABLE = "batch_job_instance";

  private DatabaseRepository() {}

  /// @throws ConfigurationFailure for another database
  /// @throws EnvironmentFailure when the database cannot be reached or used
  static Repository open(String url, int threads) {
    checkKind(url);
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(threads + 2);
    config.setMinimumIdle(1);
    config.setPoolName("job-repository");
    HikariDataSource dataSource;
    try {
      dataSource = new HikariDataSource(config);
    } catch (PoolInitializationException e) {
      throw unusable(e);
    }
    try {
      createTables(dataSource);
      JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
      factory.setDataSource(dataSource);
      factory.setTransactionManager(new DataSourceTransactionManager(dataSource));
      // Every execution is an instance of its own, so there is nothing to serialise against;
      // PostgreSQL would refuse workers that start at the same time.
      factory.setIsolationLevelForCreateEnum(Isolation.READ_COMMITTED);
      // Never Java serialisation: a database that others can write must not be able to run code.
      factory.setSerializer(new JacksonExecutionContextStringSerializer());
      factory.afterPropertiesSet();
      return new Repository(factory.getObject(), dataSource::close);
    } catch (Exception e) {
      dataSource.close();
      throw unusable(e);
    }
  }

  /// The URL is not shown: it may hold a password.
  private static EnvironmentFailure unusable(Exception e) {
    return new EnvironmentFailure(
        "job repository (postgresql): cannot be used: %s; check --repository-url and that the database runs"
            .formatted(Causes.rootOf(e).getMessage()),
        e);
  }

  private static void checkKind(String url) {
    if (!url.startsWith(PREFIX)) {
      throw new ConfigurationFailure(
          "--repository-url: expected %s… but found \"%s\""
              .formatted(PREFIX, url.lines().findFirst().orElse("").replaceAll("[?;@].*", "…")));
    }
  }

  private static void createTables(DataSource dataSource) throws SQLException {
    if (hasTables(dataSource)) {
      return;
    }
    // In one transaction: another worker that starts at the same time sees all of them or none.
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      ScriptUtils.executeSqlScript(connection, new ClassPathResource(SCHEMA));
      connection.commit();
    } catch (ScriptException e) {
      // It was faster.
      if (!hasTables(dataSource)) {
        throw e;
      }
    }
  }

  private static boolean hasTables(DataSource dataSource) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        ResultSet tables =
            connection.getMetaData().getTables(null, connection.getSchema(), ANY_TABLE, null)) {
      return tables.next();
    }
  }
}
