package dev.totonoe.text;

import dev.totonoe.failure.EnvironmentFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.lucene.analysis.ja.dict.ConnectionCosts;
import org.apache.lucene.analysis.ja.dict.TokenInfoDictionary;
import org.apache.lucene.analysis.ja.dict.UnknownDictionary;

/// The dictionary by which Kuromoji knows words, guesses unknown ones and weighs their order: the
/// one that Lucene brings (IPADIC, loaded when it is first asked), or the compiled one of a bundle.
/// Immutable; one serves any number of threads.
final class SystemDictionary {
  private static final SystemDictionary BUILT_IN = new SystemDictionary(Optional.empty());

  private record Compiled(
      Path directory,
      TokenInfoDictionary words,
      UnknownDictionary unknownWords,
      ConnectionCosts costs) {}

  private final Optional<Compiled> compiled;

  private SystemDictionary(Optional<Compiled> compiled) {
    this.compiled = compiled;
  }

  static SystemDictionary builtIn() {
    return BUILT_IN;
  }

  /// Reads a compiled dictionary and checks all of it first. Opening IPADIC takes 0.2 s, and 0.9 s
  /// in a JVM that just started, which needs 0.5 s for the built-in one.
  ///
  /// @throws EnvironmentFailure naming the file that is missing or damaged
  static SystemDictionary open(Path directory) {
    CompiledFiles files = new CompiledFiles(directory);
    CompiledCheck.check(files);
    try {
      return new SystemDictionary(
          Optional.of(
              new Compiled(
                  directory,
                  new TokenInfoDictionary(
                      files.path(CompiledFiles.WORDS_MAP),
                      files.path(CompiledFiles.WORDS_SPEECH),
                      files.path(CompiledFiles.WORDS_ENTRIES),
                      files.path(CompiledFiles.WORDS_AUTOMATON)),
                  new UnknownDictionary(
                      files.path(CompiledFiles.UNKNOWN_MAP),
                      files.path(CompiledFiles.UNKNOWN_SPEECH),
                      files.path(CompiledFiles.UNKNOWN_ENTRIES)),
                  new ConnectionCosts(files.path(CompiledFiles.COSTS)))));
    } catch (IOException | RuntimeException e) {
      throw CompiledFiles.damaged(directory, "Lucene refuses it: " + e.getMessage(), e);
    }
  }

  TokenInfoDictionary words() {
    return compiled.map(Compiled::words).orElseGet(TokenInfoDictionary::getInstance);
  }

  UnknownDictionary unknownWords() {
    return compiled.map(Compiled::unknownWords).orElseGet(UnknownDictionary::getInstance);
  }

  ConnectionCosts costs() {
    return compiled.map(Compiled::costs).orElseGet(ConnectionCosts::getInstance);
  }

  /// What a failure inside Kuromoji means: with a bundle's dictionary that the dictionary is
  /// damaged in a way that no check saw, otherwise a bug.
  RuntimeException told(RuntimeException failure) {
    return compiled
        .<RuntimeException>map(
            own -> CompiledFiles.damaged(own.directory(), "a look-up failed: " + failure, failure))
        .orElse(failure);
  }
}
