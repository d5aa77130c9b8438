package dev.totonoe.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.lucene.analysis.ja.dict.CharacterDefinition;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.store.ByteArrayDataInput;

/// Checks a compiled system dictionary before Lucene reads it. Lucene believes every length and
/// every address in these files: a wrong one takes all memory when it is loaded, or fails in the
/// middle of a text. So every entry is walked here once: after that each word that can be found has
/// entries, each entry lies in its file, and each context has a part of speech and costs.
///
/// The format is that of `BinaryDictionaryWriter`, `TokenInfoDictionaryEntryWriter` and
/// `ConnectionCostsWriter` in Lucene 10.5.
final class CompiledCheck {
  private static final int VERSION = 1;

  /// Thirteen bits hold a context.
  static final int CONTEXTS_MAX = 1 << 13;

  private static final int STRINGS_PER_CONTEXT = 3;

  /// Context with three flags, and cost.
  private static final int ENTRY_HEAD_BYTES = 4;

  private static final int HAS_BASE_FORM = 1;
  private static final int HAS_READING = 2;
  private static final int HAS_PRONUNCIATION = 4;

  private final CompiledFiles files;

  private CompiledCheck(CompiledFiles files) {
    this.files = files;
  }

  /// @throws dev.totonoe.failure.EnvironmentFailure naming the file that is missing or damaged
  static void check(CompiledFiles files) {
    new CompiledCheck(files).check();
  }

  private void check() {
    int contexts = read(CompiledFiles.COSTS, CompiledCheck::contexts);
    int[] words =
        entries(
            contexts,
            CompiledFiles.WORDS_SPEECH,
            CompiledFiles.WORDS_MAP,
            CompiledFiles.WORDS_ENTRIES);
    read(
        CompiledFiles.WORDS_AUTOMATON,
        bytes -> {
          AutomatonCheck.check(bytes, words);
          return words;
        });
    int[] unknown =
        entries(
            contexts,
            CompiledFiles.UNKNOWN_SPEECH,
            CompiledFiles.UNKNOWN_MAP,
            CompiledFiles.UNKNOWN_ENTRIES);
    read(
        CompiledFiles.UNKNOWN_MAP,
        bytes -> {
          require(
              unknown.length == CharacterDefinition.CLASS_COUNT,
              "expected entries for %d classes of characters but found %d",
              CharacterDefinition.CLASS_COUNT,
              unknown.length);
          return unknown;
        });
  }

  /// @return for each surface how many letters it must have: its entries borrow them
  private int[] entries(int contexts, String speechFile, String mapFile, String entriesFile) {
    int described = read(speechFile, CompiledCheck::speech);
    EntryMap map = read(mapFile, CompiledCheck::map);
    return read(
        entriesFile,
        bytes -> {
          ByteArrayDataInput in = input(bytes, "kuromoji_dict");
          int size = in.readVInt();
          require(
              size == bytes.length - in.getPosition(),
              "expected %,d bytes of entries but found %,d",
              size,
              bytes.length - in.getPosition());
          ByteBuffer entries = ByteBuffer.wrap(bytes, in.getPosition(), size).slice();
          int[] lettersMin = new int[map.surfaces()];
          int surface = -1;
          for (int i = 0; i < map.entries().length; i++) {
            if (map.first()[i]) {
              surface++;
            }
            lettersMin[surface] =
                Math.max(
                    lettersMin[surface],
                    entry(entries, map.entries()[i], Math.min(contexts, described)));
          }
          return lettersMin;
        });
  }

  /// Walks one entry.
  ///
  /// @return how many letters of its surface the base form begins with
  private static int entry(ByteBuffer entries, int at, int contexts) throws IOException {
    require(
        at >= 0 && at <= entries.capacity() - ENTRY_HEAD_BYTES, "an entry at %,d is outside", at);
    int head = entries.getShort(at) & 0xffff;
    require(head >>> 3 < contexts, "context %,d of %,d", head >>> 3, contexts);
    int end = at + ENTRY_HEAD_BYTES;
    int borrowed = 0;
    if ((head & HAS_BASE_FORM) != 0) {
      int lengths = entries.get(end) & 0xff;
      borrowed = lengths >>> 4;
      end += 1 + 2 * (lengths & 0xf);
    }
    if ((head & HAS_READING) != 0) {
      end += reading(entries, end);
    }
    if ((head & HAS_PRONUNCIATION) != 0) {
      end += reading(entries, end);
    }
    require(end <= entries.capacity(), "an entry at %,d ends outside", at);
    return borrowed;
  }

