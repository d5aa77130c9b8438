package dev.totonoe.observe;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// How a run ended, in one line: the run's summary for whoever started it. What is not known is
/// left out.
///
/// @param dataset the dataset's name, as it was given
/// @param state what the run has come to
/// @param exit the process's exit code
/// @param results what came of the records; empty unless this process published them
/// @param counts how far this process came
/// @param part which part of the run's shards were this process's; empty where that was not
///   understood
/// @param elapsed since the run began in this process
/// @param usage what the process used
/// @param message why the run did not end well
public record RunEnd(
    String dataset,
    State state,
    int exit,
    Optional<Results> results,
    RunCounts counts,
    Optional<Part> part,
    Duration elapsed,
    ProcessUsage usage,
    Optional<String> message) {
  /// Bytes of a summary in UTF-8, with its line end: as many as Kubernetes reads of a container's
  /// termination message. A longer message is cut.
  public static final int SUMMARY_BYTES_MAX = 4_096;

  /// Characters of the dataset's name in a summary. No dataset has a longer one; a command line
  /// may.
  private static final int DATASET_LENGTH_MAX = 200;

  private static final String MESSAGE = "message";
  private static final String CUT = "…";

  /// What a run has come to.
  public enum State {
    /// This process published it.
    PUBLISHED,
    /// It was published before, or another worker did so meanwhile.
    ALREADY_PUBLISHED,
    /// This process's shards are done; whoever finishes last publishes.
    PART_DONE,
    /// It cannot be done so, or not now.
    FAILED,
    /// It was stopped; the same command goes on.
    INTERRUPTED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What came of a run's records.
  public record Results(
      long rows,
      long products,
      long rejects,
      long review,
      long changes,
      SortedMap<String, Long> rejectsByReason,
      SortedMap<String, Long> reviewByReason,
      SortedMap<String, Long> categoriesByStatus) {
    public Results {
      rejectsByReason = new TreeMap<>(rejectsByReason);
      reviewByReason = new TreeMap<>(reviewByReason);
      categoriesByStatus = new TreeMap<>(categoriesByStatus);
    }
  }

  /// A part of a run's shards.
  ///
  /// @param index from 0
  /// @param count how many parts there are
  public record Part(int index, int count) {}

  public RunEnd {
    Objects.requireNonNull(state);
    Objects.requireNonNull(results);
    Objects.requireNonNull(counts);
    Objects.requireNonNull(part);
    Objects.requireNonNull(elapsed);
    Objects.requireNonNull(usage);
    Objects.requireNonNull(message);
    dataset = beginning(dataset, DATASET_LENGTH_MAX);
  }

  /// Whether the run's results are there for all to see.
  public boolean isSuccess() {
    return state == State.PUBLISHED || state == State.ALREADY_PUBLISHED;
  }

  /// The summary's keys and values.
  public Map<String, Object> fields() {
    Map<String, Object> fields = known();
    message.ifPresent(
        text -> {
          fields.put(MESSAGE, text);
          if (line(fields).length > SUMMARY_BYTES_MAX) {
            fields.put(MESSAGE, cut(text, fields));
          }
        });
    return fields;
  }

  private Map<String, Object> known() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("dataset", dataset);
    counts.planned().ifPresent(planned -> fields.put("run", planned.run()));
    fields.put("state", state.word());
    fields.put("exit", exit);
    results.ifPresent(
        records -> {
          fields.put("rows", records.rows());
          fields.put("products", records.products());
          fields.put("rejects", records.rejects());
          fields.put("review", records.review());
          fields.put("changes", records.changes());
        });
    counts.planned().ifPresent(planned -> fields.put("shards", planned.shards()));
    counts
        .task()
        .ifPresent(
            _ -> {
              fields.put("shards_cleansed", counts.shardsCleansed());
              fields.put("shards_reused", counts.shardsReused());
            });
    part.ifPresent(
        own -> {
          fields.put("shard_index", own.index());
          fields.put("shard_count", own.count());
        });
    fields.put("seconds", seconds(elapsed));
    usage.cpu().ifPresent(cpu -> fields.put("cpu_seconds", seconds(cpu)));
    usage.peakMemoryBytes().ifPresent(bytes -> fields.put("peak_memory_bytes", bytes));
    return fields;
  }

  /// The summary: a JSON object on one line, at most [#SUMMARY_BYTES_MAX] bytes.
  public byte[] summary() {
    return line(fields());
  }

  /// As much of a message as there is room for.
  private static String cut(String text, Map<String, Object> fields) {
    int fits = 0;
    // A character takes a byte at least.
    int tooLong = Math.min(text.length(), SUMMARY_BYTES_MAX);
    while (fits + 1 < tooLong) {
      int tried = (fits + tooLong) >>> 1;
      fields.put(MESSAGE, beginning(text, tried) + CUT);
      if (line(fields).length <= SUMMARY_BYTES_MAX) {
        fits = tried;
      } else {
        tooLong = tried;
      }
    }
    return beginning(text, fits) + CUT;
  }

  private static byte[] line(Map<String, Object> fields) {
    JsonLine line = new JsonLine();
    fields.forEach(line::add);
    return line.end().getBytes(StandardCharsets.UTF_8);
  }

  /// As many characters as there may be, without half of a surrogate pair at the end.
  private static String beginning(String text, int lengthMax) {
    if (text.length() <= lengthMax) {
      return text;
    }
    boolean splits = lengthMax > 0 && Character.isHighSurrogate(text.charAt(lengthMax - 1));
    return text.substring(0, splits ? lengthMax - 1 : lengthMax);
  }

  private static BigDecimal seconds(Duration duration) {
    return BigDecimal.valueOf(duration.toMillis(), 3);
  }
}
