package dev.totonoe.manifests;

import dev.totonoe.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// The objects that `kubectl apply -k` would make, rendered by the real kubectl.
public final class Manifests {
  private static final Path K8S = Path.of("k8s");

  private static final Map<String, Manifests> RENDERED = new ConcurrentHashMap<>();

  private final String name;
  private final List<Node> objects;

  private Manifests(String name, List<Node> objects) {
    this.name = name;
    this.objects = objects;
  }

  /// Each overlay as it is, with each component, and with all of them.
  public static List<Manifests> all() throws IOException {
    List<Manifests> all = new ArrayList<>();
    for (String overlay : directories("overlays")) {
      all.add(overlay(overlay));
      List<String> components = new ArrayList<>(directories("components"));
      components.removeAll(componentsOf(overlay));
      for (String component : components) {
        all.add(overlay(overlay, component));
      }
      all.add(overlay(overlay, components.toArray(String[]::new)));
    }
    return all;
  }

  public static Manifests overlay(String overlay, String... components) {
    String name =
        overlay + (components.length == 0 ? "" : " with " + String.join(", ", components));
    return RENDERED.computeIfAbsent(
        name, _ -> new Manifests(name, Yaml.documents(name, render(overlay, components))));
  }

  public List<Node> objects() {
    return objects;
  }

  public Node object(String kind, String objectName) {
    return objects.stream()
        .filter(object -> object.at("kind").text().equals(kind))
        .filter(object -> object.at("metadata", "name").text().equals(objectName))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + ": there is no " + kind + " " + objectName));
  }

  /// The template of runs.
  public Node runJob() {
    return object("CronJob", "totonoe-run").at("spec", "jobTemplate");
  }

  /// The pod of a run.
  public Node runPod() {
    return runJob().at("spec", "template", "spec");
  }

  /// The worker's container.
  public Node worker() {
    return runPod().at("containers").named("totonoe");
  }

  /// Every template of pods: metadata and spec.
  public List<Node> podTemplates() {
    return objects.stream()
        .map(
            object ->
                switch (object.at("kind").text()) {
                  case "CronJob" -> object.at("spec", "jobTemplate", "spec", "template");
                  case "Job", "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet" ->
                      object.at("spec", "template");
                  case "Pod" -> object;
                  default -> new Node(object.path(), null);
                })
        .filter(Node::isThere)
        .toList();
  }

  @Override
  public String toString() {
    return name;
  }

  /// Those that an overlay has already; twice would be an error.
  private static List<String> componentsOf(String overlay) throws IOException {
    Path file = K8S.resolve("overlays").resolve(overlay).resolve("kustomization.yaml");
    return Yaml.document(file).at("components").values().stream()
        .map(component -> Path.of(component).getFileName().toString())
        .toList();
  }

  private static List<String> directories(String below) throws IOException {
    try (Stream<Path> children = Files.list(K8S.resolve(below))) {
      return children
          .filter(child -> Files.exists(child.resolve("kustomization.yaml")))
          .map(child -> child.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  /// Kustomize takes relative paths only, and no other place than a file for the list of
  /// components.
  private static String render(String overlay, String... components) {
    Path directory = K8S.resolve("overlays").resolve(overlay);
    try {
      if (components.length == 0) {
        return kubectlKustomize(directory);
      }
      Path target = Files.createDirectories(Path.of("target"));
      Path above = Files.createTempDirectory(target, "kustomize");
      try {
        StringBuilder text =
            new StringBuilder("resources: [../../").append(directory).append("]\ncomponents:\n");
        for (String component : components) {
          text.append("- ../../").append(K8S.resolve("components").resolve(component)).append('\n');
        }
        Files.writeString(above.resolve("kustomization.yaml"), text);
        return kubectlKustomize(above);
      } finally {
        delete(above);
      }
    } catch (IOException | InterruptedException e) {
      throw new AssertionError("cannot render " + directory, e);
    }
  }

  private static String kubectlKustomize(Path directory) throws IOException, InterruptedException {
    Path errors = Files.createTempFile(Path.of("target"), "kubectl", ".err");
    try {
      Process process =
          new ProcessBuilder(Tools.require("kubectl").toString(), "kustomize", directory.toString())
              .redirectError(errors.toFile())
              .start();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0 || Files.size(errors) > 0) {
        throw new AssertionError(
            "kubectl kustomize " + directory + ": " + Files.readString(errors));
      }
      return out;
    } finally {
      Files.delete(errors);
    }
  }

  private static void delete(Path directory) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(directory)) {
      files = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }
}
