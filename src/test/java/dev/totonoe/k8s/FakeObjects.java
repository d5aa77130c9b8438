package dev.totonoe.k8s;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The objects of a cluster and everything that was ever done to them, so that a watch can start at
/// any version. All namespaces exist.
final class FakeObjects {
  /// What tells an object: the plural in URLs, the namespace, the name.
  record Key(Kind kind, String namespace, String name) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return toString().compareTo(other.toString());
    }
  }

  /// A change as a watch tells it; `object` is never changed afterwards.
  record Change(long version, String type, Key key, ObjectNode object) {}

  private final Map<Key, ObjectNode> objects = new TreeMap<>();
  private final List<Change> changes = new ArrayList<>();
  private long version = 1000;

  synchronized long version() {
    return version;
  }

  synchronized Optional<ObjectNode> find(Key key) {
    return Optional.ofNullable(objects.get(key)).map(ObjectNode::deepCopy);
  }

  synchronized List<ObjectNode> list(Kind kind, String namespace, Predicate<ObjectNode> selected) {
    return objects.entrySet().stream()
        .filter(entry -> entry.getKey().kind() == kind)
        .filter(entry -> entry.getKey().namespace().equals(namespace))
        .map(Map.Entry::getValue)
        .filter(selected)
        .map(ObjectNode::deepCopy)
        .toList();
  }

  /// Adds an object; empty when its name is taken.
  synchronized Optional<ObjectNode> add(Key key, ObjectNode object) {
    if (objects.containsKey(key)) {
      return Optional.empty();
    }
    ObjectNode added = object.deepCopy();
    added.put("apiVersion", key.kind().apiVersion()).put("kind", key.kind().name());
    added
        .withObject("/metadata")
        .put("name", key.name())
        .put("namespace", key.namespace())
        .put("uid", UUID.randomUUID().toString())
        .put("creationTimestamp", now());
    if (!added.has("status") && key.kind() != Kind.Event) {
      added.putObject("status");
    }
    objects.put(key, added);
    tell("ADDED", key, added);
    return Optional.of(added.deepCopy());
  }

  /// Changes an object in place; whether it is there.
  synchronized boolean change(Key key, Consumer<ObjectNode> how) {
    ObjectNode object = objects.get(key);
    if (object == null) {
      return false;
    }
    how.accept(object);
    tell("MODIFIED", key, object);
    return true;
  }

  synchronized boolean remove(Key key) {
    ObjectNode object = objects.remove(key);
    if (object == null) {
      return false;
    }
    tell("DELETED", key, object);
    return true;
  }

  /// The changes after a version; waits for one, at most so long.
  synchronized List<Change> after(long seen, long waitMillis) throws InterruptedException {
    if (version <= seen) {
      wait(waitMillis);
    }
    return changes.stream().filter(change -> change.version() > seen).toList();
  }

  private void tell(String type, Key key, ObjectNode object) {
    version++;
    object.withObject("/metadata").put("resourceVersion", Long.toString(version));
    changes.add(new Change(version, type, key, object.deepCopy()));
    notifyAll();
  }

  static String now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }

  /// The kinds that the fake knows.
  enum Kind {
    Job("batch", "jobs"),
    CronJob("batch", "cronjobs"),
    Pod("", "pods"),
    Event("", "events");

    private final String group;
    private final String plural;

    Kind(String group, String plural) {
      this.group = group;
      this.plural = plural;
    }

    static Optional<Kind> of(String group, String plural) {
      return List.of(values()).stream()
          .filter(kind -> kind.group.equals(group) && kind.plural.equals(plural))
          .findFirst();
    }

    String group() {
      return group;
    }

    String plural() {
      return plural;
    }

    String apiVersion() {
      return group.isEmpty() ? "v1" : group + "/v1";
    }

    /// As in messages: `jobs.batch`.
    String qualified() {
      return group.isEmpty() ? plural : plural + "." + group;
    }
  }
}
