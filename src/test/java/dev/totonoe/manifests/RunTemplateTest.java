package dev.totonoe.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the template of runs owes the worker, its image and the cluster.
final class RunTemplateTest {
  static Stream<Manifests> all() throws IOException {
    return Manifests.all().stream();
  }

  @ParameterizedTest
  @MethodSource("all")
  void neverStartsByItself(Manifests manifests) {
    Node cronJob = manifests.object("CronJob", "totonoe-run").at("spec");
    assertThat(cronJob.at("suspend").value()).isEqualTo(true);
    assertThat(cronJob.at("schedule").text()).as("February has no 31st").endsWith(" 31 2 *");
    assertThat(cronJob.at("concurrencyPolicy").value()).isEqualTo("Forbid");
  }

  @ParameterizedTest
  @MethodSource("all")
  void endsEarlyAndTriesAgainPerIndex(Manifests manifests) {
    Node job = manifests.runJob().at("spec");
    assertThat(job.at("completionMode").value()).isEqualTo("Indexed");
    assertThat(job.at("completions").value()).isEqualTo(1);
    assertThat(job.at("parallelism").value()).isEqualTo(1);
    assertThat(job.at("backoffLimitPerIndex").value()).isEqualTo(3);
    assertThat(job.at("backoffLimit").isThere()).isFalse();
    assertThat(job.at("maxFailedIndexes").value()).isEqualTo(0);
    assertThat(job.at("podReplacementPolicy").value()).isEqualTo("Failed");
    assertThat(job.at("activeDeadlineSeconds").value()).isEqualTo(7200);
    assertThat(job.at("ttlSecondsAfterFinished").value()).isEqualTo(86_400);
    assertThat(manifests.runPod().at("restartPolicy").value()).isEqualTo("Never");
  }

