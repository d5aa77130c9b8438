package dev.totonoe.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What can be said of k8s/eks without an account: field names, references, and who gets what. The
/// names are those of eksctl's published schema (v1alpha5) and of CloudFormation's reference.
final class EksTest {
  private static final Path CLUSTER = Path.of("k8s/eks/cluster.yaml");
  private static final Path STACK = Path.of("k8s/eks/stack.yaml");
  private static final Pattern SUBSTITUTED = Pattern.compile("\\$\\{([^}]+)}");

  /// A map's place (list elements as `*`) → the fields that eksctl knows there.
  private static final Map<String, Set<String>> CLUSTER_FIELDS =
      Map.ofEntries(
          Map.entry(
              "",
              Set.of(
                  "apiVersion",
                  "kind",
                  "metadata",
                  "availabilityZones",
                  "vpc",
                  "accessConfig",
                  "iam",
                  "fargateProfiles",
                  "addons",
                  "cloudWatch")),
          Map.entry(".metadata", Set.of("name", "region", "version", "tags")),
          Map.entry(".vpc", Set.of("nat", "clusterEndpoints", "cidr", "publicAccessCIDRs")),
          Map.entry(".vpc.nat", Set.of("gateway")),
          Map.entry(".vpc.clusterEndpoints", Set.of("privateAccess", "publicAccess")),
          Map.entry(".accessConfig", Set.of("authenticationMode", "accessEntries")),
          Map.entry(".iam", Set.of("withOIDC", "fargatePodExecutionRoleARN")),
          Map.entry(".fargateProfiles.*", Set.of("name", "selectors", "subnets", "tags")),
          Map.entry(".fargateProfiles.*.selectors.*", Set.of("namespace", "labels")),
          Map.entry(".addons.*", Set.of("name", "version", "configurationValues")),
          Map.entry(".cloudWatch", Set.of("clusterLogging")),
          Map.entry(".cloudWatch.clusterLogging", Set.of("enableTypes", "logRetentionInDays")));

  /// Type of resource → the properties that the stack may use of it, and what it must have.
  private record Properties(Set<String> required, Set<String> optional) {}

  private static final Map<String, Properties> RESOURCES =
      Map.ofEntries(
          Map.entry(
              "AWS::EFS::FileSystem",
              new Properties(
                  Set.of(),
                  Set.of(
                      "Encrypted",
                      "PerformanceMode",
                      "ThroughputMode",
                      "LifecyclePolicies",
                      "FileSystemPolicy",
                      "FileSystemTags"))),
          Map.entry(
              "AWS::EFS::AccessPoint",
              new Properties(
                  Set.of("FileSystemId"), Set.of("PosixUser", "RootDirectory", "AccessPointTags"))),
          Map.entry(
              "AWS::EFS::MountTarget",
              new Properties(Set.of("FileSystemId", "SecurityGroups", "SubnetId"), Set.of())),
          Map.entry(
              "AWS::EC2::SecurityGroup",
              new Properties(
                  Set.of("GroupDescription"),
                  Set.of("VpcId", "SecurityGroupIngress", "SecurityGroupEgress"))),
          Map.entry(
              "AWS::EC2::VPCEndpoint",
              new Properties(
                  Set.of("ServiceName", "VpcId"), Set.of("VpcEndpointType", "RouteTableIds"))),
          Map.entry(
              "AWS::ECR::Repository",
              new Properties(
                  Set.of(),
                  Set.of(
                      "RepositoryName",
                      "EncryptionConfiguration",
                      "ImageScanningConfiguration",
                      "ImageTagMutability",
                      "LifecyclePolicy"))),
          Map.entry(
              "AWS::Logs::LogGroup",
              new Properties(Set.of(), Set.of("LogGroupName", "RetentionInDays"))),
          Map.entry(
              "AWS::IAM::ManagedPolicy",
              new Properties(Set.of("PolicyDocument"), Set.of("Description", "Roles"))),
          Map.entry(
              "AWS::EKS::AccessEntry",
              new Properties(
                  Set.of("ClusterName", "PrincipalArn"), Set.of("KubernetesGroups", "Type"))));

  @Test
  void theClusterHasOnlyFieldsThatEksctlKnows() throws IOException {
    List<String> unknown = new ArrayList<>();
    unknownFields("", Yaml.document(CLUSTER), unknown);
    assertThat(unknown).isEmpty();
    assertThat(Yaml.document(CLUSTER).at("apiVersion").value()).isEqualTo("eksctl.io/v1alpha5");
    assertThat(Yaml.document(CLUSTER).at("kind").value()).isEqualTo("ClusterConfig");
    assertThat(Yaml.document(CLUSTER).at("vpc", "nat", "gateway").value())
        .isIn("HighlyAvailable", "Single", "Disable");
  }

