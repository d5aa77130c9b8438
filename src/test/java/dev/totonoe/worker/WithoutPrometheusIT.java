package dev.totonoe.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run that nobody asks for metrics loads nothing of Prometheus' client: it does not even look
/// for it.
final class WithoutPrometheusIT {
  @TempDir private Path directory;
  private WorkerRoot root;
  private List<Path> jars;

  @BeforeEach
  void makeRoot() throws Exception {
    root = WorkerRoot.in(directory.resolve("root"));
    root.addSample("sample");
    jars = WorkerProcess.jarsWithout(jar -> jar.startsWith("prometheus-metrics-"));
  }

  @Test
  void runsWithoutTheJarsOfItsClient() throws Exception {
    WorkerProcess.Ended run =
        WorkerProcess.runWith(root, jars, "run", "sample", "--log-format", "json");
    assertThat(run.exit()).as(run.err()).isZero();
  }

  @Test
  void needsThemForMetrics() throws Exception {
    WorkerProcess.Ended run =
        WorkerProcess.runWith(root, jars, "run", "sample", "--metrics-port", "0");
    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    assertThat(run.err()).contains("NoClassDefFoundError").contains("io/prometheus");
  }
}
