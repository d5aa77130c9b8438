package dev.totonoe.text;

import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.failure.EnvironmentFailure;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.analysis.util.CSVUtil;

/// The sources of a MeCab dictionary: words in `*.csv`, unknown words in `unk.def`, classes of
/// characters in `char.def`, costs in `matrix.def`.
///
/// @param directory where they are
/// @param words the `*.csv`, sorted by name
/// @param format how their lines are laid out
/// @param encoding of all but `matrix.def`, which is ASCII
record MecabSources(Path directory, List<Path> words, MecabFormat format, Charset encoding) {
  static final String UNKNOWN = "unk.def";
  static final String CHARACTERS = "char.def";
  static final String MATRIX = "matrix.def";

  static final long FILE_BYTES_MAX = 1L << 30;
  private static final int FILES_MAX = 1_000;

  /// The encodings that sources come in; the first in which all of them can be read.
  private static final List<Charset> ENCODINGS =
      List.of(StandardCharsets.UTF_8, Charset.forName("EUC-JP"), Charset.forName("windows-31j"));

  MecabSources {
    words = List.copyOf(words);
  }

  /// @param format empty: by the number of columns
  /// @param encoding empty: by the bytes
  /// @throws ConfigurationFailure when these are no sources
  static MecabSources find(
      Path directory, Optional<MecabFormat> format, Optional<Charset> encoding) {
    if (!Files.isDirectory(directory)) {
      throw new ConfigurationFailure(directory + ": no such directory");
    }
    List<Path> words = words(directory);
    List<String> missing = new ArrayList<>();
    if (words.isEmpty()) {
      missing.add("*.csv");
    }
    Stream.of(UNKNOWN, CHARACTERS, MATRIX)
        .filter(name -> !Files.isRegularFile(directory.resolve(name)))
        .forEach(missing::add);
    if (!missing.isEmpty()) {
      throw new ConfigurationFailure(
          "%s: expected the sources of a MeCab dictionary but there is no %s; Debian has those of IPADIC in the package mecab-ipadic, under /usr/share/mecab/dic/ipadic"
              .formatted(directory, String.join(", no ", missing)));
    }
    List<Path> texts = new ArrayList<>(words);
    texts.add(directory.resolve(UNKNOWN));
    texts.add(directory.resolve(CHARACTERS));
    Charset chosen = encoding.orElseGet(() -> encoding(directory, texts));
    MecabFormat layout =
        format.orElseGet(() -> MecabFormat.ofColumns(columns(words.getFirst(), chosen)));
    return new MecabSources(directory, words, layout, chosen);
  }

  private static List<Path> words(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> words =
          files
              .filter(file -> file.getFileName().toString().endsWith(".csv"))
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
      if (words.size() > FILES_MAX) {
        throw new ConfigurationFailure(
            "%s: expected at most %,d files *.csv but found %,d"
                .formatted(directory, FILES_MAX, words.size()));
      }
      return words;
    } catch (IOException e) {
      throw new EnvironmentFailure(directory + ": cannot be listed: " + e, e);
    }
  }

  private static Charset encoding(Path directory, List<Path> texts) {
    return ENCODINGS.stream()
        .filter(encoding -> texts.stream().allMatch(file -> isIn(encoding, file)))
        .findFirst()
        .orElseThrow(
            () ->
                new ConfigurationFailure(
                    "%s: the files are not all in one of %s; say which encoding it is by --encoding"
                        .formatted(directory, ENCODINGS)));
  }

  private static boolean isIn(Charset encoding, Path file) {
    Complaints complaints = new Complaints("");
    EncodedLines.read(file, encoding, FILE_BYTES_MAX, complaints, (number, line) -> {});
    return complaints.isEmpty();
  }

  private static int columns(Path file, Charset encoding) {
    int[] columns = {0};
    EncodedLines.read(
        file,
        encoding,
        FILE_BYTES_MAX,
        new Complaints(""),
        (number, line) -> {
          if (number == 1) {
            columns[0] = CSVUtil.parse(line).length;
          }
        });
    return columns[0];
  }
}
