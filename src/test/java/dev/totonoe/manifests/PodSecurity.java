package dev.totonoe.manifests;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The rules of Pod Security `restricted` for a pod, each control of the standard once, and two of
/// our own: a read-only root and no token.
///
/// Source: https://kubernetes.io/docs/concepts/security/pod-security-standards/
final class PodSecurity {
  private static final Set<String> VOLUMES =
      Set.of(
          "configMap",
          "csi",
          "downwardAPI",
          "emptyDir",
          "ephemeral",
          "persistentVolumeClaim",
          "projected",
          "secret");

  private static final Set<String> SYSCTLS =
      Set.of(
          "kernel.shm_rmid_forced",
          "net.ipv4.ip_local_port_range",
          "net.ipv4.ip_unprivileged_port_start",
          "net.ipv4.tcp_syncookies",
          "net.ipv4.ping_group_range",
          "net.ipv4.ip_local_reserved_ports",
          "net.ipv4.tcp_keepalive_time",
          "net.ipv4.tcp_fin_timeout",
          "net.ipv4.tcp_keepalive_intvl",
          "net.ipv4.tcp_keepalive_probes",
          "net.ipv4.tcp_rmem",
          "net.ipv4.tcp_wmem");

  private final List<String> violations = new ArrayList<>();

  private PodSecurity() {}

  /// What the standard would refuse of a pod's specification, as `path: rule`.
  static List<String> violations(Node pod) {
    PodSecurity checked = new PodSecurity();
    checked.pod(pod);
    containers(pod).forEach(container -> checked.container(pod, container));
    return checked.violations;
  }

  static List<Node> containers(Node pod) {
    return Stream.of("containers", "initContainers", "ephemeralContainers")
        .flatMap(kind -> pod.at(kind).each().stream())
        .toList();
  }

  private void pod(Node pod) {
    for (String namespace : List.of("hostNetwork", "hostPID", "hostIPC")) {
      require(!isTrue(pod.at(namespace)), pod.at(namespace), "must not be shared");
    }
    for (Node volume : pod.at("volumes").each()) {
      require(
          volume.keys().stream().filter(key -> !key.equals("name")).allMatch(VOLUMES::contains),
          volume,
          "type of volume");
    }
    Node context = pod.at("securityContext");
    for (Node sysctl : context.at("sysctls").each()) {
      require(SYSCTLS.contains(sysctl.at("name").text()), sysctl, "not a safe sysctl");
    }
    require(!"0".equals(String.valueOf(context.at("runAsUser").value())), context, "root");
    common(context);
  }

  private void container(Node pod, Node container) {
    Node context = container.at("securityContext");
    Node shared = pod.at("securityContext");
    require(!isTrue(context.at("privileged")), context, "privileged");
    require(isFalse(context.at("allowPrivilegeEscalation")), context, "allowPrivilegeEscalation");
    require(isTrue(either(context, shared, "runAsNonRoot")), context, "runAsNonRoot");
    require(!"0".equals(String.valueOf(context.at("runAsUser").value())), context, "root");
    Node seccomp = either(context, shared, "seccompProfile");
    require(
        Set.of("RuntimeDefault", "Localhost").contains(String.valueOf(seccomp.at("type").value())),
        context,
        "seccompProfile");
    Node capabilities = context.at("capabilities");
    require(capabilities.at("drop").values().contains("ALL"), capabilities, "drop ALL");
    require(
        Set.of("NET_BIND_SERVICE").containsAll(capabilities.at("add").values()),
        capabilities,
        "capabilities added");
    Object mount = context.at("procMount").value();
    require(mount == null || mount.equals("Default"), context, "procMount");
    for (Node port : container.at("ports").each()) {
      require(!port.at("hostPort").isThere(), port, "hostPort");
    }
    Stream.concat(
            Stream.of("livenessProbe", "readinessProbe", "startupProbe").map(container::at),
            Stream.of("postStart", "preStop").map(hook -> container.at("lifecycle", hook)))
        .flatMap(handler -> Stream.of(handler.at("httpGet"), handler.at("tcpSocket")))
        .forEach(call -> require(!call.at("host").isThere(), call, "calls another host"));
    common(context);
    require(isTrue(context.at("readOnlyRootFilesystem")), context, "readOnlyRootFilesystem");
  }

  /// What may stand in a pod's context and in a container's.
  private void common(Node context) {
    require(!context.at("windowsOptions").isThere(), context, "windowsOptions");
    Object armour = context.at("appArmorProfile", "type").value();
    require(
        armour == null || Set.of("RuntimeDefault", "Localhost").contains(armour),
        context,
        "appArmorProfile");
    Node labels = context.at("seLinuxOptions");
    require(!labels.at("user").isThere() && !labels.at("role").isThere(), labels, "seLinuxOptions");
    Object type = labels.at("type").value();
    require(
        type == null
            || Set.of(
                    "", "container_t", "container_init_t", "container_kvm_t", "container_engine_t")
                .contains(type),
        labels,
        "seLinuxOptions.type");
  }

  private static Node either(Node container, Node pod, String field) {
    return container.at(field).isThere() ? container.at(field) : pod.at(field);
  }

  private static boolean isTrue(Node node) {
    return Boolean.TRUE.equals(node.value());
  }

  private static boolean isFalse(Node node) {
    return Boolean.FALSE.equals(node.value());
  }

  private void require(boolean holds, Node where, String rule) {
    if (!holds) {
      violations.add(where.path() + ": " + rule);
    }
  }
}
