package dev.totonoe.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class RunEndTest {
  static final RunEnd.Results RESULTS =
      new RunEnd.Results(
          10,
          8,
          2,
          1,
          30,
          new TreeMap<>(Map.of("no_name", 2L)),
          new TreeMap<>(Map.of("content_conflict", 1L)),
          new TreeMap<>(Map.of("accepted", 7L, "review", 1L)));

  static final ProcessUsage USAGE =
      new ProcessUsage(Optional.of(Duration.ofMillis(4_210)), OptionalLong.of(310L << 20));

  static RunCounts counts() {
    RunCounts counts = new RunCounts();
    counts.planned("0123456789abcdef", 4);
    counts.task(2, 10);
    counts.shardReused();
    counts.shardCleansed();
    counts.rowsCleansed(6);
    return counts;
  }

  private static RunEnd failed(String message) {
    return new RunEnd(
        "sample",
        RunEnd.State.FAILED,
        3,
        Optional.empty(),
        new RunCounts(),
        Optional.empty(),
        Duration.ofMillis(1_203),
        new ProcessUsage(Optional.empty(), OptionalLong.empty()),
        Optional.of(message));
  }

  private static String text(RunEnd end) {
    return new String(end.summary(), StandardCharsets.UTF_8);
  }

  @Test
  void tellsEverythingInOneLine() {
    RunEnd end =
        new RunEnd(
            "sample",
            RunEnd.State.PUBLISHED,
            0,
            Optional.of(RESULTS),
            counts(),
            Optional.of(new RunEnd.Part(1, 2)),
            Duration.ofMillis(3_021),
            USAGE,
            Optional.empty());
    assertThat(text(end))
        .isEqualTo(
            "{\"dataset\":\"sample\",\"run\":\"0123456789abcdef\",\"state\":\"published\",\"exit\":0,\"rows\":10,\"products\":8,\"rejects\":2,\"review\":1,\"changes\":30,\"shards\":4,\"shards_cleansed\":1,\"shards_reused\":1,\"shard_index\":1,\"shard_count\":2,\"seconds\":3.021,\"cpu_seconds\":4.210,\"peak_memory_bytes\":325058560}\n");
  }

  @Test
  void leavesOutWhatIsNotKnown() {
    assertThat(text(failed("no \"raw\"")))
        .isEqualTo(
            "{\"dataset\":\"sample\",\"state\":\"failed\",\"exit\":3,\"seconds\":1.203,\"message\":\"no \\\"raw\\\"\"}\n");
  }

  @Test
  void cutsTheMessageWhereTheSummaryWouldBeTooLong() {
    int others = failed("").summary().length;
    int fits = RunEnd.SUMMARY_BYTES_MAX - others;
    assertThat(failed("x".repeat(fits)).summary()).hasSize(RunEnd.SUMMARY_BYTES_MAX);
    assertThat(text(failed("x".repeat(fits)))).doesNotContain("…");
    String cut = text(failed("x".repeat(fits + 1)));
    assertThat(cut.getBytes(StandardCharsets.UTF_8)).hasSize(RunEnd.SUMMARY_BYTES_MAX);
    assertThat(cut).endsWith("x".repeat(fits - 3) + "…\"}\n");
  }

  @Property(tries = 200)
  void isNeverTooLongNorMuchTooShort(
      @ForAll @StringLength(min = 1, max = 4) String some,
      @ForAll @IntRange(max = 9_000) int times) {
    String message = some.repeat(times);
    byte[] summary = failed(message).summary();
    assertThat(summary).hasSizeLessThanOrEqualTo(RunEnd.SUMMARY_BYTES_MAX);
    String told = JsonMapper.shared().readTree(summary).get("message").asString();
    if (told.endsWith("…") && !message.endsWith("…")) {
      // What is missing is less than one character more, escaped, would have taken.
      assertThat(summary).hasSizeGreaterThan(RunEnd.SUMMARY_BYTES_MAX - 12);
      assertThat(told.codePoints().filter(c -> Character.getType(c) == Character.SURROGATE))
          .isEmpty();
    }
  }

  @Test
  void cutsAnOverlongDatasetOfACommandLineToo() {
    RunEnd end =
        new RunEnd(
            "\u0001".repeat(5_000),
            RunEnd.State.FAILED,
            2,
            Optional.empty(),
            new RunCounts(),
            Optional.empty(),
            Duration.ZERO,
            USAGE,
            Optional.of("dataset name: expected at most 200 characters"));
    assertThat(end.summary()).hasSizeLessThan(RunEnd.SUMMARY_BYTES_MAX);
    assertThat(text(end)).contains("expected at most 200 characters");
  }
}
