package dev.totonoe.image;

import java.nio.file.Path;

/// Where everything is, in the staged tree and, below `/`, in the images: both have the same shape,
/// because the AOT cache wants the class path of its making.
///
/// @param root what becomes `/`
record ImageTree(Path root) {
  Path java() {
    return root.resolve("opt/java");
  }

  Path launcher() {
    return java().resolve("bin/java");
  }

  /// The worker's own directory: its jar, its options and what lies below.
  Path worker() {
    return root.resolve("opt/totonoe");
  }

  Path jar() {
    return worker().resolve("totonoe.jar");
  }

  /// What starts the worker, for the launcher to read: `java @worker.options`.
  Path options() {
    return worker().resolve("worker.options");
  }

  /// The jars that a run needs.
  Path library() {
    return worker().resolve("lib");
  }

  /// The jars that only training needs: DL4J.
  Path training() {
    return worker().resolve("training");
  }

  /// DL4J's shared libraries.
  Path natives() {
    return worker().resolve("natives");
  }

  /// Locales of the C library, for LOCPATH.
  Path locales() {
    return worker().resolve("locale");
  }

  Path aotCache() {
    return worker().resolve("aot/totonoe.aot");
  }

  /// Where users mount their root.
  Path data() {
    return root.resolve("data");
  }

  /// Where users mount local disk.
  Path scratch() {
    return root.resolve("scratch");
  }

  /// The path that a staged file has in the image.
  String inImage(Path staged) {
    return "/" + root.relativize(staged);
  }
}
