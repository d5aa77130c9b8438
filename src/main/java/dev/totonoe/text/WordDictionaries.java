package dev.totonoe.text;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The dictionaries by which words are known, read once for everything that asks: the system
/// dictionary, which is Lucene's own (IPADIC) unless the bundle has a compiled one in
/// [#SYSTEM_DICTIONARY], and the bundle's [#USER_DICTIONARY], where it has one. Immutable; safe for
/// any number of threads, each of which has one tokenizer.
public final class WordDictionaries {
  /// Kuromoji's user dictionary in a dictionary bundle: lines of
  /// `surface,segmentation,readings,partOfSpeech`.
  public static final String USER_DICTIONARY = "userdict.csv";

  /// The directory of a compiled system dictionary in a dictionary bundle.
  public static final String SYSTEM_DICTIONARY = "system";

  private static final WordDictionaries STANDARD =
      new WordDictionaries(SystemDictionary.builtIn(), UserEntries.none());

  private final SystemDictionary system;
  private final UserEntries user;
  private final TextAnalysis analysis;
  private final Vocabulary vocabulary;

  private WordDictionaries(SystemDictionary system, UserEntries user) {
    this.system = system;
    this.user = user;
    this.analysis = new TextAnalysis(system, user.compiled());
    this.vocabulary = new Vocabulary(system, user.compiled());
  }

  /// Lucene's dictionary alone.
  public static WordDictionaries standard() {
    return STANDARD;
  }

  /// The dictionaries of a bundle.
  ///
  /// @throws dev.totonoe.failure.ConfigurationFailure naming the bad lines of the user dictionary
  /// @throws dev.totonoe.failure.EnvironmentFailure when a file cannot be read, or the system
  ///   dictionary is incomplete or damaged
  public static WordDictionaries open(Path bundle) {
    return open(bundle, bundle.resolve(SYSTEM_DICTIONARY));
  }

  /// As [#open(Path)], but with a system dictionary from another place.
  public static WordDictionaries open(Path bundle, Path systemDictionary) {
    Optional<Path> file = Optional.of(bundle.resolve(USER_DICTIONARY)).filter(Files::exists);
    boolean compiled = Files.exists(systemDictionary);
    if (file.isEmpty() && !compiled) {
      return STANDARD;
    }
    return new WordDictionaries(
        compiled ? SystemDictionary.open(systemDictionary) : SystemDictionary.builtIn(),
        file.map(UserEntries::read).orElseGet(UserEntries::none));
  }

  /// Splits text into words.
  public TextAnalysis analysis() {
    return analysis;
  }

  /// Tells which nouns there are.
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /// What in the user dictionary may be meant otherwise, as `file:line: what`.
  public List<String> warnings() {
    return user.withoutEffect(new TextAnalysis(system, null));
  }
}
