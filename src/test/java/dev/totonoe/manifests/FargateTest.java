package dev.totonoe.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class FargateTest {
  private static final BigDecimal MIB = BigDecimal.valueOf(1024L * 1024);

  /// Fargate's pods get 20 GiB without asking, of which a part is its own; so much of what they ask
  /// for is theirs.
  private static final BigDecimal DISK_FREE_OF_CHARGE = MIB.multiply(BigDecimal.valueOf(16 * 1024));

  @Test
  void roundsUpAsFargateDoes() {
    assertThat(FargateSize.of(BigDecimal.ONE, mib(1792)))
        .hasValue(new FargateSize(BigDecimal.ONE, 2048));
    assertThat(FargateSize.of(BigDecimal.ONE, mib(1793)))
        .hasValue(new FargateSize(BigDecimal.ONE, 3072));
    // The example of Amazon's own page: 1 vCPU with 8 GB becomes 2 with 9.
    assertThat(FargateSize.of(BigDecimal.ONE, mib(8192)))
        .hasValue(new FargateSize(BigDecimal.TWO, 9216));
    assertThat(FargateSize.of(BigDecimal.valueOf(16), mib(122_624))).isPresent();
    assertThat(FargateSize.of(BigDecimal.valueOf(16), mib(122_625))).isEmpty();
  }

  @Test
  void aRunTakesWhatItPaysFor() {
    Node limits = Manifests.overlay("eks-fargate").worker().at("resources", "limits");
    assertThat(FargateSize.of(Size.of(limits.at("cpu")), Size.of(limits.at("memory"))))
        .hasValue(new FargateSize(BigDecimal.ONE, 2048));
    assertThat(Size.of(limits.at("memory"))).isEqualTo(mib(2048 - 256));
    assertThat(Size.of(limits.at("ephemeral-storage"))).isLessThanOrEqualTo(DISK_FREE_OF_CHARGE);
  }

  @TestFactory
  Stream<DynamicTest> everyContainerGetsWhatItMayUse() throws IOException {
    return eks()
        .map(
            manifests ->
                DynamicTest.dynamicTest(
                    manifests.toString(),
                    () -> {
                      for (Node template : manifests.podTemplates()) {
                        for (Node container : PodSecurity.containers(template.at("spec"))) {
                          Node resources = container.at("resources");
                          assertThat(resources.at("requests").keys())
                              .contains("cpu", "memory", "ephemeral-storage");
                          assertThat(resources.at("requests").value())
                              .as("Fargate wants requests equal to limits: %s", container)
                              .isEqualTo(resources.at("limits").value());
                        }
                      }
                    }));
  }

  /// A pod that no profile selects waits for a node that never comes.
  @TestFactory
  Stream<DynamicTest> aProfileSelectsEveryPod() throws IOException {
    List<Node> selectors =
        Yaml.document(Path.of("k8s/eks/cluster.yaml")).at("fargateProfiles").each().stream()
            .flatMap(profile -> profile.at("selectors").each().stream())
            .filter(selector -> selector.at("namespace").text().equals("totonoe"))
            .toList();
    assertThat(selectors).isNotEmpty();
    return eks()
        .map(
            manifests ->
                DynamicTest.dynamicTest(
                    manifests.toString(),
                    () ->
                        assertThat(manifests.podTemplates())
                            .allSatisfy(
                                template ->
                                    assertThat(selectors)
                                        .anySatisfy(
                                            selector ->
                                                assertThat(template.at("metadata", "labels").map())
                                                    .containsAllEntriesOf(
                                                        selector.at("labels").map())))));
  }

  private static Stream<Manifests> eks() throws IOException {
    return Manifests.all().stream().filter(all -> all.toString().startsWith("eks-fargate"));
  }

  private static BigDecimal mib(int mebibytes) {
    return MIB.multiply(BigDecimal.valueOf(mebibytes));
  }
}
