package dev.totonoe.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.dict.UserDictionary;
import org.apache.lucene.analysis.ja.tokenattributes.BaseFormAttribute;
import org.apache.lucene.analysis.ja.tokenattributes.ReadingAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.jspecify.annotations.Nullable;

/// Splits Japanese text into words: Lucene's Kuromoji in search mode, without punctuation,
/// compounds replaced by their parts. It comes from [WordDictionaries]. Safe for any number of
/// threads; each has a tokenizer of its own, which it reuses.
public final class TextAnalysis {
  private final SystemDictionary system;
  private final ThreadLocal<Session> sessions;

  TextAnalysis(SystemDictionary system, @Nullable UserDictionary user) {
    this.system = system;
    this.sessions = ThreadLocal.withInitial(() -> new Session(system, user));
  }

  /// The words of a text that went through [Folding#plain(String)], in order.
  ///
  /// @throws dev.totonoe.failure.EnvironmentFailure when a bundle's system dictionary is damaged
  public List<Token> tokens(String plainText) {
    Session session = sessions.get();
    try {
      return session.tokens(plainText);
    } catch (RuntimeException e) {
      throw system.told(e);
    }
  }

  /// Knows nothing of the analysis that it belongs to: otherwise a thread would keep both for as
  /// long as it lives.
  private static final class Session {
    private final JapaneseTokenizer tokenizer;
    private final CharTermAttribute term;
    private final BaseFormAttribute baseForm;
    private final ReadingAttribute reading;

    Session(SystemDictionary system, @Nullable UserDictionary user) {
      tokenizer =
          new JapaneseTokenizer(
              TokenStream.DEFAULT_TOKEN_ATTRIBUTE_FACTORY,
              system.words(),
              system.unknownWords(),
              system.costs(),
              user,
              true,
              true,
              JapaneseTokenizer.Mode.SEARCH);
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
