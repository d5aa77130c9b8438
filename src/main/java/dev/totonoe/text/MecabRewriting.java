package dev.totonoe.text;

import dev.totonoe.failure.ConfigurationFailure;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.lucene.analysis.ja.dict.CharacterDefinition;
import org.apache.lucene.analysis.util.CSVUtil;

/// Writes the sources of a dictionary anew, as Lucene's builder wants them: UTF-8, IPADIC's
/// thirteen columns. Each line is checked against what Lucene's format can hold, because the
/// builder stops at the first bad line without a place, and some it takes and writes wrong.
final class MecabRewriting {
  /// Four bits hold the length of a base form, seven that of a reading.
  private static final int BASE_FORM_CHARS_MAX = 15;

  private static final int READING_CHARS_MAX = 127;
  private static final int SPEECH_COLUMNS = 4;
  private static final int INFLECTED_COLUMNS = 10;
  private static final String NONE = "*";

  private final MecabSources sources;
  private final Path target;
  private final Complaints complaints;
  private final Map<Integer, String> speechOf = new HashMap<>();
  private int contexts;
  private long words;
  private long longBaseForms;

  private MecabRewriting(MecabSources sources, Path target) {
    this.sources = sources;
    this.target = target;
    this.complaints =
        new Complaints(
            "%s (read as %s in %s) cannot be compiled:"
                .formatted(
                    sources.directory(), sources.format().word(), sources.encoding().name()));
  }

  /// @param words entries
  /// @param longBaseForms entries whose base form Lucene cannot hold; their surface stands for it
  record Written(long words, long longBaseForms) {}

  /// @throws ConfigurationFailure naming the bad lines
  static Written write(MecabSources sources, Path target) throws IOException {
    return new MecabRewriting(sources, target).write();
  }

  private Written write() throws IOException {
    Files.createDirectories(target);
    matrix();
    if (complaints.isEmpty()) {
      for (Path file : sources.words()) {
        rewrite(file, this::word);
      }
      unknownWords();
      rewrite(sources.directory().resolve(MecabSources.CHARACTERS), MecabRewriting::characters);
    }
    complaints.refuse();
    return new Written(words, longBaseForms);
  }

  private interface LineRewriting {
    /// @return the line to write; empty when it was complained of
    String line(String line, Complaints.Place at);
  }

