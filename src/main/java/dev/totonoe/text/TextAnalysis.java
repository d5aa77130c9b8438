package dev.totonoe.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.dict.UserDictionary;
import org.apache.lucene.analysis.ja.tokenattributes.BaseFormAttribute;
import org.apache.lucene.analysis.ja.tokenattributes.ReadingAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.jspecify.annotations.Nullable;

/// Splits Japanese text into words: Lucene's Kuromoji in search mode, without punctuation,
/// compounds replaced by their parts. Safe for any number of threads; each has a tokenizer of its
/// own, which it reuses.
public final class TextAnalysis {
  /// The user dictionary's name in a dictionary bundle.
  public static final String USER_DICTIONARY = "userdict.csv";

  private final ThreadLocal<Session> sessions;

  private TextAnalysis(@Nullable UserDictionary userDictionary) {
    this.sessions = ThreadLocal.withInitial(() -> new Session(userDictionary));
  }

  /// @param userDictionary Kuromoji user dictionary, lines of `surface,segmentation,readings,
  ///   partOfSpeech`; its surfaces are matched after [Folding#plain(String)]
  /// @throws dev.totonoe.failure.ConfigurationFailure naming every bad line
  /// @throws dev.totonoe.failure.EnvironmentFailure when the file cannot be read
  public static TextAnalysis open(Optional<Path> userDictionary) {
    return new TextAnalysis(userDictionary.map(UserDictionaryFile::read).orElse(null));
  }

  /// The words of a text that went through [Folding#plain(String)], in order.
  public List<Token> tokens(String plainText) {
    return sessions.get().tokens(plainText);
  }

  /// Knows nothing of the analysis that it belongs to: otherwise a thread would keep both for as
  /// long as it lives.
  private static final class Session {
    private final JapaneseTokenizer tokenizer;
    private final CharTermAttribute term;
    private final BaseFormAttribute baseForm;
    private final ReadingAttribute reading;

    Session(@Nullable UserDictionary userDictionary) {
      tokenizer = new JapaneseTokenizer(userDictionary, true, true, JapaneseTokenizer.Mode.SEARCH);
      term = tokenizer.getAttribute(CharTermAttribute.class);
      baseForm = tokenizer.getAttribute(BaseFormAttribute.class);
      reading = tokenizer.getAttribute(ReadingAttribute.class);
    }

    List<Token> tokens(String text) {
      List<Token> tokens = new ArrayList<>();
      try {
        tokenizer.setReader(new StringReader(text));
        tokenizer.reset();
        while (tokenizer.incrementToken()) {
          String surface = term.toString();
          tokens.add(
              new Token(
                  surface,
                  orElse(baseForm.getBaseForm(), surface),
                  orElse(reading.getReading(), Folding.fold(surface))));
        }
        tokenizer.end();
        tokenizer.close();
      } catch (IOException e) {
        throw new UncheckedIOException("a StringReader failed", e);
      }
      return tokens;
    }

    private static String orElse(@Nullable String value, String otherwise) {
      return value == null ? otherwise : value;
    }
  }
}
