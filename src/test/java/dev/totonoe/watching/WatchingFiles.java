package dev.totonoe.watching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The files of `k8s/watching`.
final class WatchingFiles {
  static final Path DIRECTORY = Path.of("k8s/watching").toAbsolutePath();

  /// Debian's Prometheus is built without this kind of discovery.
  private static final String DISCOVERY =
      """
          kubernetes_sd_configs:
            - role: pod
              namespaces:
                names: [totonoe]
      """;

  private WatchingFiles() {}

  /// `prometheus.yaml` for any Prometheus: pods of runs are not looked for.
  static String configurationWithoutDiscovery() throws IOException {
    return replaceOnce(text("prometheus.yaml"), DISCOVERY, "    static_configs: []\n");
  }

  static String replaceOnce(String text, String what, String with) {
    if (text.split(Pattern.quote(what), -1).length != 2) {
      throw new IllegalArgumentException("expected once: " + what);
    }
    return text.replace(what, with);
  }

  static String text(String file) throws IOException {
    return Files.readString(DIRECTORY.resolve(file));
  }

  /// The file as maps, lists, strings and numbers.
  static Map<String, Object> yaml(String file) throws IOException {
    return map(new Load(LoadSettings.builder().build()).loadFromString(text(file)));
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  static List<Object> list(Object value) {
    return (List<Object>) value;
  }
}
