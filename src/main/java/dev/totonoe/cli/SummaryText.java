package dev.totonoe.cli;

import dev.totonoe.job.RunSummary;
import dev.totonoe.layout.Root;
import dev.totonoe.report.Tally;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The ten lines at the end of a run.
final class SummaryText {
  private static final int WORDS_MAX = 6;

  private SummaryText() {}

  static String of(String dataset, RunSummary summary, Root root) {
    String results = root.shown(summary.directory());
    return switch (summary.ending()) {
      case PUBLISHED -> published(dataset, summary.tally().orElseThrow(), summary, results);
      case ALREADY_PUBLISHED ->
          "%s: already published as %s; nothing to do (--force runs it again)%n"
              .formatted(dataset, results);
      case PART_DONE ->
          "%s: part %d of %d is done (%,d shards cleansed, %,d reused, of %,d in all); whoever finishes last publishes %s%n"
              .formatted(
                  dataset,
                  summary.part().index(),
                  summary.part().count(),
                  summary.cleansed(),
                  summary.reused(),
                  summary.shards(),
                  results);
    };
  }

  private static String published(String dataset, Tally tally, RunSummary summary, String results) {
    double seconds = summary.elapsed().toMillis() / 1000.0;
    return String.format(
        Locale.ROOT,
        """
        %s: published
          rows in      %,d
          delivered    %,d
          rejected     %,d%s
          to review    %,d%s
          categories   %s
                       %s
          changes      %,d cells%s
          time         %.1f s, %,d shards%s
          results      %s
        """,
        dataset,
        tally.rows(),
        tally.products(),
        tally.rejects(),
        words(tally.rejectsByReason()),
        tally.review(),
        words(tally.reviewByReason()),
        byWord(tally.categoriesBySource(), "by "),
        byWord(tally.categoriesByStatus(), ""),
        tally.changes(),
        words(tally.changesByRule()),
        seconds,
        summary.shards(),
        summary.reused() == 0 ? "" : " (%,d reused)".formatted(summary.reused()),
        results);
  }

  private static String words(Map<String, Long> counts) {
    if (counts.isEmpty()) {
      return "";
    }
    String shown =
        counts.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .limit(WORDS_MAX)
            .map(entry -> "%s %,d".formatted(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining(", "));
    return "  (" + shown + (counts.size() > WORDS_MAX ? ", …" : "") + ")";
  }

  private static String byWord(Map<String, Long> counts, String preposition) {
    return counts.isEmpty()
        ? "none"
        : counts.entrySet().stream()
            .map(entry -> "%,d %s%s".formatted(entry.getValue(), preposition, entry.getKey()))
            .collect(Collectors.joining(", "));
  }
}
