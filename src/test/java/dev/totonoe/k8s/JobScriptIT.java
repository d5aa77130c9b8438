package dev.totonoe.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `k8s/totonoe-job`: its tests are `k8s/test/*.bats`, each of which `k8s/test/run` also runs
/// alone.
final class JobScriptIT {
  private static final Path K8S = Path.of("k8s");

  @Test
  void shellcheckFindsNothing() throws Exception {
    List<String> command = new ArrayList<>(List.of(Tools.require("shellcheck").toString(), "-x"));
    command.add(K8S.resolve("totonoe-job").toString());
    try (Stream<Path> tests = Files.list(K8S.resolve("test"))) {
      tests
          .map(Path::toString)
          .filter(name -> name.endsWith(".bats") || name.endsWith(".bash") || name.endsWith("run"))
          .sorted()
          .forEach(command::add);
    }
    assertSucceeds(new ProcessBuilder(command));
  }

  @Test
  void allBatsTestsPass() throws Exception {
    for (String program : List.of("bats", "kubectl", "curl")) {
      Tools.require(program);
    }
    try (FakeKubernetes cluster = FakeKubernetes.start()) {
      ProcessBuilder bats = new ProcessBuilder(K8S.resolve("test/run").toString());
      bats.environment().put("FAKE_KUBERNETES", cluster.url());
      assertSucceeds(bats);
    }
  }

  private static void assertSucceeds(ProcessBuilder command)
      throws IOException, InterruptedException {
    Process process = command.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }
}
