package dev.totonoe.train;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Markdown that is being written: the sections that the card of a bundle and the card of an
/// evaluation share. Numbers are written alike everywhere, whatever the machine's locale.
final class CardText {
  /// Labels told in a list; of more the number is told.
  static final int LABELS_TOLD_MAX = 20;

  private static final String MARKUP = "\\`*_[]<|~";

  private final StringBuilder text = new StringBuilder();

  CardText title(String title) {
    text.append("# ").append(title).append('\n');
    return this;
  }

  CardText section(String title) {
    text.append("\n## ").append(title).append("\n\n");
    return this;
  }

  CardText line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
    return this;
  }

  /// What is accepted of the categories above the labels; nothing where nothing is.
  CardText parents(Acceptance parents) {
    return parents.accepted() == 0
        ? this
        : line(
            "Where a category is not accepted, one above it is from a score of %s on: %s more of the rows, %s of those right.",
            decimal(parents.score()), percent(parents.coverage()), percent(parents.precision()));
  }

  /// The head of a table.
  CardText head(String... headings) {
    row((Object[]) headings);
    row(Arrays.stream(headings).map(_ -> "---").toArray());
    return this;
  }

  CardText row(Object... cells) {
    text.append(
        Arrays.stream(cells).map(String::valueOf).collect(Collectors.joining(" | ", "| ", " |\n")));
    return this;
  }

  /// The table of scores over all rows.
  CardText scores(Measures measures) {
    head("over all rows, accepted or not", "");
    row("rows", count(measures.rows()));
    row("accuracy", decimal(measures.scores().accuracy()));
    row("weighted F1", decimal(measures.scores().weightedF1()));
    row("macro F1", decimal(measures.scores().macroF1()));
    measures
        .top3Accuracy()
        .ifPresent(share -> row("right label among the first 3", decimal(share)));
    HierarchicalScores hierarchical = measures.hierarchical();
    row("hierarchical precision", decimal(hierarchical.precision()));
    row("hierarchical recall", decimal(hierarchical.recall()));
    row("hierarchical F1", decimal(hierarchical.f1()));
    row("calibration error (ECE, 15 bins)", decimal(measures.scores().ece()));
    if (measures.unguessedRows() > 0) {
      row("rows without any guess (counted as wrong)", count(measures.unguessedRows()));
    }
    return this;
  }

  CardText acceptance(Measures measures) {
    head(
        "to be right this often", "accept from a score of", "share accepted", "lower bound (99 %)");
    for (Acceptance point : measures.atPrecision()) {
      if (point.accepted() == 0) {
        row(percent(point.level()), "no score does", percent(0), "");
      } else {
        row(
            percent(point.level()),
            decimal(point.score()),
            percent(point.coverage()),
            percent(point.precisionLowerBound()));
      }
    }
    text.append('\n');
    head("to accept this share", "accept from a score of", "right", "lower bound (99 %)");
    for (Acceptance point : measures.atCoverage()) {
      row(
          percent(point.level()),
          decimal(point.score()),
          percent(point.precision()),
          percent(point.precisionLowerBound()));
    }
    return this;
  }

  CardText reliability(Measures measures) {
    head("score", "rows", "mean score", "right");
    for (ReliabilityBin bin : measures.reliability()) {
      boolean empty = bin.rows() == 0;
      row(
          String.format(Locale.ROOT, "%.2f–%.2f", bin.from(), bin.to()),
          count(bin.rows()),
          empty ? "" : percent(bin.meanScore()),
          empty ? "" : percent(bin.rightShare()));
    }
    return this;
  }

  CardText confusions(Measures measures) {
    if (measures.confusions().isEmpty()) {
      return line("No row was taken for another label's.");
    }
    head("label", "taken for", "rows", "share of the label", "the other way round");
    for (Confusion pair : measures.confusions()) {
      row(
          escaped(pair.truth()),
          escaped(pair.guess()),
          count(pair.rows()),
          percent(pair.share()),
          count(pair.reverseRows()) + " (" + percent(pair.reverseShare()) + ")");
    }
    return this;
  }

  /// A list of labels, each with a remark.
  CardText labels(List<String> lines) {
    lines.stream().limit(LABELS_TOLD_MAX).forEach(line -> line("- %s", line));
    return lines.size() > LABELS_TOLD_MAX
        ? line("- … and %s more", count(lines.size() - LABELS_TOLD_MAX))
        : this;
  }

  /// A text as Markdown shows it: nothing in it is markup.
  static String escaped(String plain) {
    StringBuilder escaped = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char sign = plain.charAt(i);
      if (MARKUP.indexOf(sign) >= 0) {
        escaped.append('\\');
      }
      escaped.append(sign);
    }
    return escaped.toString();
  }

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  static String decimal(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
