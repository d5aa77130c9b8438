package dev.totonoe.k8s;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// What the API has, in the form from before it was aggregated: kubectl asks for the newer one and
/// takes this.
final class Discovery {
  private static final List<String> VERBS = List.of("create", "delete", "get", "list", "watch");

  private Discovery() {}

  static ObjectNode at(String path) throws Refusal {
    return switch (path) {
      case "/version" -> FakeObjects.json().put("major", "1").put("minor", "34");
      case "/api" -> {
        ObjectNode versions = FakeObjects.json().put("kind", "APIVersions");
        versions.putArray("versions").add("v1");
        yield versions;
      }
      case "/apis" -> groups();
      case "/api/v1" -> resources("");
      case "/apis/batch/v1" -> resources("batch");
      default -> throw Refusal.noSuchPath(path);
    };
  }

  private static ObjectNode groups() {
    ObjectNode list = FakeObjects.json().put("kind", "APIGroupList").put("apiVersion", "v1");
    ObjectNode group = list.putArray("groups").addObject().put("name", "batch");
    group.putArray("versions").addObject().put("groupVersion", "batch/v1").put("version", "v1");
    group.putObject("preferredVersion").put("groupVersion", "batch/v1").put("version", "v1");
    return list;
  }

  private static ObjectNode resources(String group) {
    ObjectNode list =
        FakeObjects.json()
            .put("kind", "APIResourceList")
            .put("apiVersion", "v1")
            .put("groupVersion", group.isEmpty() ? "v1" : group + "/v1");
    Stream.of(FakeObjects.Kind.values())
        .filter(kind -> kind.group().equals(group))
        .forEach(
            kind -> {
              ObjectNode resource =
                  list.withArray("resources")
                      .addObject()
                      .put("name", kind.plural())
                      .put("singularName", kind.name().toLowerCase(Locale.ROOT))
                      .put("namespaced", true)
                      .put("kind", kind.name());
              VERBS.forEach(resource.putArray("verbs")::add);
            });
    return list;
  }
}
