package dev.totonoe.image;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// What the images stand on: the C library, certificates, a user. Nothing else, no shell.
final class BaseImage {
  /// Google's distroless image for programs in C and C++, on Debian 12.
  private static final String DISTROLESS = "gcr.io/distroless/cc-debian12:nonroot";

  private static final URI DISTROLESS_REGISTRY = URI.create("https://gcr.io/v2/");
  private static final Duration ANSWER_TIME_MAX = Duration.ofSeconds(5);

  private BaseImage() {}

  /// The base in words that Jib understands.
  ///
  /// @param wanted `auto`: Google's image, or where its registry does not answer the assembled one;
  ///   `distroless` or `debian`: this one; anything else is an image's name
  static String find(String wanted, Path clone) throws IOException, InterruptedException {
    return switch (wanted) {
      case "auto" -> answers(DISTROLESS_REGISTRY) ? DISTROLESS : assemble(clone);
      case "distroless" -> DISTROLESS;
      case "debian" -> assemble(clone);
      default -> wanted;
    };
  }

  private static String assemble(Path clone) throws IOException, InterruptedException {
    Path tar = clone.resolve("target/image/base.tar");
    Tool.run(List.of(clone.resolve("src/image/debian-base").toString(), tar.toString()));
    return "tar://" + tar;
  }

  /// Any answer counts: a registry asks those that it does not know for a token.
  private static boolean answers(URI registry) throws InterruptedException {
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(ANSWER_TIME_MAX).build()) {
      client.send(
          HttpRequest.newBuilder(registry).timeout(ANSWER_TIME_MAX).build(),
          HttpResponse.BodyHandlers.discarding());
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
