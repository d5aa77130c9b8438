package dev.totonoe.image;

import java.io.IOException;
import java.nio.file.Path;

/// An image that this build has written.
enum BuiltImage {
  COMPLETE("target/totonoe-image.tar"),
  RUN("target/totonoe-run-image.tar");

  private final Path tar;
  private boolean loaded;

  BuiltImage(String tar) {
    this.tar = Path.of(tar);
  }

  Path tar() {
    return tar;
  }

  /// The name under which podman has the image: that of its content, so that no other is taken for
  /// it. Loads it unless podman has it from before.
  synchronized String load() throws IOException, InterruptedException {
    String id = ImageArchive.read(tar).id();
    if (!loaded) {
      if (!Podman.run("images", "--no-trunc", "--quiet").contains(id)) {
        Podman.run("load", "--quiet", "--input", tar.toString());
        Podman.run("image", "prune", "--force");
      }
      loaded = true;
    }
    return id;
  }
}
