package dev.totonoe.k8s;

import tools.jackson.databind.node.ObjectNode;

/// An answer that is no success, in the form of the API server: a `Status` with code, reason and
/// message. kubectl prints it as `Error from server (REASON): MESSAGE`.
final class Refusal extends Exception {
  private static final long serialVersionUID = 1;

  private final int code;
  private final String reason;

  private Refusal(int code, String reason, String message) {
    super(message);
    this.code = code;
    this.reason = reason;
  }

  static Refusal notFound(FakeObjects.Key key) {
    return new Refusal(404, "NotFound", named(key) + " not found");
  }

  static Refusal noSuchPath(String path) {
    return new Refusal(
        404, "NotFound", "the server could not find the requested resource: " + path);
  }

  static Refusal alreadyExists(FakeObjects.Key key) {
    return new Refusal(409, "AlreadyExists", named(key) + " already exists");
  }

  static Refusal conflict(FakeObjects.Key key, String why) {
    return new Refusal(
        409, "Conflict", "Operation cannot be fulfilled on " + named(key) + ": " + why);
  }

  static Refusal invalid(FakeObjects.Key key, String why) {
    return new Refusal(422, "Invalid", "Job.batch \"" + key.name() + "\" is invalid: " + why);
  }

  static Refusal forbidden(FakeObjects.Key key, String why) {
    return new Refusal(403, "Forbidden", named(key) + " is forbidden: " + why);
  }

  static Refusal badRequest(String why) {
    return new Refusal(400, "BadRequest", why);
  }

  static Refusal unavailable() {
    return new Refusal(
        503, "ServiceUnavailable", "the server is currently unable to handle the request");
  }

  int code() {
    return code;
  }

  ObjectNode status() {
    ObjectNode status = FakeObjects.json().put("kind", "Status").put("apiVersion", "v1");
    status.putObject("metadata");
    return status
        .put("status", "Failure")
        .put("message", getMessage())
        .put("reason", reason)
        .put("code", code);
  }

  private static String named(FakeObjects.Key key) {
    return key.kind().qualified() + " \"" + key.name() + "\"";
  }
}
