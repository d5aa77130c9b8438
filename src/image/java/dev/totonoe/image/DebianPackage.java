package dev.totonoe.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// A package of Debian in a base image, as `/var/lib/dpkg/status.d` of images without dpkg says it.
///
/// @param fields of its control file, those of one line
record DebianPackage(Map<String, String> fields) {
  private static final String DIRECTORY = "var/lib/dpkg/status.d/";

  DebianPackage {
    fields = Map.copyOf(fields);
  }

  /// All packages of an image, in the order of their names.
  static List<DebianPackage> of(ImageArchive image) throws IOException {
    Map<String, byte[]> statuses =
        new TreeMap<>(
            image.files(path -> path.startsWith(DIRECTORY) && !path.endsWith(".md5sums")));
    List<DebianPackage> packages = new ArrayList<>();
    statuses.values().forEach(status -> packages.add(parse(new String(status, UTF_8))));
    return packages;
  }

  /// Lines that start with a space go on with the field before; none that is used here has any.
  static DebianPackage parse(String control) {
    Map<String, String> fields = new HashMap<>();
    for (String line : control.lines().toList()) {
      int colon = line.indexOf(": ");
      if (colon > 0 && !line.startsWith(" ")) {
        fields.put(line.substring(0, colon), line.substring(colon + 2));
      }
    }
    return new DebianPackage(fields);
  }

  String name() {
    return field("Package");
  }

  String version() {
    return field("Version");
  }

  /// The package URL, with the name of the source where it is another: that is what Debian's
  /// advisories speak of.
  String url(String release) {
    String source = fields.getOrDefault("Source", name()).replaceFirst(" .*", "");
    return "pkg:deb/debian/%s@%s?arch=%s&distro=debian-%s%s"
        .formatted(
            encoded(name()),
            encoded(version()),
            field("Architecture"),
            release,
            source.equals(name()) ? "" : "&upstream=" + encoded(source));
  }

  /// `libstdc++6` → `libstdc%2B%2B6`. Source: github.com/package-url/purl-spec.
  static String encoded(String part) {
    return URLEncoder.encode(part, UTF_8).replace("%7E", "~").replace("%3A", ":");
  }

  private String field(String name) {
    return Objects.requireNonNull(fields.get(name), name);
  }
}