  @Test
  void aMisspeltFieldOfTheClusterIsFound() {
    List<String> unknown = new ArrayList<>();
    unknownFields(
        "",
        Yaml.documents("test", "fargateProfiles: [{selectors: [{nameSpace: x}]}]").getFirst(),
        unknown);
    assertThat(unknown).containsExactly(".fargateProfiles.*.selectors.*.nameSpace");
  }

  @Test
  void theClusterIsOfTheVersionThatThePodsAreCheckedBy() throws IOException {
    Node labels =
        Manifests.overlay("eks-fargate").object("Namespace", "totonoe").at("metadata", "labels");
    assertThat("v" + Yaml.document(CLUSTER).at("metadata", "version").text())
        .isEqualTo(labels.at("pod-security.kubernetes.io/enforce-version").text());
  }

  @Test
  void theClusterIsWhereTheOverlaySays() throws IOException {
    Node settings = Yaml.document(Path.of("k8s/overlays/eks-fargate/settings.yaml")).at("data");
    Node cluster = Yaml.document(CLUSTER);
    assertThat(cluster.at("metadata", "region").value()).isEqualTo(settings.at("region").value());
    assertThat(cluster.at("availabilityZones").values())
        .hasSize(2)
        .allSatisfy(zone -> assertThat(zone).startsWith(settings.at("region").text()));
    assertThat(settings.at("image").text())
        .contains(".ecr." + settings.at("region").text() + ".amazonaws.com/totonoe:run");
  }

  @Test
  void coreDnsRunsOnFargate() throws IOException {
    String values =
        Yaml.document(CLUSTER).at("addons").named("coredns").at("configurationValues").text();
    assertThat(JsonMapper.shared().readTree(values).at("/computeType").asString())
        .isEqualTo("Fargate");
  }

  @Test
  void everyResourceHasThePropertiesOfItsType() throws IOException {
    for (Node resource : resources()) {
      Properties properties = RESOURCES.get(resource.at("Type").text());
      assertThat(properties).as("properties of %s", resource.at("Type").text()).isNotNull();
      Set<String> known = new TreeSet<>(properties.required());
      known.addAll(properties.optional());
      assertThat(resource.at("Properties").keys())
          .as(resource.path())
          .containsAll(properties.required())
          .isSubsetOf(known);
      assertThat(resource.keys())
          .isSubsetOf("Type", "Properties", "Condition", "DeletionPolicy", "UpdateReplacePolicy");
    }
  }

  @Test
  void everyReferenceLeadsSomewhere() throws IOException {
    Node stack = Yaml.document(STACK);
    Set<String> known = new TreeSet<>(stack.at("Parameters").keys());
    known.addAll(stack.at("Resources").keys());
    List<String> referred = new ArrayList<>();
    references(stack, referred);
    assertThat(referred).contains("Cluster", "FileSystem", "Repository");
    assertThat(referred)
        .filteredOn(name -> !name.startsWith("AWS::"))
        .isSubsetOf(known)
        .containsAll(stack.at("Parameters").keys());
    assertThat(resources())
        .extracting(resource -> resource.at("Condition").value())
        .filteredOn(condition -> condition != null)
        .allSatisfy(
            condition ->
                assertThat(stack.at("Conditions").keys()).contains(String.valueOf(condition)));
  }

  @Test
  void nobodyGetsMoreThanNamedActionsOnNamedThings() throws IOException {
    List<Node> statements =
        resources().stream()
            .filter(resource -> resource.at("Type").text().equals("AWS::IAM::ManagedPolicy"))
            .flatMap(
                policy -> policy.at("Properties", "PolicyDocument", "Statement").each().stream())
            .toList();
    assertThat(statements).hasSize(2);
    assertThat(statements)
        .allSatisfy(
            statement -> {
              assertThat(statement.at("Action").values()).isNotEmpty();
              assertThat(statement.at("Action").values())
                  .allSatisfy(action -> assertThat(action).matches("[a-z]+:[A-Za-z]+"));
              assertThat(statement.at("Resource").keys())
                  .as("an ARN that is put together, not a text such as *")
                  .isSubsetOf("Fn::Sub", "Fn::GetAtt")
                  .isNotEmpty();
            });
  }

