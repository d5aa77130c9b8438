package dev.totonoe;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A server of somebody else's on a port of this machine, for as long as a test takes.
public final class Program implements AutoCloseable {
  private static final Duration READY_MAX = Duration.ofSeconds(30);
  private static final Duration END_MAX = Duration.ofSeconds(10);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private final Process process;
  private final int port;
  private final HttpClient client = HttpClient.newHttpClient();

  private Program(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /// Debian's `prometheus-pushgateway`, which would keep a file for all tests.
  public static Program pushgateway(Path directory) throws Exception {
    int port = freePort();
    return start(
        directory.resolve("pushgateway.log"),
        port,
        List.of(
            Tools.require("prometheus-pushgateway").toString(),
            "--web.listen-address=127.0.0.1:" + port,
            "--persistence.file="));
  }

  /// Debian's `prometheus`.
  ///
  /// @param directory where it finds the rule files that the configuration names
  public static Program prometheus(Path directory, String configuration) throws Exception {
    Path file = Files.writeString(directory.resolve("prometheus.yml"), configuration);
    int port = freePort();
    return start(
        directory.resolve("prometheus.log"),
        port,
        List.of(
            Tools.require("prometheus").toString(),
            "--config.file=" + file,
            "--storage.tsdb.path=" + directory.resolve("prometheus"),
            "--web.listen-address=127.0.0.1:" + port));
  }

  private static Program start(Path log, int port, List<String> command) throws Exception {
    Process process =
        new ProcessBuilder(new ArrayList<>(command))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Program program = new Program(process, port);
    try {
      program.awaitReady(log);
    } catch (Exception | Error e) {
      program.close();
      throw e;
    }
    return program;
  }

  private void awaitReady(Path log) throws Exception {
    long end = System.nanoTime() + READY_MAX.toNanos();
    while (System.nanoTime() < end && process.isAlive()) {
      try {
        if (send(HttpRequest.newBuilder(at("/-/ready")).build()).statusCode() == 200) {
          return;
        }
      } catch (ConnectException e) {
        // Not yet.
      }
      Thread.sleep(LOOK_AGAIN);
    }
    fail("not ready after %s: %s", READY_MAX, Files.readString(log));
  }

  /// A port that nobody listens on now.
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  public int port() {
    return port;
  }

  /// Its address, without a slash at the end.
  public String url() {
    return "http://127.0.0.1:" + port;
  }

  public URI at(String path) {
    return URI.create(url() + path);
  }

  /// The body of what it answers.
  public String get(String path) throws Exception {
    HttpResponse<String> response = send(HttpRequest.newBuilder(at(path)).build());
    if (response.statusCode() != 200) {
      fail("%s: %d %s", path, response.statusCode(), response.body());
    }
    return response.body();
  }

  public HttpResponse<String> send(HttpRequest request) throws Exception {
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    client.close();
    process.destroy();
    try {
      process.onExit().get(END_MAX.toSeconds(), TimeUnit.SECONDS);
    } catch (Exception e) {
      process.destroyForcibly();
    }
  }
}
