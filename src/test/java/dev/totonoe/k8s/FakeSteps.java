package dev.totonoe.k8s;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/// The cluster's part, a step at a time: what the Job controller, scheduler, kubelet, eviction, or
/// an administrator would do. `STEP?job=NAME&index=I…` with the message, if any, as the body.
///
/// Since Kubernetes 1.31 a Job says first what it will come to (SuccessCriteriaMet, FailureTarget),
/// and Complete or Failed only when all its pods have ended; `ending` does the first.
final class FakeSteps {
  enum Health {
    UP,
    BUSY,
    DOWN
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  private final FakeObjects objects;
  private final Map<String, Health> healths = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> watchesClosed = new ConcurrentHashMap<>();
  private final Map<String, String> refusals = new ConcurrentHashMap<>();
  private final Map<FakeObjects.Key, String> logs = new ConcurrentHashMap<>();

  FakeSteps(FakeObjects objects) {
    this.objects = objects;
  }

  Health health(String namespace) {
    return healths.getOrDefault(namespace, Health.UP);
  }

  void count(String namespace) {
    requests.computeIfAbsent(namespace, _ -> new AtomicInteger()).incrementAndGet();
  }

  /// How often a namespace's watches were closed from this side.
  int watchesClosed(String namespace) {
    return watchesClosed.computeIfAbsent(namespace, _ -> new AtomicInteger()).get();
  }

  /// Why nothing can be created, where that is so.
  Optional<Refusal> refusal(FakeObjects.Key key) {
    return Optional.ofNullable(refusals.get(key.namespace()))
        .map(why -> Refusal.forbidden(key, why));
  }

  String log(FakeObjects.Key pod) throws Refusal {
    objects.find(pod).orElseThrow(() -> Refusal.notFound(pod));
    return logs.getOrDefault(pod, "");
  }

  /// Takes a step; what it tells, mostly nothing.
  String take(String namespace, String step, Map<String, String> query, String body)
      throws Refusal {
    String name = query.getOrDefault("job", "");
    FakeObjects.Key job = new FakeObjects.Key(FakeObjects.Kind.Job, namespace, name);
    String reason = query.getOrDefault("reason", "");
    switch (step) {
      case "template" -> add(FakeObjects.Kind.CronJob, namespace, body);
      case "put" -> add(FakeObjects.Kind.valueOf(query.get("kind")), namespace, body);
      case "health" -> healths.put(namespace, Health.valueOf(body.strip()));
      case "refuse" -> refusals.put(namespace, body);
      case "close-watches" -> {
        watchesClosed(namespace);
        watchesClosed.get(namespace).incrementAndGet();
      }
      case "requests" -> {
        return Integer.toString(requests.getOrDefault(namespace, new AtomicInteger()).get());
      }
      case "start" -> start(job);
      case "replace" -> addPod(job, index(query));
      case "suspend" -> change(job, object -> object.withObject("/spec").put("suspend", true));
      case "unschedulable" -> change(pod(job, query), Pods.unschedulable(body));
      case "waiting" -> change(pod(job, query), Pods.waiting(reason, body));
      case "running" -> change(pod(job, query), Pods.running());
      case "exit" -> {
        int code = Integer.parseInt(query.getOrDefault("code", "0"));
        change(pod(job, query), Pods.terminated(code, reason, body));
        change(job, oneMore(code == 0 ? "succeeded" : "failed"));
      }
      case "lost" -> {
        change(pod(job, query), Pods.lost(reason, body));
        change(job, oneMore("failed"));
      }
      case "remove-pod" -> objects.remove(pod(job, query));
      case "log" -> logs.put(pod(job, query), body);
      case "event" -> event(query.containsKey("index") ? pod(job, query) : job, reason, body);
      case "ending" -> end(job, query.getOrDefault("type", "FailureTarget"), reason, body);
      case "complete" -> {
        end(job, "SuccessCriteriaMet", "CompletionsReached", COMPLETE);
        end(job, "Complete", "CompletionsReached", COMPLETE);
        change(job, o -> o.withObject("/status").put("completionTime", FakeObjects.now()));
      }
      case "fail" -> {
        end(job, "FailureTarget", reason, body);
        end(job, "Failed", reason, body);
      }
      case "age" -> change(job, aged(Duration.parse(query.getOrDefault("by", "PT0S"))));
      case "remove" -> objects.remove(job);
      case "touch" -> change(job, object -> object.withObject("/status").put("ready", 1));
      default -> throw Refusal.badRequest("no step " + step);
    }
    return "";
  }

