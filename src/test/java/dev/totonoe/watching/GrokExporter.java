package dev.totonoe.watching;

import static dev.totonoe.watching.WatchingFiles.list;
import static dev.totonoe.watching.WatchingFiles.map;

import io.krakens.grok.api.Grok;
import io.krakens.grok.api.GrokCompiler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Does with `grok_exporter.yml` what grok_exporter does: checks it by the rules of its version 3,
/// and matches each line with each metric.
public final class GrokExporter {
  private static final Pattern FIELD = Pattern.compile("\\{\\{\\.([a-z]+)}}");
  private static final Set<String> KEYS =
      Set.of("type", "name", "help", "match", "value", "labels", "buckets");

  private final List<Metric> metrics = new ArrayList<>();

  /// A metric of the configuration.
  private record Metric(
      String name, Grok match, Optional<String> value, Map<String, String> labels) {}

  /// What a line adds to a metric.
  ///
  /// @param value the number that the line gives, 1 where it is only counted
  public record Sample(String metric, Map<String, String> labels, double value) {}

  private GrokExporter() {}

  /// @throws IllegalArgumentException when grok_exporter would refuse the file
  public static GrokExporter read() throws IOException {
    Map<String, Object> file = WatchingFiles.yaml("grok_exporter.yml");
    require(
        Set.of("global", "input", "grok_patterns", "metrics", "server").containsAll(file.keySet()),
        "sections " + file.keySet());
    require(map(file.get("global")).equals(Map.of("config_version", 3)), "global");
    require(map(file.get("input")).equals(Map.of("type", "stdin")), "input");
    GrokCompiler compiler = GrokCompiler.newInstance();
    for (Object pattern : list(file.get("grok_patterns"))) {
      String[] nameAndRegex = ((String) pattern).split("\\s+", 2);
      require(nameAndRegex[0].matches("[A-Z_]+"), "name of the pattern " + pattern);
      compiler.register(nameAndRegex[0], nameAndRegex[1]);
    }
    GrokExporter exporter = new GrokExporter();
    Set<String> names = new HashSet<>();
    for (Object entry : list(file.get("metrics"))) {
      Metric metric = metric(map(entry), compiler);
      require(names.add(metric.name()), "a second metric " + metric.name());
      exporter.metrics.add(metric);
    }
    return exporter;
  }

  private static Metric metric(Map<String, Object> entry, GrokCompiler compiler) {
    String name = (String) entry.get("name");
    require(KEYS.containsAll(entry.keySet()), name + ": keys " + entry.keySet());
    require(entry.get("help") instanceof String, name + ": no help");
    String type = (String) entry.get("type");
    require(type.equals("counter") || type.equals("histogram"), name + ": type " + type);
    require(type.equals("histogram") == entry.containsKey("buckets"), name + ": buckets");
    require(type.equals("counter") || entry.containsKey("value"), name + ": no value");
    Grok match = compiler.compile((String) entry.get("match"), true);
    Map<String, String> labels = new TreeMap<>();
    map(entry.get("labels")).forEach((label, template) -> labels.put(label, field(template)));
    Optional<String> value = Optional.ofNullable(entry.get("value")).map(GrokExporter::field);
    List<String> fields = new ArrayList<>(labels.values());
    value.ifPresent(fields::add);
    require(
        match.getNamedRegexCollection().values().containsAll(fields), name + ": fields " + fields);
    return new Metric(name, match, value, labels);
  }

  /// The one field that a template names; more is possible in Go, and not needed here.
  private static String field(Object template) {
    Matcher matcher = FIELD.matcher((String) template);
    require(matcher.matches(), "template " + template);
    return matcher.group(1);
  }

  private static void require(boolean condition, String what) {
    if (!condition) {
      throw new IllegalArgumentException("grok_exporter.yml: " + what);
    }
  }

  public Set<String> metricNames() {
    Set<String> names = new HashSet<>();
    metrics.forEach(metric -> names.add(metric.name()));
    return names;
  }

  /// @param line as `follow-logs` prints it
  public List<Sample> read(String line) {
    List<Sample> samples = new ArrayList<>();
    for (Metric metric : metrics) {
      Map<String, Object> fields = metric.match().capture(line);
      if (!fields.isEmpty()) {
        Map<String, String> labels = new TreeMap<>();
        metric.labels().forEach((label, field) -> labels.put(label, text(fields, field)));
        double value =
            metric.value().map(field -> Double.parseDouble(text(fields, field))).orElse(1.0);
        samples.add(new Sample(metric.name(), labels, value));
      }
    }
    return samples;
  }

  private static String text(Map<String, Object> fields, String name) {
    return String.valueOf(fields.get(name));
  }
}