  @Test
  void theFileSystemIsEncryptedOutlivesTheStackAndIsTheWorkers() throws IOException {
    Node resources = Yaml.document(STACK).at("Resources");
    Node fileSystem = resources.at("FileSystem");
    assertThat(fileSystem.at("Properties", "Encrypted").value()).isEqualTo(true);
    assertThat(fileSystem.at("Properties", "ThroughputMode").value()).isEqualTo("elastic");
    assertThat(fileSystem.at("DeletionPolicy").value()).isEqualTo("Retain");
    assertThat(fileSystem.at("UpdateReplacePolicy").value()).isEqualTo("Retain");
    assertThat(
            fileSystem.at("Properties", "FileSystemPolicy", "Statement").each().stream()
                .filter(statement -> statement.at("Effect").text().equals("Deny"))
                .map(statement -> statement.at("Condition").value()))
        .containsExactly(Map.of("Bool", Map.of("aws:SecureTransport", "false")));
    Node point = resources.at("AccessPoint", "Properties");
    String user =
        String.valueOf(
            Manifests.overlay("eks-fargate").runPod().at("securityContext", "runAsUser").value());
    assertThat(point.at("PosixUser").map()).isEqualTo(Map.of("Uid", user, "Gid", user));
    assertThat(point.at("RootDirectory", "CreationInfo").map())
        .isEqualTo(Map.of("OwnerUid", user, "OwnerGid", user, "Permissions", "0750"));
  }

  @Test
  void theRegistryForgetsOldImages() throws IOException {
    Node repository = Yaml.document(STACK).at("Resources", "Repository", "Properties");
    assertThat(repository.at("ImageScanningConfiguration", "ScanOnPush").value()).isEqualTo(true);
    JsonNode rules =
        JsonMapper.shared()
            .readTree(repository.at("LifecyclePolicy", "LifecyclePolicyText").text())
            .at("/rules");
    assertThat(rules.size()).isEqualTo(2);
    for (JsonNode rule : rules) {
      assertThat(rule.at("/action/type").asString()).isEqualTo("expire");
      assertThat(rule.at("/selection/countNumber").asInt()).isPositive();
    }
    assertThat(rules.at("/1/selection/tagStatus").asString())
        .as("a rule for any image has to come last")
        .isEqualTo("any");
  }

  @Test
  void thePodsLogWhereTheStackMadeRoom() throws IOException {
    String output =
        Manifests.overlay("eks-fargate")
            .object("ConfigMap", "aws-logging")
            .at("data", "output.conf")
            .text();
    assertThat(output)
        .contains(
            "log_group_name "
                + Yaml.document(STACK)
                    .at("Resources", "PodLogs", "Properties", "LogGroupName")
                    .text()
                + "\n")
        .contains("auto_create_group false");
  }

  @Test
  void theLogRouterGetsWhatFargateAllows() {
    Node map = Manifests.overlay("eks-fargate").object("ConfigMap", "aws-logging");
    assertThat(map.at("metadata", "namespace").value()).isEqualTo("aws-observability");
    assertThat(map.at("data").keys())
        .containsExactlyInAnyOrder("flb_log_cw", "filters.conf", "output.conf", "parsers.conf");
    assertThat(String.join("", map.at("data").map().values()))
        .as("Fargate's limit")
        .hasSizeLessThan(5300)
        .doesNotContain("[SERVICE]", "[INPUT]");
  }

  @Test
  void submittersAreTheGroupOfTheRole() throws IOException {
    assertThat(
            Yaml.document(STACK)
                .at("Resources", "SubmitterAccess", "Properties", "KubernetesGroups")
                .values())
        .containsExactly(
            Manifests.overlay("eks-fargate")
                .object("RoleBinding", "totonoe-submit")
                .at("subjects")
                .each()
                .getFirst()
                .at("name")
                .text());
  }

  private static List<Node> resources() throws IOException {
    Node resources = Yaml.document(STACK).at("Resources");
    return resources.keys().stream().sorted().map(resources::at).toList();
  }

  private static void unknownFields(String place, Node node, List<String> unknown) {
    switch (node.value()) {
      case Map<?, ?> _ when place.endsWith(".labels") || place.endsWith(".tags") -> {}
      case Map<?, ?> map -> {
        Set<String> known = CLUSTER_FIELDS.getOrDefault(place, Set.of());
        for (Object key : map.keySet()) {
          String field = place + "." + key;
          if (known.contains(key)) {
            unknownFields(field, node.at(String.valueOf(key)), unknown);
          } else {
            unknown.add(field);
          }
        }
      }
      case List<?> _ -> node.each().forEach(one -> unknownFields(place + ".*", one, unknown));
      case null, default -> {}
    }
  }

  private static void references(Node node, List<String> names) {
    switch (node.value()) {
      case Map<?, ?> map ->
          map.keySet().forEach(key -> reference(node, String.valueOf(key), names));
      case List<?> _ -> node.each().forEach(one -> references(one, names));
      case null, default -> {}
    }
  }

  private static void reference(Node node, String key, List<String> names) {
    switch (key) {
      case "Ref" -> names.add(node.at(key).text());
      case "Fn::GetAtt" -> names.add(node.at(key).values().getFirst());
      case "Fn::Sub" ->
          SUBSTITUTED
              .matcher(node.at(key).text())
              .results()
              .map((MatchResult match) -> match.group(1))
              .forEach(names::add);
      default -> references(node.at(key), names);
    }
  }
}
