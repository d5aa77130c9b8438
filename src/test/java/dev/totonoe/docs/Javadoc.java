package dev.totonoe.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A `///` comment as Markdown for readers who do not read Java.
///
/// @param text its text, without parameters
/// @param parameters its `@param` texts by name
public record Javadoc(String text, Map<String, String> parameters) {
  private static final Path SOURCES = Path.of("src/main/java/dev/totonoe");
  private static final String MARK = "///";
  private static final Pattern PARAMETER = Pattern.compile("@param (\\S+) (.*)");
  private static final Pattern CONSTANT = Pattern.compile("([A-Z][A-Z0-9_]*)(?:\\(.*|[,;{].*|)");
  private static final Pattern CODE = Pattern.compile("`[^`\n]*`");
  private static final Pattern LINK =
      Pattern.compile("\\[((?:[a-z]+\\.)*[A-Z]\\w*)?(?:#(\\w+)(?:\\([^)]*\\))?)?\\](?!\\()");
  private static final Pattern SENTENCE = Pattern.compile("(?s)(.*?[.!?])(?=\\s|$).*");

  /// The text of a source file below the worker's package.
  ///
  /// @param path such as `record/RejectReason.java`
  public static List<String> source(String path) {
    try {
      return Files.readAllLines(SOURCES.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The comment of a file's type.
  public static Javadoc ofType(String path) {
    List<String> lines = new ArrayList<>();
    for (String line : source(path)) {
      if (line.startsWith(MARK)) {
        lines.add(line.substring(MARK.length()).replaceFirst("^ ", ""));
      } else if (!lines.isEmpty()) {
        return of(lines);
      }
    }
    throw new IllegalArgumentException(path + ": the type has no Javadoc");
  }

  /// The comments of an enum's constants, in order, by name; an empty text where there is none.
  ///
  /// @param start how the enum's line begins, such as `enum Status`
  public static Map<String, Javadoc> ofConstants(String path, String start) {
    Map<String, Javadoc> constants = new LinkedHashMap<>();
    List<String> comment = new ArrayList<>();
    boolean inside = false;
    for (String raw : source(path)) {
      String line = raw.strip();
      if (!inside) {
        inside = line.replaceFirst("^(public|private) ", "").startsWith(start + " ");
        continue;
      }
      Matcher constant = CONSTANT.matcher(line);
      if (line.startsWith(MARK)) {
        comment.add(line.substring(MARK.length()).replaceFirst("^ ", ""));
      } else if (constant.matches()) {
        constants.put(constant.group(1), of(comment));
        comment.clear();
      }
      boolean last = line.endsWith(";") || line.equals("}");
      if (last && !line.startsWith(MARK)) {
        break;
      }
    }
    return constants;
  }

  private static Javadoc of(List<String> lines) {
    StringBuilder text = new StringBuilder();
    Map<String, String> parameters = new LinkedHashMap<>();
    Optional<String> parameter = Optional.empty();
    for (String line : lines) {
      Matcher start = PARAMETER.matcher(line.strip());
      if (start.matches()) {
        parameter = Optional.of(start.group(1));
        parameters.put(start.group(1), start.group(2));
      } else if (line.isBlank()) {
        parameter = Optional.empty();
        text.append('\n');
      } else if (parameter.isPresent()) {
        parameters.merge(parameter.get(), line.strip(), (a, b) -> a + " " + b);
      } else {
        text.append(line.strip()).append('\n');
      }
    }
    return new Javadoc(text.toString().strip().replaceAll("\n{3,}", "\n\n"), parameters);
  }

  /// @param link the page of a type, where it has one
  public String markdown(Function<String, Optional<String>> link) {
    return markdown(text, link)
        .replace("Known weakness:", "**Known weakness:**")
        .replaceAll("(?m)^Source:", "**Source:**");
  }

  /// @param link the page of a type, where it has one
  public Map<String, String> parameters(Function<String, Optional<String>> link) {
    Map<String, String> all = new LinkedHashMap<>();
    parameters.forEach((name, said) -> all.put(name, markdown(said, link)));
    return all;
  }

  /// The first sentence on one line, without links.
  public String firstSentence() {
    String paragraph = text.split("\n\n", 2)[0].replace('\n', ' ');
    // A full stop inside code ends no sentence: there it is hidden for the search.
    Matcher code = CODE.matcher(paragraph);
    String hidden = code.replaceAll(found -> "x".repeat(found.group().length()));
    Matcher sentence = SENTENCE.matcher(hidden);
    int end = sentence.matches() ? sentence.end(1) : paragraph.length();
    return markdown(paragraph.substring(0, end), type -> Optional.empty());
  }

  private static String markdown(String text, Function<String, Optional<String>> link) {
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      boolean row = line.startsWith("|");
      StringBuilder out = new StringBuilder();
      int end = 0;
      for (MatchResult code : CODE.matcher(line).results().toList()) {
        out.append(prose(line.substring(end, code.start()), link));
        out.append(row ? code.group().replace("|", "\\|") : code.group());
        end = code.end();
      }
      lines.add(out.append(prose(line.substring(end), link)).toString());
    }
    return String.join("\n", lines);
  }

  private static String prose(String text, Function<String, Optional<String>> link) {
    return LINK.matcher(text.replace("<", "&lt;"))
        .replaceAll(found -> Matcher.quoteReplacement(linked(found, link)));
  }

  private static String linked(MatchResult found, Function<String, Optional<String>> link) {
    if (found.group(1) == null && found.group(2) == null) {
      return found.group();
    }
    if (found.group(1) == null) {
      return "`" + found.group(2) + "`";
    }
    String type = found.group(1).substring(found.group(1).lastIndexOf('.') + 1);
    if (found.group(2) != null) {
      return "`" + found.group(2).toLowerCase(Locale.ROOT) + "`";
    }
    return link.apply(type).map(page -> "[%s](%s)".formatted(type, page)).orElse("`" + type + "`");
  }

  /// Text that may stand in a cell of a Markdown table.
  public static String cell(String text) {
    return text.replaceAll("(?<!\\\\)\\|", "\\\\|").replace('\n', ' ');
  }
}
