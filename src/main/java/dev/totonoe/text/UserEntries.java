package dev.totonoe.text;

import dev.totonoe.failure.ConfigurationFailure;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.analysis.ja.dict.UserDictionary;
import org.apache.lucene.analysis.util.CSVUtil;
import org.jspecify.annotations.Nullable;

/// The entries of a Kuromoji user dictionary. Lucene stops at the first bad one and does not say
/// where it stands, so every line is checked here first. Cells are unified as texts are
/// ([Folding#plain(String)]), so that entries are found whatever their width and case; readings in
/// hiragana count as katakana.
///
/// @param file where they come from, for messages
/// @param entries in the file's order
/// @param compiled what Kuromoji reads; null when there is no entry
record UserEntries(Path file, List<Entry> entries, @Nullable UserDictionary compiled) {
  static final long FILE_BYTES_MAX = 16L << 20;

  /// Letters of a surface: a longer one is a sentence, or a line that lost its commas.
  static final int SURFACE_CHARS_MAX = 100;

  private static final UserEntries NONE = new UserEntries(Path.of(""), List.of(), null);

  private static final int COLUMNS = 4;

  /// One line.
  ///
  /// @param line from 1
  /// @param surface the text that it is about
  /// @param segments into which that is split; together they spell it
  /// @param readings one for each segment, in katakana
  /// @param partOfSpeech of each segment
  record Entry(
      int line, String surface, List<String> segments, List<String> readings, String partOfSpeech) {
    Entry {
      segments = List.copyOf(segments);
      readings = List.copyOf(readings);
    }

    String csv() {
      String surfaceCell =
          surface.startsWith("#") ? '"' + surface + '"' : CSVUtil.quoteEscape(surface);
      return String.join(
          ",",
          surfaceCell,
          CSVUtil.quoteEscape(String.join(" ", segments)),
          CSVUtil.quoteEscape(String.join(" ", readings)),
          CSVUtil.quoteEscape(partOfSpeech));
    }
  }

  UserEntries {
    entries = List.copyOf(entries);
  }

  static UserEntries none() {
    return NONE;
  }

  /// @throws ConfigurationFailure naming the bad lines
  /// @throws dev.totonoe.failure.EnvironmentFailure when the file cannot be read
  static UserEntries read(Path file) {
    Complaints complaints = new Complaints("the user dictionary has errors:");
    List<Entry> entries = new ArrayList<>();
    Map<String, Integer> firstLineOf = new HashMap<>();
    EncodedLines.read(
        file,
        StandardCharsets.UTF_8,
        FILE_BYTES_MAX,
        complaints,
        (number, line) ->
            entry(number, line, complaints.at(file, number))
                .filter(entry -> isFirst(entry, firstLineOf, complaints.at(file, number)))
                .ifPresent(entries::add));
    complaints.refuse();
    return new UserEntries(file, entries, compile(file, entries));
  }

  private static Optional<Entry> entry(int number, String line, Complaints.Place at) {
    if (line.isBlank() || line.stripLeading().startsWith("#")) {
      return Optional.empty();
    }
    Optional<String> invisible = invisible(line);
    if (invisible.isPresent()) {
      at.say("%s cannot be in an entry; delete it".formatted(invisible.get()));
      return Optional.empty();
    }
    List<String> cells = Arrays.stream(CSVUtil.parse(line)).map(Folding::plain).toList();
    if (cells.size() != COLUMNS) {
      at.say("expected surface,segmentation,readings,partOfSpeech but found: " + line);
      return Optional.empty();
    }
    Entry entry =
        new Entry(
            number,
            cells.get(0),
            List.of(cells.get(1).split(" ")),
            List.of(Folding.fold(cells.get(2)).split(" ")),
            cells.get(3));
    List<String> errors = errors(entry);
    errors.forEach(at::say);
    return errors.isEmpty() ? Optional.of(entry) : Optional.empty();
  }

  /// A control character or one without a glyph: no text that comes here has one, and Kuromoji
  /// itself separates fields by NUL.
  private static Optional<String> invisible(String line) {
    return line.codePoints()
        .filter(c -> c != '\t')
        .filter(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT)
        .mapToObj("the invisible character U+%04X"::formatted)
        .findFirst();
  }

  private static List<String> errors(Entry entry) {
    List<String> errors = new ArrayList<>();
    String surface = entry.surface();
    if (surface.isEmpty()) {
      errors.add("the surface is empty");
    } else if (surface.length() > SURFACE_CHARS_MAX) {
      errors.add(
          "the surface has %d letters, more than %d"
              .formatted(surface.length(), SURFACE_CHARS_MAX));
    } else if (surface.contains(" ")) {
      errors.add("the surface '" + surface + "' has a space, at which Kuromoji miscounts");
    } else if (!String.join("", entry.segments()).equals(surface)) {
      errors.add(
          "the segmentation '%s' does not spell '%s'"
              .formatted(String.join(" ", entry.segments()), surface));
    }
    if (entry.segments().size() != entry.readings().size()) {
      errors.add(
          "%d segments but %d readings: '%s', '%s'"
              .formatted(
                  entry.segments().size(),
                  entry.readings().size(),
                  String.join(" ", entry.segments()),
                  String.join(" ", entry.readings())));
    }
    entry.readings().stream()
        .filter(reading -> !isKatakana(reading))
        .map(reading -> "expected a reading in katakana but found '" + reading + "'")
        .forEach(errors::add);
    if (entry.partOfSpeech().isEmpty()) {
      errors.add("the part of speech is empty; any name will do, such as カスタム名詞");
    }
    return errors;
  }

  /// `・` parts the words of a name (`ジョン・レノン`).
  private static boolean isKatakana(String reading) {
    return !reading.isEmpty()
        && reading.chars().allMatch(c -> c >= 'ァ' && c <= 'ヺ' || c >= '・' && c <= 'ヾ');
  }

  private static boolean isFirst(
      Entry entry, Map<String, Integer> firstLineOf, Complaints.Place at) {
    Integer first = firstLineOf.putIfAbsent(entry.surface(), entry.line());
    if (first != null) {
      at.say("'%s' is already on line %d".formatted(entry.surface(), first));
    }
    return first == null;
  }

  private static @Nullable UserDictionary compile(Path file, List<Entry> entries) {
    StringBuilder csv = new StringBuilder();
    entries.forEach(entry -> csv.append(entry.csv()).append('\n'));
    try {
      return UserDictionary.open(new StringReader(csv.toString()));
    } catch (IOException | RuntimeException e) {
      throw new ConfigurationFailure(
          file + ": Kuromoji refuses the user dictionary: " + e.getMessage(), e);
    }
  }

  /// The entries that do nothing where their surface stands alone: the system dictionary splits and
  /// reads it the same way. Most of them can go.
  ///
  /// @param system knows no entry of a user
  List<String> withoutEffect(TextAnalysis system) {
    return entries.stream()
        .filter(entry -> isKnown(entry, system.tokens(entry.surface())))
        .map(
            entry ->
                "%s:%d: '%s' is split and read so without this entry; it can go"
                    .formatted(file, entry.line(), entry.surface()))
        .toList();
  }

  private static boolean isKnown(Entry entry, List<Token> tokens) {
    return tokens.stream().map(Token::surface).toList().equals(entry.segments())
        && tokens.stream().map(Token::reading).toList().equals(entry.readings());
  }
}
