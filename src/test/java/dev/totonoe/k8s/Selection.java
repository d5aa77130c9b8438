package dev.totonoe.k8s;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/// Label and field selectors, as far as `key=value` goes. The API server takes few fields, and
/// refuses others; so does this.
final class Selection {
  private static final Pattern TERM = Pattern.compile("([^=!,]+)=([^=!,]*)");

  private static final Map<FakeObjects.Kind, Set<String>> FIELDS =
      Map.of(
          FakeObjects.Kind.Job, Set.of("metadata.name", "metadata.namespace"),
          FakeObjects.Kind.CronJob, Set.of("metadata.name", "metadata.namespace"),
          FakeObjects.Kind.Pod, Set.of("metadata.name", "metadata.namespace", "status.phase"),
          FakeObjects.Kind.Event,
              Set.of(
                  "metadata.name",
                  "involvedObject.kind",
                  "involvedObject.name",
                  "involvedObject.uid",
                  "reason",
                  "type"));

  private Selection() {}

  static Predicate<ObjectNode> of(FakeObjects.Kind kind, Map<String, String> query) throws Refusal {
    return labels(query.getOrDefault("labelSelector", ""))
        .and(fields(kind, query.getOrDefault("fieldSelector", "")));
  }

  private static Predicate<ObjectNode> labels(String selector) throws Refusal {
    Predicate<ObjectNode> all = object -> true;
    for (String term : terms(selector)) {
      Matcher parts = matched(term);
      String label = parts.group(1);
      String value = parts.group(2);
      all =
          all.and(
              object ->
                  object.path("metadata").path("labels").path(label).asString("\0").equals(value));
    }
    return all;
  }

  private static Predicate<ObjectNode> fields(FakeObjects.Kind kind, String selector)
      throws Refusal {
    Predicate<ObjectNode> all = object -> true;
    for (String term : terms(selector)) {
      Matcher parts = matched(term);
      String field = parts.group(1);
      String value = parts.group(2);
      if (!FIELDS.get(kind).contains(field)) {
        throw Refusal.badRequest("field label not supported: " + field);
      }
      all = all.and(object -> object.at("/" + field.replace('.', '/')).asString("").equals(value));
    }
    return all;
  }

  private static String[] terms(String selector) {
    return selector.isEmpty() ? new String[0] : selector.split(",");
  }

  private static Matcher matched(String term) throws Refusal {
    Matcher parts = TERM.matcher(term);
    if (!parts.matches()) {
      throw Refusal.badRequest("selector not supported: " + term);
    }
    return parts;
  }
}
