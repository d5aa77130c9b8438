package dev.totonoe.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// DL4J's shared libraries in one directory, stripped, for `java.library.path`: JavaCPP then loads
/// them from there instead of unpacking 400 MB at every start.
final class Natives {
  /// Each library and what it is for.
  private enum Library {
    ND4J("libnd4jcpu.so", true),
    ND4J_BINDING("libjnind4jcpu.so", true),
    OPENBLAS("libopenblas.so.0", true),
    OPENBLAS_BINDING("libjniopenblas_nolapack.so", true),
    /// Needed by OpenBLAS.
    FORTRAN("libgfortran.so.5", true),
    /// Needed by libgfortran.
    QUADMATH("libquadmath.so.0", true),
    JAVACPP_BINDING("libjnijavacpp.so", true),
    /// The binding of OpenBLAS with LAPACK, 23 MB that nothing here calls; another answers to its
    /// name.
    LAPACK_BINDING("libjniopenblas.so", false),
    /// The base image has it.
    OPENMP("libgomp.so.1", false),
    /// The base image has it.
    GCC("libgcc_s.so.1", false);

    private final String file;
    private final boolean wanted;

    Library(String file, boolean wanted) {
      this.file = file;
      this.wanted = wanted;
    }
  }

  private Natives() {}

  /// @param jars those with shared libraries for one platform
  /// @throws Refusal when the jars hold other libraries than those known here
  static void write(List<Path> jars, Path directory) throws IOException, InterruptedException {
    Files.createDirectories(directory);
    TreeSet<String> found = new TreeSet<>();
    for (Path jar : jars) {
      found.addAll(unpack(jar, directory));
    }
    List<String> wrong = new ArrayList<>();
    for (Library library : Library.values()) {
      if (!found.remove(library.file) && library.wanted) {
        wrong.add(library.file + " is in none of " + jars);
      }
    }
    found.forEach(file -> wrong.add(file + " would be new in the image: name it in Natives"));
    Refusal.unlessEmpty(wrong);
    for (Library library : Library.values()) {
      Path file = directory.resolve(library.file);
      if (library.wanted) {
        Tool.run(List.of("strip", "--strip-unneeded", file.toString()));
      }
    }
    // OpenBLAS has LAPACK within, or without under another name: one copy serves both.
    Tool.run(
        List.of(
            "patchelf",
            "--replace-needed",
            "libopenblas_nolapack.so.0",
            Library.OPENBLAS.file,
            directory.resolve(Library.OPENBLAS_BINDING.file).toString()));
    // ND4J refuses to start without a library of this name, and calls only what both have.
    Files.copy(
        directory.resolve(Library.OPENBLAS_BINDING.file),
        directory.resolve(Library.LAPACK_BINDING.file));
    // It asks for zlib and uses none of it; Google's base has none.
    Tool.run(
        List.of(
            "patchelf",
            "--remove-needed",
            "libz.so.1",
            directory.resolve(Library.FORTRAN.file).toString()));
  }

  /// Returns the file names of all shared libraries in a jar; those that are wanted are written.
  private static List<String> unpack(Path jar, Path directory) throws IOException {
    List<String> found = new ArrayList<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
        String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        if (!name.matches(".*\\.so(\\.[0-9]+)*")) {
          continue;
        }
        found.add(name);
        if (isWanted(name)) {
          try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, directory.resolve(name));
          }
        }
      }
    }
    return found;
  }

  private static boolean isWanted(String name) {
    for (Library library : Library.values()) {
      if (library.file.equals(name)) {
        return library.wanted;
      }
    }
    return false;
  }
}
