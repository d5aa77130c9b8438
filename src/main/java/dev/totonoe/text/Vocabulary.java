package dev.totonoe.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.ja.dict.JaMorphData;
import org.apache.lucene.analysis.ja.dict.TokenInfoFST;
import org.apache.lucene.analysis.ja.dict.UserDictionary;
import org.apache.lucene.analysis.morph.BinaryDictionary;
import org.apache.lucene.analysis.morph.MorphData;
import org.apache.lucene.util.IntsRef;
import org.apache.lucene.util.fst.FST;
import org.jspecify.annotations.Nullable;

/// Which nouns there are: the common nouns and the names of companies and things in Kuromoji's
/// system dictionary, and the entries of a user dictionary. It comes from [WordDictionaries]. Words
/// are looked up letter by letter in the automata that the tokenizer reads, so a question costs
/// neither memory nor tokenising. The parts of speech are IPADIC's; UniDic names those that count
/// here the same. Immutable; one serves any number of threads.
public final class Vocabulary {
  private static final String NOUN = "名詞-";

  /// Nouns that are no words by themselves.
  private static final String NUMERAL = "名詞-数";

  private static final String SUFFIX = "名詞-接尾";
  private static final String PROPER = "名詞-固有名詞";

  /// Proper nouns that count: companies, brands and the like. Names of people and places are left
  /// out, because in katakana they are parts of other words by chance (チヨコ, レート).
  private static final Set<String> NAMES = Set.of("名詞-固有名詞-組織", "名詞-固有名詞-一般");

  private final SystemDictionary system;
  private final @Nullable UserDictionary user;

  Vocabulary(SystemDictionary system, @Nullable UserDictionary user) {
    this.system = system;
    this.user = user;
  }

  /// The system dictionary alone that Lucene brings.
  public static Vocabulary standard() {
    return WordDictionaries.standard().vocabulary();
  }

  /// Whether the text, as it is written, is one noun: a common or a proper one.
  public boolean knows(String word) {
    List<String> letters = word.chars().mapToObj(Character::toString).toList();
    return nounsAt(letters, 0).contains(word);
  }

  /// The nouns that begin at a place, when each letter may be written in several ways: common nouns
  /// in any of them, proper nouns only with the first.
  ///
  /// @param spellings for each place the letters that may stand there
  /// @return in no particular order; time and memory are bounded by the words that there are
  public List<String> nounsAt(List<String> spellings, int at) {
    List<String> nouns = new ArrayList<>();
    try {
      new Walk(system.words().getFST(), spellings, at, new SystemNouns(system.words())).into(nouns);
      if (user != null) {
        new Walk(user.getFST(), spellings, at, (surface, onlyCommon) -> true).into(nouns);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a dictionary in memory failed", e);
    }
    return nouns;
  }

  /// Which surfaces of the system dictionary are nouns.
  private static final class SystemNouns implements WordTest {
    private final BinaryDictionary<?> dictionary;
    private final JaMorphData morphology;

    SystemNouns(BinaryDictionary<?> dictionary) {
      this.dictionary = dictionary;
      this.morphology = (JaMorphData) (MorphData) dictionary.getMorphAttributes();
    }

    @Override
    public boolean accepts(long surface, boolean onlyCommon) {
      IntsRef ids = new IntsRef();
      dictionary.lookupWordIds((int) surface, ids);
      for (int i = 0; i < ids.length; i++) {
        String partOfSpeech = morphology.getPartOfSpeech(ids.ints[ids.offset + i]);
        boolean word =
            partOfSpeech.startsWith(NOUN)
                && !partOfSpeech.startsWith(NUMERAL)
                && !partOfSpeech.startsWith(SUFFIX);
        boolean common = !partOfSpeech.startsWith(PROPER);
        if (word && (common || !onlyCommon && NAMES.contains(partOfSpeech))) {
          return true;
        }
      }
      return false;
    }
  }

  private interface WordTest {
    boolean accepts(long surface, boolean onlyCommon);
  }

  /// One walk through an automaton, along all letters that may stand at each place.
  private static final class Walk {
    private final TokenInfoFST words;
    private final FST.BytesReader reader;
    private final List<String> spellings;
    private final int start;
    private final WordTest test;
    private final StringBuilder word = new StringBuilder();

    Walk(TokenInfoFST words, List<String> spellings, int start, WordTest test) {
      this.words = words;
      this.reader = words.getBytesReader();
      this.spellings = spellings;
      this.start = start;
      this.test = test;
    }

    void into(List<String> found) throws IOException {
      walk(words.getFirstArc(new FST.Arc<>()), 0, false, found);
    }

    private void walk(FST.Arc<Long> from, long output, boolean respelt, List<String> found)
        throws IOException {
      int place = start + word.length();
      if (place == spellings.size()) {
        return;
      }
      String letters = spellings.get(place);
      for (int i = 0; i < letters.length(); i++) {
        FST.Arc<Long> arc = new FST.Arc<>();
        char letter = letters.charAt(i);
        if (words.findTargetArc(letter, from, arc, word.isEmpty(), reader) != null) {
          word.append(letter);
          long sum = output + arc.output();
          boolean other = respelt || i > 0;
          if (arc.isFinal() && test.accepts(sum + arc.nextFinalOutput(), other)) {
            found.add(word.toString());
          }
          walk(arc, sum, other, found);
          word.setLength(word.length() - 1);
        }
      }
    }
  }
}
