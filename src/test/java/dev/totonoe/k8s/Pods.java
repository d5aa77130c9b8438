package dev.totonoe.k8s;

import java.util.function.Consumer;
import java.util.function.Predicate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Pods of Indexed Jobs and what kubelet, scheduler and eviction write into their status. Field
/// names and reasons are those of `k8s.io/api/core/v1`, kubelet and kube-scheduler.
final class Pods {
  static final String JOB_LABEL = "batch.kubernetes.io/job-name";
  static final String INDEX_ANNOTATION = "batch.kubernetes.io/job-completion-index";
  private static final String CONTAINER = "totonoe";

  private Pods() {}

  static Predicate<ObjectNode> of(String job) {
    return pod -> pod.path("metadata").path("labels").path(JOB_LABEL).asString("").equals(job);
  }

  /// As the Job controller creates it.
  static ObjectNode created(ObjectNode job, int index) {
    ObjectNode pod = FakeObjects.json();
    ObjectNode metadata = pod.putObject("metadata");
    ObjectNode labels = metadata.putObject("labels");
    if (job.at("/spec/template/metadata/labels") instanceof ObjectNode given) {
      labels.setAll(given);
    }
    String name = job.at("/metadata/name").asString("");
    labels.put(JOB_LABEL, name).put("job-name", name);
    metadata.putObject("annotations").put(INDEX_ANNOTATION, Integer.toString(index));
    pod.set("spec", job.at("/spec/template/spec"));
    pod.putObject("status").put("phase", "Pending");
    return pod;
  }

  static Consumer<ObjectNode> unschedulable(String message) {
    return pod -> condition(pod, "PodScheduled", "False", "Unschedulable").put("message", message);
  }

  static Consumer<ObjectNode> waiting(String reason, String message) {
    return pod -> {
      scheduled(pod);
      ObjectNode waiting = container(pod).putObject("state").putObject("waiting");
      waiting.put("reason", reason);
      if (!message.isEmpty()) {
        waiting.put("message", message);
      }
    };
  }

  static Consumer<ObjectNode> running() {
    return pod -> {
      scheduled(pod);
      status(pod).put("phase", "Running");
      container(pod)
          .put("ready", true)
          .putObject("state")
          .putObject("running")
          .put("startedAt", FakeObjects.now());
    };
  }

  static Consumer<ObjectNode> terminated(int code, String reason, String message) {
    return pod -> {
      scheduled(pod);
      status(pod).put("phase", code == 0 ? "Succeeded" : "Failed");
      ObjectNode terminated =
          container(pod)
              .put("ready", false)
              .putObject("state")
              .putObject("terminated")
              .put("exitCode", code)
              .put("reason", reason.isEmpty() ? (code == 0 ? "Completed" : "Error") : reason)
              .put("startedAt", FakeObjects.now())
              .put("finishedAt", FakeObjects.now());
      if (!message.isEmpty()) {
        terminated.put("message", message);
      }
    };
  }

  /// Evicted by kubelet: no container says how it ended.
  static Consumer<ObjectNode> lost(String reason, String message) {
    return pod -> {
      status(pod).put("phase", "Failed").put("reason", reason).put("message", message);
      condition(pod, "DisruptionTarget", "True", "TerminationByKubelet").put("message", message);
    };
  }

  private static void scheduled(ObjectNode pod) {
    condition(pod, "PodScheduled", "True", "");
    if (!status(pod).has("startTime")) {
      status(pod).put("startTime", FakeObjects.now());
    }
  }

  private static ObjectNode status(ObjectNode pod) {
    return pod.withObject("/status");
  }

  private static ObjectNode container(ObjectNode pod) {
    ArrayNode statuses = status(pod).withArray("containerStatuses");
    return statuses.isEmpty()
        ? statuses.addObject().put("name", CONTAINER).put("ready", false).put("restartCount", 0)
        : (ObjectNode) statuses.get(0);
  }

  static ObjectNode condition(ObjectNode object, String type, String status, String reason) {
    ArrayNode conditions = object.withObject("/status").withArray("conditions");
    for (int i = conditions.size() - 1; i >= 0; i--) {
      if (conditions.get(i).path("type").asString("").equals(type)) {
        conditions.remove(i);
      }
    }
    ObjectNode condition =
        conditions
            .addObject()
            .put("type", type)
            .put("status", status)
            .put("lastTransitionTime", FakeObjects.now());
    if (!reason.isEmpty()) {
      condition.put("reason", reason);
    }
    return condition;
  }
}
