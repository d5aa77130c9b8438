package dev.totonoe.k8s;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/// As much of a Kubernetes API as kubectl needs to create, get, list, watch and delete Jobs and to
/// read pods, events and logs. `POST /control/NAMESPACE/STEP` plays the cluster's part:
/// [FakeSteps].
///
/// Each namespace is a cluster of its own, so that tests share a server. By hand: `java -cp …
/// dev.totonoe.k8s.FakeKubernetes` prints its address and serves until it is ended.
public final class FakeKubernetes implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long WATCH_STEP_MILLIS = 200;

  private static final Pattern PATH =
      Pattern.compile(
          "/(?:api/v1|apis/(?<group>batch)/v1)/namespaces/(?<namespace>[^/]+)/(?<plural>[^/]+)"
              + "(?:/(?<name>[^/]+)(?<log>/log)?)?");

  private final HttpServer server;
  private final FakeObjects objects = new FakeObjects();
  private final FakeSteps steps = new FakeSteps(objects);

  private FakeKubernetes(HttpServer server) {
    this.server = server;
    server.createContext("/", this::handle);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  /// Serves on any free port of the loopback.
  public static FakeKubernetes start() throws IOException {
    return new FakeKubernetes(
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
  }

  public static void main(String[] arguments) throws IOException {
    System.out.println(start().url());
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    try (exchange) {
      try {
        if (path.startsWith("/control/")) {
          control(exchange, path.split("/", 4));
        } else {
          Matcher parts = PATH.matcher(path);
          if (parts.matches()) {
            serve(exchange, parts);
          } else {
            answer(exchange, 200, Discovery.at(path));
          }
        }
      } catch (Refusal refusal) {
        answer(exchange, refusal.code(), refusal.status());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void control(HttpExchange exchange, String[] path) throws IOException, Refusal {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String result = steps.take(path[2], path[3], query(exchange), body.stripTrailing());
    byte[] bytes = result.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private void serve(HttpExchange exchange, Matcher parts)
      throws IOException, Refusal, InterruptedException {
    String namespace = parts.group("namespace");
    switch (steps.health(namespace)) {
      case UP -> steps.count(namespace);
      case BUSY -> throw Refusal.unavailable();
      case DOWN -> {
        return; // closes the connection without an answer
      }
    }
    String group = parts.group("group") == null ? "" : parts.group("group");
    FakeObjects.Kind kind =
        FakeObjects.Kind.of(group, parts.group("plural"))
            .orElseThrow(() -> Refusal.noSuchPath(exchange.getRequestURI().getPath()));
    String name = parts.group("name");
    if (name == null) {
      if (exchange.getRequestMethod().equals("POST")) {
        answer(exchange, 201, create(kind, namespace, body(exchange)));
      } else {
        list(exchange, kind, namespace);
      }
      return;
    }
    FakeObjects.Key key = new FakeObjects.Key(kind, namespace, name);
    if (parts.group("log") != null) {
      answer(exchange, "text/plain", steps.log(key));
    } else if (exchange.getRequestMethod().equals("DELETE")) {
      answer(exchange, 200, new Deletion(objects).delete(key, body(exchange)));
    } else {
      answer(exchange, 200, objects.find(key).orElseThrow(() -> Refusal.notFound(key)));
    }
  }

  private ObjectNode create(FakeObjects.Kind kind, String namespace, JsonNode body) throws Refusal {
    FakeObjects.Key key =
        new FakeObjects.Key(kind, namespace, body.path("metadata").path("name").asString(""));
    Optional<Refusal> refusal = steps.refusal(key);
    if (refusal.isPresent()) {
      throw refusal.get();
    }
    JobRules.check(key, body);
    return objects.add(key, (ObjectNode) body).orElseThrow(() -> Refusal.alreadyExists(key));
  }

  private void list(HttpExchange exchange, FakeObjects.Kind kind, String namespace)
      throws IOException, Refusal, InterruptedException {
    Map<String, String> query = query(exchange);
    Predicate<ObjectNode> selected = Selection.of(kind, query);
    if (query.getOrDefault("watch", "false").matches("1|true")) {
      watch(exchange, kind, namespace, selected, query);
      return;
    }
    ObjectNode list =
        FakeObjects.json().put("apiVersion", kind.apiVersion()).put("kind", kind + "List");
    list.putObject("metadata").put("resourceVersion", Long.toString(objects.version()));
    list.putArray("items").addAll(objects.list(kind, namespace, selected));
    answer(exchange, 200, list);
  }

  private void watch(
      HttpExchange exchange,
      FakeObjects.Kind kind,
      String namespace,
      Predicate<ObjectNode> selected,
      Map<String, String> query)
      throws IOException, InterruptedException {
    long seen = Long.parseLong(query.getOrDefault("resourceVersion", "0"));
    int opened = steps.watchesClosed(namespace);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    while (steps.health(namespace) == FakeSteps.Health.UP
        && steps.watchesClosed(namespace) == opened) {
      for (FakeObjects.Change change : objects.after(seen, WATCH_STEP_MILLIS)) {
        seen = change.version();
        if (change.key().kind() == kind
            && change.key().namespace().equals(namespace)
            && selected.test(change.object())) {
          ObjectNode event = FakeObjects.json().put("type", change.type());
          event.set("object", change.object());
          out.write((event + "\n").getBytes(StandardCharsets.UTF_8));
        }
      }
      out.flush(); // fails once nobody listens
    }
  }

  private static JsonNode body(HttpExchange exchange) throws IOException, Refusal {
    byte[] bytes = exchange.getRequestBody().readAllBytes();
    JsonNode body = bytes.length == 0 ? FakeObjects.json() : JSON.readTree(bytes);
    if (!body.isObject()) {
      throw Refusal.badRequest("the body is no object");
    }
    return body;
  }

  private static void answer(HttpExchange exchange, int code, JsonNode body) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(body);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(code, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static void answer(HttpExchange exchange, String type, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  static Map<String, String> query(HttpExchange exchange) {
    Map<String, String> query = new HashMap<>();
    String raw = exchange.getRequestURI().getRawQuery();
    for (String pair : raw == null ? new String[0] : raw.split("&")) {
      String[] parts = pair.split("=", 2);
      query.put(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]));
    }
    return query;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
