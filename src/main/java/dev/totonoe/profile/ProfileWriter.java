package dev.totonoe.profile;

import dev.totonoe.csv.Delimiter;
import dev.totonoe.csv.DialectHints;
import dev.totonoe.csv.Encoding;
import dev.totonoe.csv.OutputFormat;
import dev.totonoe.record.Choice;
import dev.totonoe.record.Choices;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes a profile as YAML that reads back as an equal one; the same profile always gives the same
/// text.
final class ProfileWriter {
  private ProfileWriter() {}

  static String write(Profile profile) {
    StringBuilder yaml = new StringBuilder();
    line(yaml, "model: " + profile.model());
    line(yaml, "dictionary: " + profile.dictionary());
    DialectHints hints = profile.input().hints();
    line(yaml, "input:");
    line(yaml, "  encoding: " + hints.encoding().map(Encoding::word).orElse("auto"));
    line(yaml, "  delimiter: " + hints.delimiter().map(Delimiter::wordOf).orElse("auto"));
    line(yaml, "  header: " + header(hints));
    if (!profile.columns().isEmpty()) {
      line(yaml, "columns:");
      profile.columns().forEach(rule -> column(yaml, rule));
    }
    List<Choices> normalise =
        profile.normalise().values().stream().filter(c -> !c.chosen().isEmpty()).toList();
    if (!normalise.isEmpty()) {
      line(yaml, "normalise:");
      normalise.forEach(
          choices ->
              line(yaml, "  %s: %s".formatted(choices.kind().word(), map(choices.chosen()))));
    }
    if (profile.threshold().isPresent() || !profile.description().isEmpty()) {
      line(yaml, "category:");
      profile.threshold().ifPresent(threshold -> line(yaml, "  threshold: " + plain(threshold)));
      if (!profile.description().isEmpty()) {
        line(yaml, "  description: " + list(profile.description()));
      }
    }
    OutputFormat format = profile.output().format();
    line(yaml, "output:");
    line(yaml, "  encoding: " + format.encoding().word() + (format.bom() ? "-bom" : ""));
    line(yaml, "  delimiter: " + Delimiter.wordOf(format.delimiter()));
    line(yaml, "  line_end: " + format.lineEnd().name().toLowerCase(Locale.ROOT));
    profile
        .rejectsMaxFraction()
        .ifPresent(fraction -> line(yaml, "quality:\n  rejects_max: " + percent(fraction)));
    return yaml.toString();
  }

  private static void column(StringBuilder yaml, ColumnRule rule) {
    line(yaml, "  - name: " + scalar(rule.name()));
    if (!rule.from().isEmpty()) {
      line(yaml, "    from: " + list(rule.from()));
    }
    rule.kind().ifPresent(kind -> line(yaml, "    kind: " + kind.word()));
    if (!rule.chosen().isEmpty()) {
      line(yaml, "    normalise: " + map(rule.chosen()));
    }
  }

  private static String header(DialectHints hints) {
    if (hints.headerLine().isEmpty()) {
      return "auto";
    }
    int line = hints.headerLine().getAsInt();
    return line == 0 ? "none" : Integer.toString(line);
  }

  private static String list(List<String> headings) {
    return headings.stream().map(ProfileWriter::scalar).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String map(Map<Choice, String> chosen) {
    return chosen.entrySet().stream()
        .map(entry -> entry.getKey().word() + ": " + scalar(entry.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  /// Plain where that cannot be misread, otherwise in double quotes with escapes.
  static String scalar(String text) {
    boolean plain =
        text.matches("[\\p{IsAlphabetic}\\p{IsDigit}_][\\p{IsAlphabetic}\\p{IsDigit}_ー]*");
    return plain && text.codePoints().allMatch(point -> point <= 0xFFFF) ? text : quoted(text);
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      boolean visible =
          c >= 0x20 && c < 0x7F || c >= 0xA1 && c < 0x2000 || c >= 0x3001 && c < 0xD800;
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (visible || Character.isSurrogate(c) || c >= 0xFF01 && c <= 0xFFEE) {
        quoted.append(c);
      } else {
        quoted.append("\\u%04X".formatted((int) c));
      }
    }
    return quoted.append('"').toString();
  }

  /// Shortest decimal digits that read back as the same double, without an exponent.
  private static String plain(double number) {
    return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }

  private static String percent(double fraction) {
    return new BigDecimal(Double.toString(fraction))
            .movePointRight(2)
            .stripTrailingZeros()
            .toPlainString()
        + "%";
  }

  private static void line(StringBuilder yaml, String line) {
    yaml.append(line).append('\n');
  }
}
