package dev.totonoe.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PodSecurityTest {
  private static final String POD =
      """
      securityContext:
        runAsNonRoot: true
        runAsUser: 65532
        seccompProfile: {type: RuntimeDefault}
      containers:
      - name: x
        securityContext:
          allowPrivilegeEscalation: false
          readOnlyRootFilesystem: true
          capabilities: {drop: [ALL]}
        ports:
        - containerPort: 80
      volumes:
      - name: x
        emptyDir: {}
      """;

  @TestFactory
  Stream<DynamicTest> everyPodPassesRestricted() throws IOException {
    return Manifests.all().stream()
        .map(
            manifests ->
                DynamicTest.dynamicTest(
                    manifests.toString(),
                    () ->
                        assertThat(manifests.podTemplates())
                            .isNotEmpty()
                            .allSatisfy(
                                template ->
                                    assertThat(PodSecurity.violations(template.at("spec")))
                                        .isEmpty())));
  }

  @TestFactory
  Stream<DynamicTest> theNamespaceEnforcesIt() throws IOException {
    return Manifests.all().stream()
        .map(
            manifests ->
                DynamicTest.dynamicTest(
                    manifests.toString(),
                    () -> {
                      Node labels =
                          manifests.object("Namespace", "totonoe").at("metadata", "labels");
                      for (String mode : List.of("enforce", "audit", "warn")) {
                        String label = "pod-security.kubernetes.io/" + mode;
                        assertThat(labels.at(label).value()).isEqualTo("restricted");
                        assertThat(labels.at(label + "-version").value()).isEqualTo("v1.34");
                      }
                    }));
  }

  @Test
  void acceptsAPodThatPasses() {
    assertThat(violations(POD)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          runAsNonRoot: true    | runAsNonRoot: false            | runAsNonRoot
          runAsUser: 65532      | runAsUser: 0                   | root
          type: RuntimeDefault  | type: Unconfined               | seccompProfile
          Escalation: false     | Escalation: true               | allowPrivilegeEscalation
          Filesystem: true      | Filesystem: false              | readOnlyRootFilesystem
          drop: [ALL]           | drop: [CHOWN]                  | drop ALL
          drop: [ALL]           | drop: [ALL], add: [CHOWN]      | capabilities added
          containerPort: 80     | hostPort: 80                   | hostPort
          containerPort: 80     | `containerPort: 80\n  livenessProbe: {tcpSocket: {host: x, port: 80}}` | calls another host
          emptyDir: {}          | hostPath: {path: /}            | type of volume
          containers:           | `hostPID: true\ncontainers:`    | must not be shared
          """)
  void refusesAPodThatDoesNot(String right, String wrong, String rule) {
    assertThat(POD).contains(right);
    assertThat(violations(POD.replace(right, wrong.replace("\\n", "\n"))))
        .singleElement()
        .asString()
        .endsWith(": " + rule);
  }

  private static List<String> violations(String text) {
    return PodSecurity.violations(Yaml.documents("pod", text).getFirst());
  }
}
