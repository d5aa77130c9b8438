package dev.totonoe.manifests;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Holds objects against the models that Kubernetes' project generates from its API.
///
/// Two questions. A model's own `validateJsonElement` asks for required fields and refuses unknown
/// ones. Then the object is read into the model and written again: what does not come back as it
/// was is unknown, or of another type, at whatever depth: `value: 1` where a text belongs comes
/// back as `"1"`. Values of enumerations are not in the models.
final class Schema {
  private static final Gson GSON =
      new GsonBuilder().registerTypeAdapter(OffsetDateTime.class, new NoTime()).create();

  /// What the manifests are made of; another kind or version is refused until it is added here.
  private static final Map<String, String> MODELS =
      Map.ofEntries(
          Map.entry("v1 ConfigMap", "V1ConfigMap"),
          Map.entry("v1 LimitRange", "V1LimitRange"),
          Map.entry("v1 Namespace", "V1Namespace"),
          Map.entry("v1 PersistentVolume", "V1PersistentVolume"),
          Map.entry("v1 PersistentVolumeClaim", "V1PersistentVolumeClaim"),
          Map.entry("v1 Pod", "V1Pod"),
          Map.entry("v1 ResourceQuota", "V1ResourceQuota"),
          Map.entry("v1 ServiceAccount", "V1ServiceAccount"),
          Map.entry("batch/v1 CronJob", "V1CronJob"),
          Map.entry("batch/v1 Job", "V1Job"),
          Map.entry("networking.k8s.io/v1 NetworkPolicy", "V1NetworkPolicy"),
          Map.entry("rbac.authorization.k8s.io/v1 ClusterRole", "V1ClusterRole"),
          Map.entry("rbac.authorization.k8s.io/v1 ClusterRoleBinding", "V1ClusterRoleBinding"),
          Map.entry("rbac.authorization.k8s.io/v1 Role", "V1Role"),
          Map.entry("rbac.authorization.k8s.io/v1 RoleBinding", "V1RoleBinding"),
          Map.entry("scheduling.k8s.io/v1 PriorityClass", "V1PriorityClass"),
          Map.entry("storage.k8s.io/v1 StorageClass", "V1StorageClass"));

  private Schema() {}

  /// What is wrong with an object; nothing where the API server would take it.
  static List<String> faults(Node object) {
    String kind = object.at("apiVersion").value() + " " + object.at("kind").value();
    String model = MODELS.get(kind);
    if (model == null) {
      return List.of("no model for " + kind);
    }
    JsonElement json = GSON.toJsonTree(object.value());
    try {
      Class<?> type = Class.forName("io.kubernetes.client.openapi.models." + model);
      Optional<String> refused = refused(type, json);
      if (refused.isPresent()) {
        return List.of(refused.get());
      }
      List<String> lost = new ArrayList<>();
      compare(kind, json, GSON.toJsonTree(GSON.fromJson(json, type)), lost);
      return lost;
    } catch (JsonParseException e) {
      return List.of(String.valueOf(e.getMessage()));
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("no validation in " + model, e);
    }
  }

  private static Optional<String> refused(Class<?> type, JsonElement json)
      throws ReflectiveOperationException {
    try {
      type.getMethod("validateJsonElement", JsonElement.class).invoke(null, json);
      return Optional.empty();
    } catch (InvocationTargetException e) {
      return Optional.of(String.valueOf(e.getCause()));
    }
  }

  /// The models add empty maps and lists; whatever the manifest says must be the same.
  private static void compare(
      String path, JsonElement written, JsonElement read, List<String> lost) {
    if (written instanceof JsonObject fields && read instanceof JsonObject known) {
      fields
          .asMap()
          .forEach(
              (name, value) -> {
                String field = path + "." + name;
                if (known.has(name)) {
                  compare(field, value, known.get(name), lost);
                } else {
                  lost.add(field + ": unknown");
                }
              });
    } else if (written.isJsonArray()
        && read.isJsonArray()
        && written.getAsJsonArray().size() == read.getAsJsonArray().size()) {
      for (int i = 0; i < written.getAsJsonArray().size(); i++) {
        compare(
            path + "[" + i + "]",
            written.getAsJsonArray().get(i),
            read.getAsJsonArray().get(i),
            lost);
      }
    } else if (!written.toString().equals(read.toString())) {
      lost.add("%s: %s is read as %s".formatted(path, written, read));
    }
  }

  /// Only the cluster writes times; a manifest that has one is refused.
  private static final class NoTime extends TypeAdapter<OffsetDateTime> {
    @Override
    public OffsetDateTime read(JsonReader in) throws IOException {
      throw new JsonParseException(in.getPath() + ": a time, which only the cluster writes");
    }

    @Override
    public void write(JsonWriter out, @Nullable OffsetDateTime time) throws IOException {
      out.nullValue();
    }
  }
}
