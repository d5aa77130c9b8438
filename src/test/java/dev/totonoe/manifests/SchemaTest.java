package dev.totonoe.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SchemaTest {
  private static final String CRON_JOB =
      """
      apiVersion: batch/v1
      kind: CronJob
      metadata: {name: x}
      spec:
        schedule: "0 0 31 2 *"
        jobTemplate:
          spec:
            backoffLimitPerIndex: 3
            podFailurePolicy:
              rules:
              - action: Ignore
                onExitCodes: {operator: In, values: [4]}
            template:
              spec:
                restartPolicy: Never
                containers:
                - name: x
                  env:
                  - {name: A, value: "1"}
                  resources:
                    limits: {cpu: 500m}
                  securityContext: {readOnlyRootFilesystem: true}
                volumes:
                - name: scratch
                  emptyDir: {sizeLimit: 1Gi}
      """;

  @TestFactory
  Stream<DynamicTest> everyObjectIsAsKubernetesKnowsIt() throws IOException {
    return Manifests.all().stream()
        .flatMap(
            manifests ->
                manifests.objects().stream()
                    .map(
                        object ->
                            DynamicTest.dynamicTest(
                                "%s: %s %s"
                                    .formatted(
                                        manifests,
                                        object.at("kind").text(),
                                        object.at("metadata", "name").text()),
                                () -> assertThat(Schema.faults(object)).isEmpty())));
  }

  /// The pod that docs/eks.md puts files on the volume with is no part of an overlay.
  @Test
  void theLoaderIsAsKubernetesKnowsItAndPassesRestricted() throws IOException {
    Node loader = Yaml.document(Path.of("k8s/eks/loader.yaml"));
    assertThat(Schema.faults(loader)).isEmpty();
    assertThat(PodSecurity.violations(loader.at("spec"))).isEmpty();
    assertThat(loader.at("metadata", "labels").map())
        .as("what the Fargate profile selects")
        .containsEntry("app.kubernetes.io/name", "totonoe");
  }

  @Test
  void rendersBothOverlays() throws IOException {
    assertThat(Manifests.all())
        .extracting(Manifests::toString)
        .contains("local", "eks-fargate", "local with metrics", "eks-fargate with kueue");
    assertThat(Manifests.all()).allSatisfy(all -> assertThat(all.objects()).hasSizeGreaterThan(10));
  }

  @Test
  void acceptsWhatIsRight() {
    assertThat(faults(CRON_JOB)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          schedule:             | shedule:             | shedule
          backoffLimitPerIndex: | backofLimitPerIndex: | backofLimitPerIndex
          onExitCodes:          | onExitCode:          | onExitCode
          sizeLimit:            | size:                | size
          readOnlyRootFilesystem: | readOnlyRootFileSystem: | readOnlyRootFileSystem
          limits:               | limit:               | limit
          backoffLimitPerIndex: 3 | backoffLimitPerIndex: three | three
          values: [4]           | values: 4            | values
          value: "1"            | value: 1             | 1 is read as "1"
          restartPolicy: Never  | restartPolicy: [Never] | restartPolicy
          kind: CronJob         | kind: CronJobs       | no model for batch/v1 CronJobs
          apiVersion: batch/v1  | apiVersion: batch/v1beta1 | no model for batch/v1beta1 CronJob
          - name: x             | - image: y           | The required field `name` is not found
          """)
  void refusesWhatIsWrong(String right, String wrong, String message) {
    assertThat(CRON_JOB).contains(right);
    assertThat(faults(CRON_JOB.replace(right, wrong))).singleElement().asString().contains(message);
  }

  private static List<String> faults(String text) {
    return Schema.faults(Yaml.documents("test", text).getFirst());
  }
}
