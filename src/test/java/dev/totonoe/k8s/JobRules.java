package dev.totonoe.k8s;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// What the API server would not take of a Job, as far as a script that writes Jobs can get it
/// wrong. Source: `pkg/apis/batch/validation` and `apimachinery/pkg/util/validation` of Kubernetes.
final class JobRules {
  private static final Pattern LABEL =
      Pattern.compile("(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?");
  private static final Pattern DNS_LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
  private static final Set<String> TOP = Set.of("apiVersion", "kind", "metadata", "spec", "status");
  private static final int LABEL_LENGTH_MAX = 63;

  private JobRules() {}

  static void check(FakeObjects.Key key, JsonNode job) throws Refusal {
    for (String field : job.propertyNames()) {
      require(TOP.contains(field), key, "unknown field \"" + field + "\"");
    }
    require(job.path("kind").asString("").equals("Job"), key, "kind: not a Job");
    JsonNode spec = job.path("spec");
    int completions = spec.path("completions").asInt(0);
    require(completions > 0, key, "spec.completions: must be greater than 0");
    // The last pod's host name.
    String host = key.name() + "-" + (completions - 1);
    require(
        host.length() <= LABEL_LENGTH_MAX && DNS_LABEL.matcher(host).matches(),
        key,
        "metadata.name: will not be able to create pods with their index as host name");
    require(
        job.path("metadata").path("namespace").asString(key.namespace()).equals(key.namespace()),
        key,
        "metadata.namespace: does not match the namespace of the request");
    checkLabels(key, job.path("metadata").path("labels"));
    JsonNode template = spec.path("template");
    checkLabels(key, template.path("metadata").path("labels"));
    require(
        template.path("spec").path("restartPolicy").asString("").equals("Never"),
        key,
        "spec.template.spec.restartPolicy: unsupported value");
    for (JsonNode container : template.path("spec").path("containers")) {
      require(!container.path("image").asString("").isEmpty(), key, "containers.image: required");
      for (JsonNode argument : container.path("args")) {
        require(argument.isString(), key, "containers.args: not a string");
      }
    }
  }

  private static void checkLabels(FakeObjects.Key key, JsonNode labels) throws Refusal {
    for (Map.Entry<String, JsonNode> label : labels.properties()) {
      String value = label.getValue().asString("");
      require(
          value.length() <= LABEL_LENGTH_MAX && LABEL.matcher(value).matches(),
          key,
          "metadata.labels: Invalid value: \"" + value + "\"");
    }
  }

  private static void require(boolean fine, FakeObjects.Key key, String why) throws Refusal {
    if (!fine) {
      throw Refusal.invalid(key, why);
    }
  }
}
