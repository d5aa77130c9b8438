package dev.totonoe.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.manifests.Manifests;
import dev.totonoe.manifests.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The pods of a Job, as far as a container without a cluster can be one: with the environment, the
/// user and the limit of memory that the template of the overlay `local` gives them, and a file for
/// last words that belongs to somebody else, as the kubelet makes it.
final class PodImageIT {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Manifests LOCAL = Manifests.overlay("local");

  @Test
  void twoPodsFinishOneRun() throws Exception {
    MountedRoot alone = MountedRoot.create().withSample(1);
    alone.runOutside();
    MountedRoot root = MountedRoot.create().withSample(1);

    Pod first = Pod.of(root, 0, 2);
    Container.Ended part = first.container().run("run", "sample");
    assertThat(part.exit()).as(part.out()).isZero();
    assertThat(first.lastWords().at("/state").asString()).isEqualTo("part_done");
    assertThat(root.dataset().latestRun()).isEmpty();

    Pod second = Pod.of(root, 1, 2);
    Container.Ended published = second.container().run("run", "sample");
    assertThat(published.exit()).as(published.out()).isZero();
    assertThat(second.lastWords().at("/state").asString()).isEqualTo("published");
    assertThat(second.lastWords().at("/rows").asLong()).isEqualTo(3_401);
    root.assertSameRunAs(alone);
    assertLinesAreEvents(published);
  }

  @Test
  void saysWhyItFailed() throws Exception {
    MountedRoot root = MountedRoot.create().withSample(1);
    for (Path input : root.dataset().inputs()) {
      Files.writeString(input, "PK\u0003\u0004");
    }
    Pod pod = Pod.of(root, 0, 1);
    Container.Ended ended = pod.container().run("run", "sample");
    assertThat(ended.exit()).as(ended.out()).isEqualTo(3);
    assertThat(pod.lastWords().at("/exit").asInt()).isEqualTo(3);
    assertThat(pod.lastWords().at("/message").asString()).contains("kikaku_shokuhin.csv");
    assertLinesAreEvents(ended);
  }

  private static void assertLinesAreEvents(Container.Ended ended) {
    List<JsonNode> lines = ended.out().lines().map(JSON::readTree).toList();
    assertThat(lines)
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line.propertyNames()).startsWith("time", "level", "event"));
    assertThat(lines.getLast().at("/event").asString()).isEqualTo("run_ended");
  }

  /// @param container started as the template says
  /// @param message the host's side of its termination message
  private record Pod(Container container, Path message) {
    static Pod of(MountedRoot root, int index, int count) throws Exception {
      Node worker = LOCAL.worker();
      Node user = LOCAL.runPod().at("securityContext");
      Path message = Files.createTempFile(Podman.volumes(), "message", "");
      Files.setPosixFilePermissions(message, PosixFilePermissions.fromString("rw-rw-rw-"));
      Container container =
          Container.locked(
                  BuiltImage.RUN, number(user, "runAsUser") + ":" + number(user, "runAsGroup"))
              .memory(worker.at("resources", "limits", "memory").text().replace("Mi", "m"))
              .data(root.directory())
              .scratch(MountedRoot.emptyScratch())
              .with("--volume", message + ":" + worker.at("terminationMessagePath").text());
      for (Node variable : worker.at("env").each()) {
        container =
            container.with("--env", variable.at("name").text() + "=" + variable.at("value").text());
      }
      // What the Job's controller adds, and what totonoe-job puts in the template's place.
      return new Pod(
          container
              .with("--env", "JOB_COMPLETION_INDEX=" + index)
              .with("--env", "TOTONOE_SHARD_COUNT=" + count),
          message);
    }

    private static String number(Node map, String key) {
      return map.map().get(key);
    }

    JsonNode lastWords() throws IOException {
      String text = Files.readString(message);
      assertThat(text.lines()).hasSize(1);
      return JSON.readTree(text);
    }
  }
}
