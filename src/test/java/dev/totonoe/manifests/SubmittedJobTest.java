package dev.totonoe.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.Tools;
import dev.totonoe.k8s.FakeKubernetes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// The Job that `totonoe-job submit` makes of an overlay's own template is one that Kubernetes
/// takes.
final class SubmittedJobTest {
  private static final JsonMapper JSON = new JsonMapper();

  /// What the API server adds.
  private static final List<String> ADDED =
      List.of("uid", "resourceVersion", "creationTimestamp", "generation");

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"local", "eks-fargate"})
  void isTakenByKubernetes(String overlay) throws Exception {
    try (FakeKubernetes cluster = FakeKubernetes.start()) {
      hasTemplate(cluster, Manifests.overlay(overlay));
      String name =
          run(
                  cluster,
                  "k8s/totonoe-job",
                  "submit",
                  "shop/spring",
                  "--shards=4",
                  "--cpu=2",
                  "--memory=3840Mi",
                  "--deadline=90m",
                  "--image=registry.example/totonoe:run")
              .strip();
      assertThat(name).matches("totonoe-shop-spring-[0-9a-f]{8}-1");
      Node job = job(cluster, name);

      assertThat(Schema.faults(job)).isEmpty();
      Node pod = job.at("spec", "template", "spec");
      assertThat(PodSecurity.violations(pod)).isEmpty();
      assertThat(job.at("spec").map())
          .containsEntry("completionMode", "Indexed")
          .containsEntry("completions", "4")
          .containsEntry("parallelism", "4")
          .containsEntry("maxFailedIndexes", "0")
          .containsEntry("activeDeadlineSeconds", "5400");
      assertThat(job.at("spec", "podFailurePolicy", "rules").each()).hasSize(3);
      Node worker = pod.at("containers").named("totonoe");
      assertThat(worker.at("args").values()).containsExactly("run", "shop/spring");
      assertThat(worker.at("image").text()).isEqualTo("registry.example/totonoe:run");
      assertThat(worker.at("env").named("TOTONOE_SHARD_COUNT").at("value").text()).isEqualTo("4");
      assertThat(worker.at("env").named("TOTONOE_LOG_FORMAT").at("value").text()).isEqualTo("json");
      for (String bound : List.of("requests", "limits")) {
        assertThat(worker.at("resources", bound).map())
            .containsEntry("cpu", "2")
            .containsEntry("memory", "3840Mi")
            .containsKey("ephemeral-storage");
      }
      assertThat(worker.at("volumeMounts").each()).hasSize(2);
    }
  }

  private static void hasTemplate(FakeKubernetes cluster, Manifests manifests) throws Exception {
    Object template = manifests.object("CronJob", "totonoe-run").value();
    HttpRequest step =
        HttpRequest.newBuilder(URI.create(cluster.url() + "/control/totonoe/template"))
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(template)))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      assertThat(client.send(step, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }
  }

  private Node job(FakeKubernetes cluster, String name) throws Exception {
    String kubectl = Tools.require("kubectl").toString();
    String json = run(cluster, kubectl, "-n", "totonoe", "get", "job", name, "-o", "json");
    Map<?, ?> job = JSON.readValue(json, Map.class);
    job.remove("status");
    ((Map<?, ?>) job.get("metadata")).keySet().removeAll(ADDED);
    return new Node(name, job);
  }

  private String run(FakeKubernetes cluster, String... command)
      throws IOException, InterruptedException {
    Path config =
        Files.writeString(
            directory.resolve("kubeconfig"),
            """
            apiVersion: v1
            kind: Config
            clusters: [{name: fake, cluster: {server: "%s"}}]
            contexts: [{name: fake, context: {cluster: fake, user: fake}}]
            users: [{name: fake, user: {}}]
            current-context: fake
            """
                .formatted(cluster.url()));
    Path errors = directory.resolve("errors");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
    builder.environment().put("KUBECONFIG", config.toString());
    builder.environment().put("KUBECACHEDIR", directory.resolve("cache").toString());
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
    return out;
  }
}
