package dev.totonoe.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `src/image/debian-base` with the packages that this machine's apt, or its cache, gives.
final class DebianBaseIT {
  private static final String SCRIPT = Path.of("src/image/debian-base").toAbsolutePath().toString();

  private static final List<String> PACKAGES =
      List.of(
          "base-files",
          "ca-certificates",
          "gcc-12-base",
          "libc6",
          "libgcc-s1",
          "libgomp1",
          "libssl3",
          "libstdc++6",
          "netbase",
          "tzdata");

  /// What apt says where it has no lists.
  private static final String APT_WITHOUT_LISTS =
      """
      #!/bin/sh
      echo "E: Unable to locate package base-files" >&2
      exit 100
      """;

  @TempDir static Path directory;
  private static Path image;
  private static byte[] layer;
  private static Map<String, TarEntry> files;

  private record Run(int exit, String errors) {}

  @BeforeAll
  static void assembleOnce() throws Exception {
    image = directory.resolve("base.tar");
    Run run = run(Map.of(), SCRIPT, image.toString(), cache().toString());
    assertThat(run.exit()).as(run.errors()).isZero();
    layer = layerOf(TarEntry.readAll(Files.newInputStream(image)));
    files = TarEntry.readAll(new ByteArrayInputStream(layer));
  }

  @Test
  void samePackagesGiveTheSameBytes() throws Exception {
    Path again = directory.resolve("again.tar");
    String elsewhere = "umask 077; cd /; exec '%s' '%s' '%s'".formatted(SCRIPT, again, cache());

    Run run =
        run(
            Map.of("TZ", "Asia/Tokyo", "LC_ALL", "C.UTF-8", "TAR_OPTIONS", "--mtime=@9"),
            "sh",
            "-c",
            elsewhere);

    assertThat(run.exit()).as(run.errors()).isZero();
    assertThat(again).hasSameBinaryContentAs(image);
  }

  @Test
  void takesPackagesFromTheCacheWhereAptGivesNone() throws Exception {
    Path again = directory.resolve("cached.tar");
    Path cache = copyOfCache();

    Run run = run(pathWith(APT_WITHOUT_LISTS), SCRIPT, again.toString(), cache.toString());

    assertThat(run.exit()).as(run.errors()).isZero();
    assertThat(run.errors())
        .isEqualTo(
            "debian-base: apt does not give all packages (Unable to locate package base-files);"
                + " taking those in %s.\n",
            cache);
    assertThat(again).hasSameBinaryContentAs(image);
  }

  @Test
  void refusesWhereNeitherAptNorCacheGivesPackages() throws Exception {
    Path none = directory.resolve("none.tar");
    Path empty = Files.createTempDirectory(directory, "empty");

    Run run = run(pathWith(APT_WITHOUT_LISTS), SCRIPT, none.toString(), empty.toString());

    assertThat(run.exit()).isEqualTo(5);
    assertThat(run.errors())
        .isEqualTo(
            "debian-base: apt does not give base-files (Unable to locate package base-files) and %s"
                + " has no complete set of packages from before; run 'apt-get update' on Debian 12"
                + " with a network, then this again.\n",
            empty);
    assertThat(none).doesNotExist();
  }

  @Test
  void refusesADamagedCache() throws Exception {
    Path none = directory.resolve("damaged.tar");
    Path cache = copyOfCache();
    flipAByteOf("libc6_", cache);

    Run run = run(pathWith(APT_WITHOUT_LISTS), SCRIPT, none.toString(), cache.toString());

    assertThat(run.exit()).isEqualTo(5);
    assertThat(run.errors())
        .isEqualTo(
            "debian-base: packages in %s are damaged and apt gives no others (Unable to locate"
                + " package base-files); run this again with a network.\n",
            cache);
    assertThat(none).doesNotExist();
  }

  @Test
  void refusesPackagesOfAnotherDebian() throws Exception {
    String apt =
        """
        #!/bin/sh
        echo "'http://example/base-files_13.8_amd64.deb' base-files_13.8_amd64.deb 1 SHA256:00"
        """;
    Path none = directory.resolve("other.tar");

    Run run = run(pathWith(apt), SCRIPT, none.toString(), copyOfCache().toString());

    assertThat(run.exit()).isEqualTo(5);
    assertThat(run.errors())
        .isEqualTo(
            "debian-base: this base is made of packages of Debian 12, but apt offers"
                + " base-files_13.8_amd64.deb; build on Debian 12, or from Google's image.\n");
    assertThat(none).doesNotExist();
  }

