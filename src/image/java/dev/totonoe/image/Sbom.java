package dev.totonoe.image;

import static dev.totonoe.image.Allowed.Part.NATIVES;
import static dev.totonoe.image.Allowed.Part.RUN;
import static dev.totonoe.image.Allowed.Part.TRAINING;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.totonoe.layout.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes the images' bills of materials (CycloneDX 1.6): Maven's, without the jars that are in no
/// image, and with what Maven does not know of: the Java runtime, the shared libraries, the
/// packages of the base. The same image gives the same bytes.
final class Sbom {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /// Written by Maven's plugin, which does so online only.
  private static final String OF_MAVEN = "target/image/maven-sbom.json";

  private static final String IMAGE = "image";
  private static final String DEBIAN = "debian";

  private final Path clone;
  private final ImageTree tree;
  private final Allowed allowed;
  private final Properties image;
  private final ObjectNode maven;

  private Sbom(Path clone) throws IOException {
    this.clone = clone;
    this.tree = new ImageTree(clone.resolve("target/image/root"));
    this.allowed = Allowed.read(clone.resolve("src/image/allowed.tsv"));
    this.image = StagedFiles.properties(clone.resolve(StageImage.PROPERTIES));
    this.maven = (ObjectNode) JSON.readTree(clone.resolve(OF_MAVEN));
  }