  private void rewrite(Path file, LineRewriting rewriting) throws IOException {
    Path written = target.resolve(file.getFileName().toString());
    try (BufferedWriter out = Files.newBufferedWriter(written, StandardCharsets.UTF_8)) {
      EncodedLines.read(
          file,
          sources.encoding(),
          MecabSources.FILE_BYTES_MAX,
          complaints,
          (number, line) -> append(out, rewriting.line(line, complaints.at(file, number))));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void append(BufferedWriter out, String line) {
    try {
      out.append(line).append('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String word(String line, Complaints.Place at) {
    List<String> cells = List.of(CSVUtil.parse(line));
    int columns = sources.format().columnsMin();
    if (cells.size() < columns) {
      at.say("expected at least %d columns but found %d".formatted(columns, cells.size()));
      return "";
    }
    String surface = cells.get(0);
    String baseForm = sources.format().baseForm(cells);
    String reading = sources.format().reading(cells);
    String pronunciation = sources.format().pronunciation(cells);
    if (surface.isEmpty()) {
      at.say("the surface is empty");
    }
    checkNumbers(cells, at);
    if (reading.length() > READING_CHARS_MAX || pronunciation.length() > READING_CHARS_MAX) {
      at.say("the reading has more than %d letters".formatted(READING_CHARS_MAX));
    }
    if (baseForm.isEmpty()) {
      at.say("the base form is empty");
    } else if (baseForm.length() > BASE_FORM_CHARS_MAX && !baseForm.equals(surface)) {
      baseForm = NONE;
      longBaseForms++;
    }
    words++;
    List<String> rewritten = new ArrayList<>(cells.subList(0, INFLECTED_COLUMNS));
    rewritten.addAll(List.of(baseForm, reading, pronunciation));
    return csv(rewritten);
  }

  /// Contexts, cost and part of speech.
  private void checkNumbers(List<String> cells, Complaints.Place at) {
    try {
      int left = Integer.parseInt(cells.get(1));
      int right = Integer.parseInt(cells.get(2));
      Short.parseShort(cells.get(3));
      if (left != right) {
        at.say(
            "the left context is %d and the right one %d; Lucene can hold only dictionaries where they are the same, as in IPADIC; in UniDic they differ since 2.3"
                .formatted(left, right));
      } else if (left < 0 || left >= contexts) {
        at.say("expected a context of 0 to %d but found %d".formatted(contexts - 1, left));
      } else {
        checkSpeech(left, cells, at);
      }
    } catch (NumberFormatException e) {
      at.say("expected two contexts and a cost but found " + String.join(",", cells.subList(1, 4)));
    }
  }

  private void checkSpeech(int context, List<String> cells, Complaints.Place at) {
    List<String> speech = cells.subList(4, INFLECTED_COLUMNS);
    if (speech.subList(0, SPEECH_COLUMNS).stream().allMatch(NONE::equals)
        || speech.stream().anyMatch(String::isEmpty)) {
      at.say("the part of speech is empty");
      return;
    }
    String told = String.join(",", speech);
    String before = speechOf.putIfAbsent(context, told);
    if (before != null && !before.equals(told)) {
      at.say("context %d is %s, but above it is %s".formatted(context, told, before));
    }
  }

  /// The builder wants one line or more for each class of characters, and eleven columns, of which
  /// UniDic leaves out the last.
  private void unknownWords() throws IOException {
    Path file = sources.directory().resolve(MecabSources.UNKNOWN);
    speechOf.clear(); // the builder numbers them apart
    TreeSet<Integer> classes = new TreeSet<>(List.of((int) CharacterDefinition.NGRAM));
    rewrite(
        file,
        (line, at) -> {
          List<String> cells = new ArrayList<>(List.of(CSVUtil.parse(line)));
          if (cells.size() < INFLECTED_COLUMNS) {
            at.say(
                "expected at least %d columns but found %d"
                    .formatted(INFLECTED_COLUMNS, cells.size()));
            return "";
          }
          try {
            classes.add((int) CharacterDefinition.lookupCharacterClass(cells.get(0)));
          } catch (IllegalArgumentException e) {
            at.say("Lucene knows no class of characters named " + cells.get(0));
          }
          checkNumbers(cells, at);
          List<String> rewritten = new ArrayList<>(cells.subList(0, INFLECTED_COLUMNS));
          rewritten.add(NONE);
          return csv(rewritten);
        });
    if (classes.size() < CharacterDefinition.CLASS_COUNT) {
      complaints.add(
          "%s: expected a line for each of DEFAULT, SPACE, SYMBOL, NUMERIC, ALPHA, CYRILLIC, GREEK, HIRAGANA, KATAKANA, KANJI and KANJINUMERIC"
              .formatted(file));
    }
  }

  /// A class with three numbers, or a range of characters and its class. Those beyond U+FFFF are
  /// left out: Lucene looks at UTF-16 units.
  private static String characters(String line, Complaints.Place at) {
    String[] cells = line.replaceFirst("#.*", "").strip().split("\\s+");
    if (cells[0].isEmpty()) {
      return "";
    }
    try {
      boolean range = cells[0].startsWith("0x");
      CharacterDefinition.lookupCharacterClass(cells[range ? 1 : 0]);
      if (range) {
        String[] ends = cells[0].split("\\.\\.", 2);
        return Integer.decode(ends[ends.length - 1]) > Character.MAX_VALUE ? "" : line;
      }
      for (int i = 1; i <= 3; i++) {
        Integer.parseInt(cells[i]);
      }
      return line;
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      at.say("expected characters and a class, or a class and three numbers, but found: " + line);
      return "";
    }
  }

  /// Copies the costs; each line is read, because the builder puts a bad one anywhere.
  private void matrix() throws IOException {
    Path file = sources.directory().resolve(MecabSources.MATRIX);
    MatrixLines lines = new MatrixLines(complaints, file);
    EncodedLines.read(
        file, StandardCharsets.US_ASCII, MecabSources.FILE_BYTES_MAX, complaints, lines);
    lines.end();
    contexts = lines.contexts();
    Files.copy(file, target.resolve(MecabSources.MATRIX));
  }

  private static String csv(List<String> cells) {
    return String.join(",", cells.stream().map(CSVUtil::quoteEscape).toList());
  }
}
