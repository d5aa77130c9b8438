package dev.totonoe.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run that names no job repository starts no database: it does not even look for one.
final class WithoutDatabaseIT {
  private static final Predicate<String> OF_DATABASES =
      Pattern.compile("(postgresql|HikariCP|spring-jdbc)-.*").asMatchPredicate();

  @TempDir private Path directory;
  private WorkerRoot root;
  private List<Path> jars;

  @BeforeEach
  void makeRoot() throws Exception {
    root = WorkerRoot.in(directory.resolve("root"));
    root.addSample("sample");
    jars = WorkerProcess.jarsWithout(OF_DATABASES);
  }

  @Test
  void runsWithoutTheJarsOfDatabases() throws Exception {
    WorkerProcess.Ended run = WorkerProcess.runWith(root, jars, "run", "sample");
    assertThat(run.exit()).as(run.err()).isZero();
    WorkerProcess.Ended verify = WorkerProcess.runWith(root, jars, "verify", "sample");
    assertThat(verify.exit()).as(verify.err()).isZero();
  }

  @Test
  void needsThemForARepositoryInPostgres() throws Exception {
    WorkerProcess.Ended run =
        WorkerProcess.runWith(
            root, jars, "run", "sample", "--repository-url", "jdbc:postgresql://127.0.0.1:1/x");
    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    assertThat(run.err()).contains("NoClassDefFoundError").contains("hikari");
  }
}
