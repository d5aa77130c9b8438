package dev.totonoe.cli;

import dev.totonoe.assets.Incoming;
import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.IoReason;
import dev.totonoe.layout.AtomicFiles;
import dev.totonoe.text.MecabFormat;
import dev.totonoe.text.SystemDictionaryCompiler;
import dev.totonoe.text.WordDictionaries;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options by which `pack` compiles a system dictionary into a bundle.
final class SystemDictionaryOptions {
  @Option(
      names = "--system-dictionary",
      paramLabel = "SOURCE_DIR",
      description =
          "Sources of a MeCab dictionary (*.csv, unk.def, char.def, matrix.def) to compile into the bundle's system/, which then replaces the built-in IPADIC.")
  private @Nullable Path sources;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "How the sources of a system dictionary are laid out, ipadic or unidic; default: by their columns.")
  private @Nullable String format;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description =
          "The encoding of the sources of a system dictionary; default: UTF-8, EUC-JP or Shift_JIS, by their bytes.")
  private @Nullable String encoding;

  boolean isGiven() {
    return sources != null || format != null || encoding != null;
  }

  /// Checks a dictionary bundle, with a newly compiled system dictionary where one is asked for.
  /// That is made beside the one that is there, and takes its place when nothing was found wrong.
  ///
  /// @param check reads the bundle given as its first argument with the system dictionary given as
  ///   its second
  /// @return what there is to tell
  List<String> compile(Path bundle, BiFunction<Path, Path, List<String>> check) {
    Path target = bundle.resolve(WordDictionaries.SYSTEM_DICTIONARY);
    if (sources == null) {
      if (isGiven()) {
        throw new ConfigurationFailure(
            "--format and --encoding say how to read the sources given by --system-dictionary");
      }
      return check.apply(bundle, target);
    }
    Optional<MecabFormat> layout = Optional.ofNullable(format).map(SystemDictionaryOptions::format);
    Optional<Charset> charset = Optional.ofNullable(encoding).map(SystemDictionaryOptions::charset);
    try (Incoming incoming = Incoming.in(bundle)) {
      SystemDictionaryCompiler.Compilation compiled =
          SystemDictionaryCompiler.compile(sources, layout, charset, incoming.directory());
      List<String> remarks = new ArrayList<>(told(target, compiled));
      remarks.addAll(check.apply(bundle, compiled.directory()));
      if (Files.exists(target)) {
        Files.move(target, incoming.directory().resolve("replaced"));
      }
      AtomicFiles.publishDirectory(compiled.directory(), target);
      return remarks;
    } catch (IOException e) {
      throw new EnvironmentFailure(target + ": cannot be written: " + IoReason.of(e), e);
    }
  }

  private static List<String> told(Path target, SystemDictionaryCompiler.Compilation compiled) {
    List<String> remarks = new ArrayList<>();
    remarks.add(
        "%s: %,d words, read as %s in %s"
            .formatted(
                target, compiled.words(), compiled.format().word(), compiled.encoding().name()));
    if (compiled.longBaseForms() > 0) {
      remarks.add(
          "%s: %,d words have a base form of more than 15 letters, which Lucene cannot hold; they stand for themselves"
              .formatted(target, compiled.longBaseForms()));
    }
    if (compiled.ownCharacters()) {
      remarks.add(
          "%s: the sources' char.def differs from IPADIC's, by which Lucene always groups the letters of unknown words"
              .formatted(target));
    }
    return remarks;
  }

  private static MecabFormat format(String word) {
    return MecabFormat.ofWord(word)
        .orElseThrow(
            () ->
                new ConfigurationFailure(
                    "--format: expected ipadic or unidic but found \"" + word + "\""));
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationFailure(
          "--encoding: expected UTF-8, EUC-JP, Shift_JIS or another encoding but found \""
              + name
              + "\"",
          e);
    }
  }
}
