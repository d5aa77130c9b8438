package dev.totonoe.manifests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Reads YAML; a key that stands twice is an error.
final class Yaml {
  private Yaml() {}

  static Node document(Path file) throws IOException {
    return new Node(file.toString(), new Load(settings()).loadFromString(Files.readString(file)));
  }

  static List<Node> documents(String name, String text) {
    List<Node> documents = new ArrayList<>();
    for (Object document : new Load(settings()).loadAllFromString(text)) {
      documents.add(new Node(name, document));
    }
    return List.copyOf(documents);
  }

  private static LoadSettings settings() {
    return LoadSettings.builder().setAllowDuplicateKeys(false).build();
  }
}
