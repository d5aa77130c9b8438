package dev.totonoe.image;

import static dev.totonoe.image.Allowed.Part.NATIVES;
import static dev.totonoe.image.Allowed.Part.RUN;
import static dev.totonoe.image.Allowed.Part.TRAINING;

import dev.totonoe.layout.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes.Name;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/// Stages what the images hold, from the packaged worker: `target/image/root` is laid out as `/` of
/// an image, and Jib packs directories of it into layers. Started by the profile `image`.
final class StageImage {
  private static final Path LOCALE = Path.of("/usr/lib/locale/C.utf8");

  /// What Jib is told of an image, in the clone.
  static final String PROPERTIES = "target/image/image.properties";

  /// Where the build copies all jars that the worker needs, in the clone.
  private static final String LIBRARY = "target/lib";

  private final Path clone;
  private final Path jar;
  private final Path resolved;
  private final Path work;
  private final ImageTree tree;

  StageImage(Path clone) {
    this.clone = clone;
    this.jar = clone.resolve("target/totonoe.jar");
    this.resolved = clone.resolve(LIBRARY);
    this.work = clone.resolve("target/image/work");
    this.tree = new ImageTree(clone.resolve("target/image/root"));
  }

  /// @param arguments the directory of the clone; the base ([BaseImage#find]); where the source is
  ///   published ([Revision#of])
  public static void main(String[] arguments) throws IOException, InterruptedException {
    try {
      Path clone = Path.of(arguments[0]).toAbsolutePath().normalize();
      StageImage image = new StageImage(clone);
      image.stage();
      image.writeProperties(
          clone.resolve(PROPERTIES),
          BaseImage.find(arguments[1], clone),
          Revision.of(clone, arguments[2]));
    } catch (Refusal e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private void stage() throws IOException, InterruptedException {
    List<Path> classPath = stageAllButCache();
    AotCache.write(tree, classPath, clone, work);
    StagedFiles.setTimesByContent(tree.root());
  }

  /// All that two builds make alike. The times of files are those that they have in the image.
  ///
  /// @return the class path of a run
  List<Path> stageAllButCache() throws IOException, InterruptedException {
    StagedFiles.delete(tree.root());
    StagedFiles.delete(work);
    Files.createDirectories(work);
    Files.createDirectories(tree.worker());
    Allowed allowed = Allowed.read(clone.resolve("src/image/allowed.tsv"));
    allowed.check(resolvedJars(clone));

    List<Path> classPath = new ArrayList<>();
    StoredJar.write(jar, tree.jar());
    classPath.add(tree.jar());
    classPath.addAll(store(allowed.of(RUN), tree.library()));
    List<Path> completeClassPath = new ArrayList<>(classPath);
    completeClassPath.addAll(store(allowed.of(TRAINING), tree.training()));
    Natives.write(
        allowed.of(NATIVES).stream().map(each -> resolved.resolve(each.file())).toList(),
        tree.natives());
    JavaRuntime.link(tree.java(), WorkerOptions.OF_THE_RUNTIME, work);
    Files.write(tree.options(), WorkerOptions.file(tree, completeClassPath));
    stageLocale();
    Files.createDirectories(tree.data());
    Files.createDirectories(tree.scratch());
    StagedFiles.setTimesOfImage(tree.root());
    return classPath;
  }

  /// The locale that makes the JVM read file names as UTF-8; distroless images have none.
  private void stageLocale() throws IOException {
    if (!Files.isDirectory(LOCALE)) {
      throw new Refusal(LOCALE + " is missing: it is part of Debian's package libc-bin");
    }
    Path target = Files.createDirectories(tree.locales()).resolve(LOCALE.getFileName());
    StagedFiles.copy(LOCALE, target, _ -> true);
  }

  /// For Jib's configuration in pom.xml, and for jib.yaml.
  private void writeProperties(Path file, String base, Revision revision) throws IOException {
    Files.write(
        file,
        List.of(
            "image.from=" + base,
            "image.version=" + version(),
            "image.revision=" + revision.id(),
            "image.created=" + revision.time(),
            "image.origin=" + revision.origin()));
  }

  private String version() throws IOException {
    try (JarFile worker = new JarFile(jar.toFile())) {
      return worker.getManifest().getMainAttributes().getValue(Name.IMPLEMENTATION_VERSION);
    }
  }

  /// The jars that the build resolved: file name → SHA-256.
  static Map<String, String> resolvedJars(Path clone) throws IOException {
    Map<String, String> jars = new TreeMap<>();
    try (Stream<Path> files = Files.list(clone.resolve(LIBRARY))) {
      for (Path file : files.toList()) {
        jars.put(file.getFileName().toString(), Sha256.of(file));
      }
    }
    return jars;
  }

  private List<Path> store(List<Allowed.Jar> jars, Path directory) throws IOException {
    Files.createDirectories(directory);
    List<Path> stored = new ArrayList<>();
    for (Allowed.Jar each : jars) {
      Path target = directory.resolve(each.file());
      StoredJar.writeLean(resolved.resolve(each.file()), target);
      stored.add(target);
    }
    return stored;
  }
}