  private static final String COMPLETE = "Reached expected number of succeeded pods";

  private void start(FakeObjects.Key job) throws Refusal {
    ObjectNode object = objects.find(job).orElseThrow(() -> Refusal.notFound(job));
    int pods = object.at("/spec/completions").asInt(0);
    change(
        job, o -> o.withObject("/status").put("startTime", FakeObjects.now()).put("active", pods));
    for (int index = 0; index < pods; index++) {
      addPod(job, index);
    }
  }

  private void addPod(FakeObjects.Key job, int index) throws Refusal {
    ObjectNode object = objects.find(job).orElseThrow(() -> Refusal.notFound(job));
    String name = "%s-%d-%05d".formatted(job.name(), index, objects.version());
    objects.add(
        new FakeObjects.Key(FakeObjects.Kind.Pod, job.namespace(), name),
        Pods.created(object, index));
  }

  private static int index(Map<String, String> query) {
    return Integer.parseInt(query.getOrDefault("index", "0"));
  }

  /// The newest pod of an index.
  private FakeObjects.Key pod(FakeObjects.Key job, Map<String, String> query) throws Refusal {
    String index = Integer.toString(index(query));
    List<ObjectNode> pods =
        objects.list(
            FakeObjects.Kind.Pod,
            job.namespace(),
            Pods.of(job.name())
                .and(
                    pod ->
                        pod.path("metadata")
                            .path("annotations")
                            .path(Pods.INDEX_ANNOTATION)
                            .asString("")
                            .equals(index)));
    if (pods.isEmpty()) {
      throw Refusal.notFound(new FakeObjects.Key(FakeObjects.Kind.Pod, job.namespace(), index));
    }
    return new FakeObjects.Key(
        FakeObjects.Kind.Pod, job.namespace(), pods.getLast().at("/metadata/name").asString(""));
  }

  private void change(FakeObjects.Key key, Consumer<ObjectNode> how) throws Refusal {
    if (!objects.change(key, how)) {
      throw Refusal.notFound(key);
    }
  }

  private void end(FakeObjects.Key job, String type, String reason, String message) throws Refusal {
    change(job, o -> Pods.condition(o, type, "True", reason).put("message", message));
  }

  private void event(FakeObjects.Key about, String reason, String message) {
    ObjectNode event =
        FakeObjects.json()
            .put("reason", reason)
            .put("message", message)
            .put("type", reason.startsWith("Failed") ? "Warning" : "Normal")
            .put("firstTimestamp", FakeObjects.now())
            .put("lastTimestamp", FakeObjects.now());
    event
        .putObject("involvedObject")
        .put("kind", about.kind().name())
        .put("namespace", about.namespace())
        .put("name", about.name());
    objects.add(
        new FakeObjects.Key(
            FakeObjects.Kind.Event, about.namespace(), about.name() + "." + objects.version()),
        event);
  }

  private void add(FakeObjects.Kind kind, String namespace, String body) throws Refusal {
    try {
      JsonNode object = JSON.readTree(body);
      String name = object.at("/metadata/name").asString("");
      objects.add(new FakeObjects.Key(kind, namespace, name), (ObjectNode) object);
    } catch (JacksonException e) {
      throw Refusal.badRequest(String.valueOf(e.getMessage()));
    }
  }

  private static Consumer<ObjectNode> oneMore(String field) {
    return job -> {
      ObjectNode status = job.withObject("/status");
      status.put(field, status.path(field).asInt(0) + 1);
      status.put("active", Math.max(0, status.path("active").asInt(0) - 1));
    };
  }

  /// Makes a Job look as if all of it had happened earlier.
  private static Consumer<ObjectNode> aged(Duration by) {
    return job -> {
      shift(job.withObject("/metadata"), "creationTimestamp", by);
      ObjectNode status = job.withObject("/status");
      shift(status, "startTime", by);
      shift(status, "completionTime", by);
      status
          .path("conditions")
          .forEach(condition -> shift((ObjectNode) condition, "lastTransitionTime", by));
    };
  }

  private static void shift(ObjectNode object, String field, Duration by) {
    if (object.has(field)) {
      object.put(field, Instant.parse(object.get(field).asString("")).minus(by).toString());
    }
  }
}
