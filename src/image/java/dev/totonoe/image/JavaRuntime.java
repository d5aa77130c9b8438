package dev.totonoe.image;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A Java runtime of the modules that the worker needs, made by jlink from the JDK that runs the
/// build. Nothing in it is compressed: a layer is compressed as a whole, and smaller so.
final class JavaRuntime {
  /// Module → who needs it.
  private static final SortedMap<String, String> MODULES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("java.base", "everything"),
              Map.entry("java.desktop", "java.beans: Spring"),
              Map.entry("java.logging", "Spring, Lucene"),
              Map.entry("java.management", "HikariCP, JavaCPP"),
              Map.entry("java.naming", "HikariCP, PostgreSQL"),
              Map.entry("java.sql", "the job repository"),
              Map.entry("java.transaction.xa", "PostgreSQL"),
              Map.entry("java.xml", "java.sql"),
              Map.entry("jdk.charsets", "windows-31j, euc-jp, iso-2022-jp"),
              Map.entry("jdk.httpserver", "metrics for Prometheus"),
              Map.entry("jdk.jfr", "flight recordings of a slow run"),
              Map.entry("jdk.management", "memory of the container"),
              Map.entry("jdk.unsupported", "sun.misc.Unsafe: JavaCPP")));

  /// What is kept of modules that are needed for one corner of theirs, as prefixes of names.
  private static final Map<String, List<String>> KEPT =
      Map.of(
          "java.desktop", List.of("java/beans/", "com/sun/beans/"),
          "java.xml", List.of("javax/", "org/"));

  private static final List<String> EXCLUDED_FILES =
      List.of(
          "glob:/java.desktop/lib/**",
          "glob:/java.desktop/conf/**",
          "glob:/java.base/lib/classlist",
          "glob:/java.base/lib/jrt-fs.jar",
          "glob:/java.base/lib/jexec",
          "glob:/java.base/bin/keytool",
          "glob:/jdk.jfr/bin/**");

  private JavaRuntime() {}

  /// @param target must not be there
  /// @param options what the virtual machine starts with; JAVA_TOOL_OPTIONS come after them
  /// @param work for files that are needed on the way
  static void link(Path target, List<String> options, Path work)
      throws IOException, InterruptedException {
    Path excluded = work.resolve("excluded-resources");
    Files.write(excluded, excludedResources());
    Path release = work.resolve("release");
    Files.write(release, release());
    Tool.run(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "jlink").toString(),
            "--output",
            target.toString(),
            "--add-modules",
            String.join(",", MODULES.keySet()),
            "--compress",
            "zip-0",
            "--no-header-files",
            "--no-man-pages",
            "--strip-java-debug-attributes",
            "--exclude-files",
            String.join(",", EXCLUDED_FILES),
            "--exclude-resources=@" + excluded,
            "--release-info=" + release,
            "--add-options=" + String.join(" ", options)));
  }

  /// What the JDK says of itself in its file `release`, for scanners: whose it is, and which build.
  /// But for the kind, as this is no JDK any more; jlink writes the modules itself.
  private static List<String> release() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of(System.getProperty("java.home"), "release"))) {
      return lines.filter(line -> !line.startsWith("IMAGE_TYPE=")).toList();
    }
  }

  /// All but what is kept; and a class of each package, because a module must have something in
  /// every package that it declares.
  private static List<String> excludedResources() throws IOException {
    List<String> excluded = new ArrayList<>();
    FileSystem modules = FileSystems.getFileSystem(URI.create("jrt:/"));
    for (String module : new TreeMap<>(KEPT).keySet()) {
      Path root = modules.getPath("modules", module);
      Map<Path, List<Path>> byPackage = new TreeMap<>();
      try (Stream<Path> files = Files.walk(root)) {
        files
            .filter(Files::isRegularFile)
            .map(root::relativize)
            .filter(file -> file.getNameCount() > 1)
            .filter(file -> KEPT.get(module).stream().noneMatch(file.toString()::startsWith))
            .forEach(
                file ->
                    byPackage.computeIfAbsent(file.getParent(), _ -> new ArrayList<>()).add(file));
      }
      for (List<Path> files : byPackage.values()) {
        files.sort(null);
        Path one =
            files.stream()
                .filter(file -> file.toString().endsWith(".class"))
                .findFirst()
                .orElse(files.getFirst());
        files.stream()
            .filter(file -> !file.equals(one))
            .forEach(file -> excluded.add("/" + module + "/" + file));
      }
    }
    return excluded;
  }
}