  /// @param arguments the directory of the clone, with the staged tree
  public static void main(String[] arguments) throws IOException {
    try {
      Path clone = Path.of(arguments[0]).toAbsolutePath().normalize();
      if (!Files.exists(clone.resolve(OF_MAVEN))) {
        System.out.println("offline: the images are built without their bills of materials");
        return;
      }
      new Sbom(clone).write("totonoe", Set.of(RUN, TRAINING, NATIVES), "totonoe-sbom.json");
      new Sbom(clone).write("totonoe:run", Set.of(RUN), "totonoe-run-sbom.json");
    } catch (Refusal e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  /// Once: the components of Maven's document become those of the image.
  private void write(String name, Set<Allowed.Part> parts, String file) throws IOException {
    ObjectNode worker = (ObjectNode) maven.get("metadata").get("component");
    ArrayNode components = JSON.createArrayNode();
    ObjectNode dependencies = JSON.createObjectNode();
    ArrayNode ofImage = dependencies.putArray(IMAGE);

    components.add(worker);
    worker.put("type", "application");
    addLocation(worker, tree.inImage(tree.jar()));
    ofImage.add(reference(worker));
    for (JsonNode component : maven.get("components")) {
      Optional<Allowed.Jar> jar = jarOf(component).filter(each -> parts.contains(each.part()));
      if (jar.isPresent()) {
        locate((ObjectNode) component, jar.get());
        components.add(component);
      }
    }
    ObjectNode runtime = runtime();
    components.add(runtime);
    ofImage.add(reference(runtime));
    components.add(locale());
    if (fromDebian()) {
      addPackages(components, dependencies);
      ofImage.add(DEBIAN);
    }

    maven.set("metadata", metadata(name, worker));
    maven.set("components", components);
    maven.set("dependencies", dependencies(components, dependencies));
    // A number that follows from all the rest, where another would make every build a new document.
    UUID serial = UUID.nameUUIDFromBytes(JSON.writeValueAsString(maven).getBytes(UTF_8));
    maven.put("serialNumber", "urn:uuid:" + serial);
    Files.writeString(clone.resolve("target").resolve(file), JSON.writeValueAsString(maven) + "\n");
  }

  private ObjectNode metadata(String name, JsonNode worker) {
    ObjectNode metadata = JSON.createObjectNode();
    metadata.put("timestamp", image.getProperty("image.created"));
    JsonNode before = maven.get("metadata");
    metadata.set("lifecycles", before.get("lifecycles"));
    metadata.set("tools", before.get("tools"));
    ObjectNode container = metadata.putObject("component");
    container.put("type", "container");
    container.put("bom-ref", IMAGE);
    container.put("name", name);
    container.set("version", worker.get("version"));
    container.set("description", worker.get("description"));
    container.set("licenses", worker.get("licenses"));
    addProperty(container, "totonoe:revision", image.getProperty("image.revision"));
    addProperty(
        container,
        "totonoe:base",
        fromDebian()
            ? "assembled from packages of Debian by src/image/debian-base"
            : image.getProperty("image.from") + "; its packages are not listed here");
    return metadata;
  }

  /// The line of the list that has the bytes of a component.
  private Optional<Allowed.Jar> jarOf(JsonNode component) {
    Set<String> hashes = new HashSet<>();
    component.get("hashes").forEach(hash -> hashes.add(hash.get("content").asString()));
    return allowed.jars().stream().filter(jar -> hashes.contains(jar.sha256())).findFirst();
  }

  private void locate(ObjectNode component, Allowed.Jar jar) throws IOException {
    switch (jar.part()) {
      case RUN -> addLocation(component, tree.inImage(tree.library().resolve(jar.file())));
      case TRAINING -> addLocation(component, tree.inImage(tree.training().resolve(jar.file())));
      case NATIVES -> addLibraries(component, clone.resolve("target/lib").resolve(jar.file()));
      case NONE -> {}
    }
  }

  /// The shared libraries that were taken out of a jar, as parts of it.
  private void addLibraries(ObjectNode component, Path jar) throws IOException {
    Set<String> unpacked = new TreeSet<>();
    try (ZipFile zip = new ZipFile(jar.toFile());
        Stream<Path> staged = Files.list(tree.natives())) {
      Set<String> names = new HashSet<>();
      zip.stream().forEach(entry -> names.add(entry.getName().replaceFirst(".*/", "")));
      staged
          .map(file -> file.getFileName().toString())
          .filter(names::contains)
          .forEach(unpacked::add);
    }
    for (String name : unpacked) {
      Path file = tree.natives().resolve(name);
      ObjectNode library = component.withArray("components").addObject();
      library.put("type", "file");
      library.put("bom-ref", "file:" + tree.inImage(file));
      library.put("name", name);
      library.put("description", "without debugging symbols");
      addSha256(library, file);
      addLocation(library, tree.inImage(file));
    }
  }

  /// What jlink made, by the file that scanners read too.
  private ObjectNode runtime() throws IOException {
    Properties release = StagedFiles.properties(tree.java().resolve("release"));
    String implementor = unquoted(release, "IMPLEMENTOR");
    String name = implementor.equals("Eclipse Adoptium") ? "temurin" : "openjdk";
    String version = unquoted(release, "JAVA_RUNTIME_VERSION");
    ObjectNode runtime = JSON.createObjectNode();
    runtime.put("type", "platform");
    String url = "pkg:generic/%s@%s".formatted(name, DebianPackage.encoded(version));
    runtime.put("bom-ref", url);
    runtime.putObject("supplier").put("name", implementor);
    runtime.put("name", name);
    runtime.put("version", version);
    runtime.put("description", "Java runtime of the modules that the worker needs");
    addLicense(runtime, "GPL-2.0-with-classpath-exception");
    runtime.put("purl", url);
    addLocation(runtime, tree.inImage(tree.java()));
    ArrayNode modules = runtime.putArray("components");
    for (String module : unquoted(release, "MODULES").split(" ")) {
      ObjectNode component = modules.addObject();
      component.put("type", "library");
      component.put("bom-ref", "module:" + module);
      component.put("name", module);
      component.put("version", version);
    }
    return runtime;
  }

  /// From the machine of the build: which package of it gave the files is not known here.
  private ObjectNode locale() throws IOException {
    ObjectNode locale = JSON.createObjectNode();
    locale.put("type", "data");
    locale.put("bom-ref", "locale:C.utf8");
    locale.put("name", "C.utf8");
    locale.put("description", "locale of the GNU C library");
    addLicense(locale, "LGPL-2.1-or-later");
    addLocation(locale, tree.inImage(tree.locales()));
    return locale;
  }

  private boolean fromDebian() {
    return image.getProperty("image.from").startsWith("tar://");
  }

  private void addPackages(ArrayNode components, ObjectNode dependencies) throws IOException {
    ImageArchive base =
        ImageArchive.read(Path.of(image.getProperty("image.from").substring("tar://".length())));
    byte[] version = base.files("etc/debian_version"::equals).get("etc/debian_version");
    if (version == null) {
      throw new Refusal(base.tar() + " has no etc/debian_version: is it a base of Debian?");
    }
    String point = new String(version, UTF_8).strip();
    String release = point.replaceFirst("\\..*", "");
    ObjectNode system = components.addObject();
    system.put("type", "operating-system");
    system.put("bom-ref", DEBIAN);
    system.put("name", "debian");
    system.put("version", point);
    ArrayNode ofSystem = dependencies.putArray(DEBIAN);
    for (DebianPackage each : DebianPackage.of(base)) {
      ObjectNode component = components.addObject();
      component.put("type", "library");
      component.put("bom-ref", each.url(release));
      component.put("name", each.name());
      component.put("version", each.version());
      component.put("purl", each.url(release));
      addLocation(component, "/var/lib/dpkg/status.d/" + each.name());
      ofSystem.add(each.url(release));
    }
  }

  /// Maven's, between components that are here, and those given.
  private ArrayNode dependencies(ArrayNode components, ObjectNode others) {
    Set<String> here = new HashSet<>();
    components.forEach(component -> here.add(reference(component)));
    ArrayNode all = JSON.createArrayNode();
    for (Map.Entry<String, JsonNode> other : others.properties()) {
      all.addObject().put("ref", other.getKey()).set("dependsOn", other.getValue());
    }
    for (JsonNode dependency : maven.get("dependencies")) {
      String reference = dependency.get("ref").asString();
      if (!here.contains(reference)) {
        continue;
      }
      List<String> on = new ArrayList<>();
      dependency.path("dependsOn").forEach(each -> on.add(each.asString()));
      ArrayNode kept = all.addObject().put("ref", reference).putArray("dependsOn");
      on.stream().filter(here::contains).forEach(kept::add);
    }
    return all;
  }

  private static String reference(JsonNode component) {
    return component.get("bom-ref").asString();
  }

  private static void addLocation(ObjectNode component, String path) {
    component.putObject("evidence").putArray("occurrences").addObject().put("location", path);
  }

  private static void addLicense(ObjectNode component, String id) {
    component.putArray("licenses").addObject().putObject("license").put("id", id);
  }

  private static void addSha256(ObjectNode component, Path file) throws IOException {
    ObjectNode hash = component.putArray("hashes").addObject();
    hash.put("alg", "SHA-256");
    hash.put("content", Sha256.of(file));
  }

  private static void addProperty(ObjectNode component, String name, String value) {
    component.withArray("properties").addObject().put("name", name).put("value", value);
  }

  private static String unquoted(Properties release, String key) {
    String value = release.getProperty(key);
    if (value == null) {
      throw new Refusal("the Java runtime's file release has no " + key);
    }
    return value.replace("\"", "");
  }
}
