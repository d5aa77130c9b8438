package dev.totonoe.text;

import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.failure.EnvironmentFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.apache.lucene.analysis.ja.dict.CharacterDefinition;
import org.apache.lucene.analysis.ja.dict.DictionaryBuilder;

/// Compiles the sources of a MeCab dictionary into what [WordDictionaries] opens. The same sources
/// give the same bytes; those of IPADIC give Lucene's own.
///
/// Entries are taken as they stand. Texts are folded to NFKC and lower case before they are split,
/// so an entry in full width is never found, as in Lucene's own dictionary; folding the entries too
/// (the builder offers it) would make a word of every single digit.
public final class SystemDictionaryCompiler {
  /// Where Lucene's builder puts its files, and where its own dictionary lies on the class path.
  private static final String BUILDER_DIRECTORY = "org/apache/lucene/analysis/ja/dict";

  private static final String CHARACTERS = "CharacterDefinition.dat";

  private SystemDictionaryCompiler() {}

  /// What was compiled.
  ///
  /// @param directory the finished dictionary
  /// @param format what the sources were read as
  /// @param encoding of the sources
  /// @param words entries
  /// @param longBaseForms entries whose base form Lucene cannot hold; their surface stands for it
  /// @param ownCharacters whether `char.def` differs from the one that Lucene has built in, by
  ///   which it groups the letters of unknown words whatever the dictionary says
  public record Compilation(
      Path directory,
      MecabFormat format,
      Charset encoding,
      long words,
      long longBaseForms,
      boolean ownCharacters) {}

  /// Takes some 15 s and 400 MB of heap for IPADIC.
  ///
  /// @param sources a directory with `*.csv`, `unk.def`, `char.def` and `matrix.def`
  /// @param format empty: by the number of columns
  /// @param encoding empty: UTF-8, EUC-JP or Shift_JIS, by the bytes
  /// @param work an empty directory on the target's disk; the caller moves the result away
  /// @throws ConfigurationFailure naming what is missing and the lines that cannot be compiled
  /// @throws EnvironmentFailure when a file cannot be read or written
  public static Compilation compile(
      Path sources, Optional<MecabFormat> format, Optional<Charset> encoding, Path work) {
    MecabSources found = MecabSources.find(sources, format, encoding);
    try {
      Path rewritten = work.resolve("sources");
      MecabRewriting.Written written = MecabRewriting.write(found, rewritten);
      Path built = work.resolve("built");
      build(found, rewritten, built);
      Path finished = Files.createDirectory(work.resolve("finished"));
      for (String name : CompiledFiles.ALL) {
        Files.move(built.resolve(BUILDER_DIRECTORY).resolve(name), finished.resolve(name));
      }
      SystemDictionary.open(finished);
      return new Compilation(
          finished,
          found.format(),
          found.encoding(),
          written.words(),
          written.longBaseForms(),
          !Arrays.equals(
              Files.readAllBytes(built.resolve(BUILDER_DIRECTORY).resolve(CHARACTERS)),
              builtInCharacters()));
    } catch (IOException e) {
      throw new EnvironmentFailure(work + ": cannot be written: " + e, e);
    }
  }

  private static void build(MecabSources found, Path rewritten, Path built) {
    try {
      DictionaryBuilder.build(
          DictionaryBuilder.DictionaryFormat.IPADIC,
          rewritten,
          built,
          StandardCharsets.UTF_8.name(),
          false);
    } catch (IOException | RuntimeException e) {
      throw new ConfigurationFailure(
          "%s: Lucene cannot compile these sources: %s"
              .formatted(found.directory(), e.getMessage()),
          e);
    }
  }

  private static byte[] builtInCharacters() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(CharacterDefinition.class.getResourceAsStream(CHARACTERS))) {
      return in.readAllBytes();
    }
  }
}
