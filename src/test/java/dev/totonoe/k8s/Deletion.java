package dev.totonoe.k8s;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Deletes a Job as `DeleteOptions` say: only that one, unchanged (preconditions), and its pods
/// before it (Foreground) or after it (Background).
final class Deletion {
  /// How long the fake's pods take to end.
  private static final long GRACE_MILLIS = 500;

  private final FakeObjects objects;

  Deletion(FakeObjects objects) {
    this.objects = objects;
  }

  ObjectNode delete(FakeObjects.Key key, JsonNode options) throws Refusal {
    ObjectNode object = objects.find(key).orElseThrow(() -> Refusal.notFound(key));
    JsonNode preconditions = options.path("preconditions");
    checkPrecondition(key, object, preconditions.path("uid"), "UID", "uid");
    checkPrecondition(
        key, object, preconditions.path("resourceVersion"), "ResourceVersion", "resourceVersion");
    switch (options.path("propagationPolicy").asString("Background")) {
      case "Foreground" -> {
        objects.change(key, Deletion::mark);
        CompletableFuture.delayedExecutor(GRACE_MILLIS, TimeUnit.MILLISECONDS)
            .execute(() -> removeAll(key));
      }
      case "Background" -> removeAll(key);
      default -> throw Refusal.badRequest("propagationPolicy");
    }
    return FakeObjects.json()
        .put("kind", "Status")
        .put("apiVersion", "v1")
        .put("status", "Success");
  }

  private static void checkPrecondition(
      FakeObjects.Key key, ObjectNode object, JsonNode expected, String what, String field)
      throws Refusal {
    String found = object.path("metadata").path(field).asString("");
    if (!expected.isMissingNode() && !expected.asString("").equals(found)) {
      throw Refusal.conflict(
          key,
          "the %s in the precondition (%s) does not match the %s in record (%s). The object might have been modified"
              .formatted(what, expected.asString(""), what, found));
    }
  }

  private static void mark(ObjectNode object) {
    object
        .withObject("/metadata")
        .put("deletionTimestamp", FakeObjects.now())
        .putArray("finalizers")
        .add("foregroundDeletion");
  }

  private void removeAll(FakeObjects.Key job) {
    for (ObjectNode pod :
        objects.list(FakeObjects.Kind.Pod, job.namespace(), Pods.of(job.name()))) {
      objects.remove(
          new FakeObjects.Key(
              FakeObjects.Kind.Pod, job.namespace(), pod.at("/metadata/name").asString("")));
    }
    objects.remove(job);
  }
}