  @Test
  void keepsNothingThatIsNotWhatAptPromises() throws Exception {
    String apt =
        """
        #!/bin/sh
        case "$*" in
        *--print-uris*) echo "'http://example/base-files' base-files_12.9_amd64.deb 4 SHA256:00" ;;
        *) echo "not a package" >base-files_12.9_amd64.deb ;;
        esac
        """;
    Path none = directory.resolve("broken.tar");
    Path empty = Files.createTempDirectory(directory, "empty");

    Run run = run(pathWith(apt), SCRIPT, none.toString(), empty.toString());

    assertThat(run.exit()).isEqualTo(5);
    assertThat(run.errors())
        .contains("base-files_12.9_amd64.deb is not what the lists of apt promise");
    assertThat(empty).isEmptyDirectory();
  }

  @Test
  void saysHowItIsCalled() throws Exception {
    Run run = run(Map.of(), SCRIPT);

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.errors()).isEqualTo("usage: src/image/debian-base OUT.tar [CACHE_DIR]\n");
  }

  @Test
  void nothingCanBeStartedButTheLoader() {
    // glibc's own library is marked as a program: it prints its version.
    assertThat(paths(entry -> !entry.header().isDirectory() && entry.hasMode(0111)))
        .containsExactlyInAnyOrder(
            "usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2", "usr/lib/x86_64-linux-gnu/libc.so.6");
    assertThat(paths(entry -> entry.text().startsWith("#!"))).isEmpty();
    assertThat(files.keySet())
        .noneMatch(path -> path.matches("usr/(local/)?s?bin/.+|.*\\.(py|pl|sh)"));
  }

  @Test
  void belongsToRootAndNothingRunsAsAnotherUser() {
    assertThat(paths(entry -> entry.hasMode(06000))).isEmpty();
    assertThat(paths(entry -> entry.header().getLongUserId() != 0)).containsOnly("home/nonroot/");
    assertThat(paths(entry -> entry.header().getLongGroupId() != 0)).containsOnly("home/nonroot/");
  }

  @Test
  void othersCanWriteOnlyToTemporaryDirectories() {
    assertThat(paths(entry -> entry.hasMode(0022)))
        .containsExactlyInAnyOrder("tmp/", "var/tmp/")
        .allMatch(path -> entry(path).hasMode(01000));
  }

  @Test
  void scannersFindEachPackageAndItsFiles() throws Exception {
    String statuses = "var/lib/dpkg/status.d/";
    assertThat(files.keySet())
        .filteredOn(path -> path.startsWith(statuses) && !path.endsWith("/"))
        .hasSize(2 * PACKAGES.size());
    for (String name : PACKAGES) {
      assertThat(entry(statuses + name).text())
          .startsWith("Package: " + name + "\n")
          .containsPattern("\nVersion: \\S+\n")
          .containsPattern("\nArchitecture: (amd64|all)\n");
      List<String> sums = entry(statuses + name + ".md5sums").text().lines().toList();
      assertThat(sums).as(name).isNotEmpty().allMatch(sum -> sum.length() > 34);
      for (String sum : sums) {
        String path = sum.substring(34);
        assertThat(sum).isEqualTo(digest("MD5", entry(path).content()) + "  " + path);
      }
    }
  }

  @Test
  void everyPackageHasItsCopyright() {
    for (String name : PACKAGES) {
      assertThat(entry("usr/share/doc/" + name + "/copyright").text())
          .as(name)
          .containsIgnoringCase("copyright");
    }
  }

  @Test
  void saysWhichDebianItIs() {
    assertThat(entry("usr/lib/os-release").text())
        .contains("\nID=debian\n", "\nVERSION_ID=\"12\"\n");
    assertThat(entry("etc/os-release").header().getLinkName()).isEqualTo("../usr/lib/os-release");
    assertThat(entry("etc/debian_version").text()).startsWith("12.");
  }

  @Test
  void knowsTheUserThatRunsTheWorker() {
    assertThat(entry("etc/passwd").text())
        .contains("nonroot:x:65532:65532:nonroot:/home/nonroot:/sbin/nologin\n");
    assertThat(entry("etc/group").text()).contains("nonroot:x:65532:\n");
  }

  @Test
  void holdsWhatTheJvmAndTheNativesNeed() {
    assertThat(files)
        .containsKeys(
            "usr/lib64/ld-linux-x86-64.so.2",
            "usr/lib/x86_64-linux-gnu/libgcc_s.so.1",
            "usr/lib/x86_64-linux-gnu/libgomp.so.1",
            "usr/lib/x86_64-linux-gnu/libm.so.6",
            "usr/lib/x86_64-linux-gnu/libstdc++.so.6",
            "usr/share/zoneinfo/Asia/Tokyo")
        .doesNotContainKey("etc/localtime");
    assertThat(entry("lib").header().getLinkName()).isEqualTo("usr/lib");
    assertThat(entry("lib64").header().getLinkName()).isEqualTo("usr/lib64");
    assertThat(entry("etc/ssl/certs/ca-certificates.crt").text())
        .startsWith("-----BEGIN CERTIFICATE-----\n")
        .as("each certificate on lines of its own")
        .doesNotContain("----------");
  }

  @Test
  void isLaidOutAsDockerSavesImages() throws Exception {
    Map<String, TarEntry> parts = TarEntry.readAll(Files.newInputStream(image));

    assertThat(parts).containsOnlyKeys("config.json", "layer.tar.gz", "manifest.json");
    assertThat(parts.get("manifest.json").text())
        .contains("\"Config\":\"config.json\"", "\"Layers\":[\"layer.tar.gz\"]");
    assertThat(parts.get("config.json").text())
        .contains(
            "\"architecture\":\"amd64\",\"os\":\"linux\"",
            "\"SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt\"",
            "\"diff_ids\":[\"sha256:" + digest("SHA-256", layer) + "\"]");
  }

  private static byte[] layerOf(Map<String, TarEntry> parts) throws IOException {
    byte[] compressed = parts.get("layer.tar.gz").content();
    return new GZIPInputStream(new ByteArrayInputStream(compressed)).readAllBytes();
  }

  private static List<String> paths(Predicate<TarEntry> wanted) {
    return files.entrySet().stream()
        .filter(file -> wanted.test(file.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /// The entry at a path, also where the path leads through a link to a directory.
  private static TarEntry entry(String path) {
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      TarEntry parent = files.get(path.substring(0, slash));
      if (parent != null && parent.header().isSymbolicLink()) {
        Path link = Path.of(path.substring(0, slash));
        return entry(link.resolveSibling(parent.header().getLinkName()) + path.substring(slash));
      }
    }
    assertThat(files).containsKey(path);
    return Objects.requireNonNull(files.get(path));
  }

  /// Where the script keeps packages of its own accord: so this test works without a network.
  private static Path cache() {
    Map<String, String> environment = System.getenv();
    String home = environment.getOrDefault("HOME", "/var/tmp") + "/.cache";
    return Path.of(environment.getOrDefault("XDG_CACHE_HOME", home), "totonoe", "debian");
  }

  private static Path copyOfCache() throws IOException {
    Path copy = Files.createTempDirectory(directory, "cache");
    try (Stream<Path> cached = Files.list(cache())) {
      for (Path file : cached.filter(Files::isRegularFile).toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    return copy;
  }

  private static void flipAByteOf(String prefix, Path cache) throws IOException {
    try (var archives = Files.newDirectoryStream(cache, prefix + "*")) {
      for (Path archive : archives) {
        byte[] bytes = Files.readAllBytes(archive);
        bytes[bytes.length / 2] ^= 1;
        Files.write(archive, bytes);
      }
    }
  }

  /// A PATH on which apt-get is the script given.
  private static Map<String, String> pathWith(String aptGet) throws IOException {
    Path tools = Files.createTempDirectory(directory, "bin");
    Path tool = Files.writeString(tools.resolve("apt-get"), aptGet);
    Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
    return Map.of("PATH", tools + ":" + System.getenv("PATH"));
  }

  private static Run run(Map<String, String> environment, String... command) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String errors = new String(process.getErrorStream().readAllBytes(), UTF_8);
    return new Run(process.waitFor(), errors);
  }

  private static String digest(String algorithm, byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
  }
}