  @ParameterizedTest
  @MethodSource("all")
  void forgivesAnEvictionBeforeItLooksAtTheExitCode(Manifests manifests) {
    List<Node> rules = manifests.runJob().at("spec", "podFailurePolicy", "rules").each();
    assertThat(rules).hasSize(3);
    Node disruption = rules.getFirst();
    assertThat(disruption.at("action").value()).isEqualTo("Ignore");
    assertThat(disruption.at("onPodConditions").value())
        .isEqualTo(List.of(Map.of("type", "DisruptionTarget", "status", "True")));
    for (Node rule : rules.subList(1, 3)) {
      assertThat(rule.at("onExitCodes", "operator").value()).isEqualTo("In");
      assertThat(rule.at("onExitCodes", "containerName").value())
          .isEqualTo(manifests.worker().at("name").value());
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void isLabelledForTheScriptAndTheNetworkPolicies(Manifests manifests) {
    Map<String, String> labels =
        Map.of("app.kubernetes.io/name", "totonoe", "app.kubernetes.io/component", "run");
    Node job = manifests.runJob();
    assertThat(job.at("metadata", "labels").map()).containsAllEntriesOf(labels);
    assertThat(job.at("spec", "template", "metadata", "labels").map()).isEqualTo(labels);
    assertThat(
            manifests
                .object("NetworkPolicy", "run-out")
                .at("spec", "podSelector", "matchLabels")
                .map())
        .isEqualTo(labels);
  }

  @ParameterizedTest
  @MethodSource("all")
  void hasNoTokenAndKnowsNobody(Manifests manifests) {
    Node pod = manifests.runPod();
    assertThat(pod.at("automountServiceAccountToken").value()).isEqualTo(false);
    assertThat(pod.at("enableServiceLinks").value()).isEqualTo(false);
    Node account = manifests.object("ServiceAccount", pod.at("serviceAccountName").text());
    assertThat(account.at("automountServiceAccountToken").value()).isEqualTo(false);
    assertThat(manifests.object("NetworkPolicy", "nothing-in").at("spec").value())
        .isEqualTo(Map.of("podSelector", Map.of(), "policyTypes", List.of("Ingress")));
    assertThat(
            manifests.object("NetworkPolicy", "run-out").at("spec", "egress").each().stream()
                .flatMap(rule -> rule.at("ports").each().stream())
                .map(port -> port.at("protocol").value() + " " + port.at("port").value()))
        .containsExactlyInAnyOrder("UDP 53", "TCP 53", "TCP 2049");
  }

  @ParameterizedTest
  @MethodSource("all")
  void hasTheDirectoriesAndTheUserOfTheImage(Manifests manifests) throws IOException {
    Node image = Yaml.document(Path.of("jib.yaml"));
    Node pod = manifests.runPod();
    Node worker = manifests.worker();
    assertThat(worker.at("volumeMounts").named("data").at("mountPath").value())
        .isEqualTo(image.at("environment", "TOTONOE_ROOT").value());
    assertThat(worker.at("volumeMounts").named("scratch").at("mountPath").value())
        .isEqualTo(image.at("environment", "TOTONOE_SCRATCH").value());
    Node context = pod.at("securityContext");
    assertThat(context.at("runAsUser").value() + ":" + context.at("runAsGroup").value())
        .isEqualTo(image.at("user").value());
    assertThat(worker.at("command").isThere()).as("the image's own entry point").isFalse();
    assertThat(worker.at("args").values()).containsExactly("run");
  }

  @ParameterizedTest
  @MethodSource("all")
  void putsTheSummaryWhereKubernetesReadsIt(Manifests manifests) {
    Node worker = manifests.worker();
    assertThat(worker.at("env").named("TOTONOE_SUMMARY_FILE").at("value").value())
        .isEqualTo(worker.at("terminationMessagePath").value())
        .isEqualTo("/dev/termination-log");
    assertThat(worker.at("terminationMessagePolicy").value()).isEqualTo("FallbackToLogsOnError");
  }

  @ParameterizedTest
  @MethodSource("all")
  void scratchFitsItsDisk(Manifests manifests) {
    Node scratch = manifests.runPod().at("volumes").named("scratch").at("emptyDir");
    assertThat(scratch.keys()).as("on disk, not in memory").containsExactly("sizeLimit");
    Node limits = manifests.worker().at("resources", "limits");
    assertThat(Size.of(scratch.at("sizeLimit")))
        .isLessThan(Size.of(limits.at("ephemeral-storage")));
  }

  @ParameterizedTest
  @MethodSource("all")
  void asksForNoMoreThanItsLimitsAndTheQuota(Manifests manifests) {
    Node resources = manifests.worker().at("resources");
    Node quota = manifests.object("ResourceQuota", "totonoe").at("spec", "hard");
    for (String resource : Set.of("cpu", "memory", "ephemeral-storage")) {
      assertThat(Size.of(resources.at("requests", resource)))
          .isLessThanOrEqualTo(Size.of(resources.at("limits", resource)));
      for (String side : Set.of("requests", "limits")) {
        assertThat(
                Size.of(quota.at(side + "." + resource))
                    .divideToIntegralValue(Size.of(resources.at(side, resource))))
            .as("runs of the default size at a time, by %s.%s", side, resource)
            .isGreaterThanOrEqualTo(BigDecimal.valueOf(64));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void volumeAndClaimMeanEachOther(Manifests manifests) {
    Node volume = manifests.object("PersistentVolume", "totonoe-data").at("spec");
    Node claim = manifests.object("PersistentVolumeClaim", "totonoe-data");
    assertThat(claim.at("spec", "volumeName").value()).isEqualTo("totonoe-data");
    assertThat(volume.at("claimRef").map())
        .containsEntry("name", "totonoe-data")
        .containsEntry("namespace", claim.at("metadata", "namespace").text());
    assertThat(claim.at("spec", "storageClassName").value())
        .isEqualTo(volume.at("storageClassName").value())
        .isNotNull();
    assertThat(claim.at("spec", "accessModes").value())
        .isEqualTo(volume.at("accessModes").value())
        .isEqualTo(List.of("ReadWriteMany"));
    assertThat(claim.at("spec", "resources", "requests", "storage").value())
        .isEqualTo(volume.at("capacity", "storage").value());
    assertThat(volume.at("persistentVolumeReclaimPolicy").value()).isEqualTo("Retain");
    assertThat(
            manifests
                .runPod()
                .at("volumes")
                .named("data")
                .at("persistentVolumeClaim", "claimName")
                .value())
        .isEqualTo(claim.at("metadata", "name").value());
  }

  @Test
  void settingsReachTheManifests() throws IOException {
    Node local = settings("local");
    Manifests manifests = Manifests.overlay("local");
    assertThat(manifests.object("PersistentVolume", "totonoe-data").at("spec", "hostPath").value())
        .isEqualTo(Map.of("path", local.at("directory").text(), "type", "Directory"));
    assertThat(manifests.worker().at("image").value()).isEqualTo(local.at("image").value());

    Node eks = settings("eks-fargate");
    Manifests fargate = Manifests.overlay("eks-fargate");
    assertThat(
            fargate
                .object("PersistentVolume", "totonoe-data")
                .at("spec", "csi", "volumeHandle")
                .value())
        .isEqualTo(eks.at("file-system").text() + "::" + eks.at("access-point").text());
    assertThat(fargate.worker().at("image").value()).isEqualTo(eks.at("image").value());
    assertThat(fargate.object("ConfigMap", "aws-logging").at("data", "output.conf").text())
        .endsWith("\n    region " + eks.at("region").text());
  }

  @Test
  void settingsAreNoObjectOfTheCluster() throws IOException {
    assertThat(Manifests.all())
        .allSatisfy(
            manifests ->
                assertThat(manifests.objects())
                    .noneMatch(object -> "settings".equals(object.at("metadata", "name").value())));
  }

  @Test
  void componentsChangeWhatTheySay() {
    assertThat(Manifests.overlay("local", "kueue").runJob().at("metadata", "labels").map())
        .containsEntry("kueue.x-k8s.io/queue-name", "totonoe");
    Manifests metrics = Manifests.overlay("local", "metrics");
    String port = metrics.worker().at("env").named("TOTONOE_METRICS_PORT").at("value").text();
    assertThat(metrics.worker().at("ports").named("metrics").map())
        .containsEntry("containerPort", port);
    assertThat(metrics.runJob().at("spec", "template", "metadata", "annotations").map())
        .containsEntry("prometheus.io/port", port)
        .containsEntry("prometheus.io/scrape", "true");
    Node policy = metrics.object("NetworkPolicy", "run-metrics").at("spec");
    assertThat(policy.at("ingress").each().getFirst().at("ports").each().getFirst().map())
        .containsEntry("port", port);
    assertThat(metrics.worker().at("env").named("TOTONOE_PUSH_GATEWAY").at("value").text())
        .endsWith(
            ":"
                + policy
                    .at("egress")
                    .each()
                    .getFirst()
                    .at("ports")
                    .each()
                    .getFirst()
                    .at("port")
                    .value());
  }

  private static Node settings(String overlay) throws IOException {
    return Yaml.document(Path.of("k8s/overlays", overlay, "settings.yaml")).at("data");
  }
}
