package dev.totonoe.image;

import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.text.StringSubstitutor;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Reads a build file of the Jib CLI, which is not on Maven Central, as that program does: the part
/// of its format that `jib.yaml` uses. A key outside of that part is refused, so that nothing in
/// the file is passed over.
///
/// Source: package `com.google.cloud.tools.jib.cli.buildfile` of
/// github.com/GoogleContainerTools/jib.
final class JibBuildFile {
  private final Path directory;

  private JibBuildFile(Path directory) {
    this.directory = directory;
  }

  /// @param text the build file; `${name}` anywhere in it, comments too, stands for a parameter
  /// @param directory what its paths start from
  /// @throws Refusal for a key or a value that is not known here
  /// @throws IllegalArgumentException for a parameter that is not given
  static JibContainerBuilder read(String text, Map<String, String> parameters, Path directory)
      throws IOException, InvalidImageReferenceException {
    String yaml =
        new StringSubstitutor(parameters).setEnableUndefinedVariableException(true).replace(text);
    Object content = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    return new JibBuildFile(directory).build(Section.of("the build file", content));
  }

  private JibContainerBuilder build(Section file)
      throws IOException, InvalidImageReferenceException {
    file.expect("apiVersion", "jib/v1alpha1");
    file.expect("kind", "BuildFile");
    Section from = file.section("from");
    JibContainerBuilder image = Jib.from(from.text("image"));
    from.end();
    image.setCreationTime(Instant.parse(file.text("creationTime")));
    image.setFormat(ImageFormat.valueOf(file.text("format")));
    image.setEnvironment(file.section("environment").texts());
    image.setLabels(file.section("labels").texts());
    image.setUser(file.text("user"));
    image.setWorkingDirectory(AbsoluteUnixPath.get(file.text("workingDirectory")));
    image.setEntrypoint(file.list("entrypoint").stream().map(String.class::cast).toList());
    Section layers = file.section("layers");
    file.end();
    for (Section layer : layers.sections("entries")) {
      image.addFileEntriesLayer(layer(layer));
    }
    layers.end();
    return image;
  }

  private FileEntriesLayer layer(Section layer) throws IOException {
    FileEntriesLayer.Builder entries = FileEntriesLayer.builder().setName(layer.text("name"));
    for (Section files : layer.sections("files")) {
      add(files, entries);
    }
    layer.end();
    return entries.build();
  }

  /// Adds a file, or a directory with all that is in it.
  private void add(Section files, FileEntriesLayer.Builder layer) throws IOException {
    Path source = directory.resolve(files.text("src"));
    AbsoluteUnixPath target = AbsoluteUnixPath.get(files.text("dest"));
    List<Object> excludes = files.list("excludes");
    Section properties = files.section("properties");
    FilePermissions ofFiles =
        properties
            .optionalText("filePermissions")
            .map(FilePermissions::fromOctalString)
            .orElse(FilePermissions.DEFAULT_FILE_PERMISSIONS);
    FilePermissions ofDirectories =
        properties
            .optionalText("directoryPermissions")
            .map(FilePermissions::fromOctalString)
            .orElse(FilePermissions.DEFAULT_FOLDER_PERMISSIONS);
    properties.end();
    files.end();
    try (Stream<Path> walk = Files.walk(source)) {
      for (Path path : walk.toList()) {
        if (excludes.stream().noneMatch(glob -> matches(glob, path))) {
          layer.addEntry(
              path,
              path.equals(source) ? target : target.resolve(source.relativize(path).toString()),
              Files.isDirectory(path) ? ofDirectories : ofFiles);
        }
      }
    }
  }

  private static boolean matches(Object glob, Path path) {
    return FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(path);
  }

  /// A mapping of the file. Keys are taken out of it; what is left in the end is not known.
  private record Section(String name, Map<String, Object> left) {
    static Section of(String name, Object content) {
      Map<String, Object> left = new LinkedHashMap<>();
      ((Map<?, ?>) content).forEach((key, value) -> left.put(key.toString(), value));
      return new Section(name, left);
    }

    Optional<String> optionalText(String key) {
      Optional<Object> value = Optional.ofNullable(left.remove(key));
      value
          .filter(each -> !(each instanceof String))
          .ifPresent(
              each -> {
                throw new Refusal("%s: %s: expected a text in quotes".formatted(name, key));
              });
      return value.map(String.class::cast);
    }

    String text(String key) {
      return optionalText(key)
          .orElseThrow(() -> new Refusal("%s: %s is missing".formatted(name, key)));
    }

    void expect(String key, String value) {
      if (!text(key).equals(value)) {
        throw new Refusal("%s: %s must be %s".formatted(name, key, value));
      }
    }

    /// All keys with texts.
    Map<String, String> texts() {
      Map<String, String> texts = new TreeMap<>();
      List.copyOf(left.keySet()).forEach(key -> texts.put(key, text(key)));
      return texts;
    }

    /// Empty where the key is not there.
    Section section(String key) {
      return of(key, Optional.ofNullable(left.remove(key)).orElse(Map.of()));
    }

    /// Empty where the key is not there.
    List<Object> list(String key) {
      return List.copyOf((List<?>) Optional.ofNullable(left.remove(key)).orElse(List.of()));
    }

    List<Section> sections(String key) {
      List<Section> sections = new ArrayList<>();
      list(key).forEach(each -> sections.add(of(key, each)));
      return sections;
    }

    void end() {
      if (!left.isEmpty()) {
        throw new Refusal("%s: not known here: %s".formatted(name, left.keySet()));
      }
    }
  }
}