  /// The lowest bit tells katakana, one byte a letter, from anything else, two bytes a letter.
  private static int reading(ByteBuffer entries, int at) {
    int length = entries.get(at) & 0xff;
    return 1 + ((length & 1) == 1 ? length >>> 1 : length);
  }

  /// @return how many contexts have costs on both sides
  private static int contexts(byte[] bytes) throws IOException {
    ByteArrayDataInput in = input(bytes, "kuromoji_cc");
    int forward = in.readVInt();
    int backward = in.readVInt();
    require(
        forward >= 1 && forward <= CONTEXTS_MAX && backward >= 1 && backward <= CONTEXTS_MAX,
        "expected 1 to %,d contexts but found %,d and %,d",
        CONTEXTS_MAX,
        forward,
        backward);
    int costs = 0;
    for (int i = in.getPosition(); i < bytes.length; i++) {
      costs += bytes[i] >= 0 ? 1 : 0; // the last byte of a number
    }
    require(
        costs == forward * backward && bytes[bytes.length - 1] >= 0,
        "expected %,d costs but found %,d",
        forward * backward,
        costs);
    return Math.min(forward, backward);
  }

  /// @return how many contexts have a part of speech
  private static int speech(byte[] bytes) throws IOException {
    ByteArrayDataInput in = input(bytes, "kuromoji_dict_pos");
    int contexts = in.readVInt();
    require(
        contexts >= 1 && contexts <= CONTEXTS_MAX,
        "expected 1 to %,d contexts but found %,d",
        CONTEXTS_MAX,
        contexts);
    for (int i = 0; i < STRINGS_PER_CONTEXT * contexts; i++) {
      int length = in.readVInt();
      require(
          length >= 0 && length <= bytes.length - in.getPosition(),
          "a text of %,d bytes is longer than the file",
          length);
      in.skipBytes(length);
    }
    require(in.eof(), "there is more in it than %,d contexts", contexts);
    return contexts;
  }

  /// @param surfaces how many there are
  /// @param entries where each entry begins
  /// @param first whether an entry is the first of its surface
  private record EntryMap(int surfaces, int[] entries, boolean[] first) {}

  private static EntryMap map(byte[] bytes) throws IOException {
    ByteArrayDataInput in = input(bytes, "kuromoji_dict_map");
    int length = in.readVInt();
    int ends = in.readVInt();
    require(
        length >= 1 && length <= bytes.length && ends >= 2 && ends <= length + 1,
        "expected at most %,d entries but found %,d for %,d surfaces",
        bytes.length,
        length,
        ends - 1);
    int[] entries = new int[length];
    boolean[] first = new boolean[length];
    int place = 0;
    int surfaces = 0;
    for (int i = 0; i < length; i++) {
      int step = in.readVInt();
      first[i] = (step & 1) != 0;
      surfaces += step & 1;
      place += step >>> 1;
      entries[i] = place;
    }
    require(
        first[0] && surfaces == ends - 1 && in.eof(),
        "expected entries of %,d surfaces but found %,d",
        ends - 1,
        surfaces);
    return new EntryMap(surfaces, entries, first);
  }

  static ByteArrayDataInput input(byte[] bytes, String format) throws IOException {
    ByteArrayDataInput in = new ByteArrayDataInput(bytes);
    try {
      CodecUtil.checkHeader(in, format, VERSION, VERSION);
    } catch (IOException | RuntimeException e) {
      throw new IOException(
          "it does not begin as a file of the format %s, version %d".formatted(format, VERSION), e);
    }
    return in;
  }

  static void require(boolean holds, String message, Object... numbers) throws IOException {
    if (!holds) {
      throw new IOException(message.formatted(numbers));
    }
  }

  private interface Reading<T> {
    T from(byte[] bytes) throws IOException;
  }

  private <T> T read(String name, Reading<T> reading) {
    byte[] bytes = files.bytes(name);
    try {
      return reading.from(bytes);
    } catch (IOException e) {
      throw CompiledFiles.damaged(files.path(name), String.valueOf(e.getMessage()), e);
    } catch (RuntimeException | AssertionError e) {
      // Whatever follows from a wrong address; where assertions are checked, Lucene's come first.
      throw CompiledFiles.damaged(files.path(name), "a number in it leads nowhere", e);
    }
  }
}
