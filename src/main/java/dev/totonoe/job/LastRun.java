package dev.totonoe.job;

import dev.totonoe.assets.Bundle;
import dev.totonoe.csv.Delimiter;
import dev.totonoe.csv.DialectHints;
import dev.totonoe.csv.Encoding;
import dev.totonoe.csv.RawBytes;
import dev.totonoe.csv.RecordReader;
import dev.totonoe.csv.Sniffed;
import dev.totonoe.csv.Sniffer;
import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.IoReason;
import dev.totonoe.layout.DatasetFiles;
import dev.totonoe.layout.RunName;
import dev.totonoe.normalise.RowNormaliser;
import dev.totonoe.normalise.Tables;
import dev.totonoe.profile.ColumnMapping;
import dev.totonoe.profile.FileLook;
import dev.totonoe.profile.FileMapping;
import dev.totonoe.profile.Profile;
import dev.totonoe.publish.PublishedRun;
import dev.totonoe.record.Cleansed;
import dev.totonoe.record.Column;
import dev.totonoe.record.ColumnKind;
import dev.totonoe.record.DerivedColumn;
import dev.totonoe.record.Parsed;
import dev.totonoe.record.Product;
import dev.totonoe.record.Record;
import dev.totonoe.text.WordDictionaries;
import dev.totonoe.train.CorrectionColumns;
import dev.totonoe.train.Corrections;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// The products of a dataset's last published run as input that comes in again: cleansing them with
/// other bundles changes their categories and nothing else.
public final class LastRun {
  private final DatasetFiles dataset;
  private final Profile profile;
  private final RunName name;
  private final Path products;
  private final Sniffed look;
  private final ColumnMapping mapping;

  private LastRun(
      DatasetFiles dataset, Profile profile, RunName name, Path products, Sniffed look) {
    this.dataset = dataset;
    this.profile = profile;
    this.name = name;
    this.products = products;
    this.look = look;
    this.mapping =
        ColumnMapping.resolve(profile, List.of(FileLook.of(dataset.shownFromRoot(products), look)));
  }

  /// The bundles to categorise with, and where their files are now.
  ///
  /// @param model empty: by rules only
  public record With(
      Bundle dictionary, Path dictionaryFiles, Optional<Bundle> model, Optional<Path> modelFiles) {}

  /// @throws ConfigurationFailure when there is no published run
  /// @throws EnvironmentFailure when its files are not as its manifest says
  public static LastRun open(DatasetFiles dataset, Profile profile) {
    PublishedRun run = PublishedRun.open(dataset, dataset.findRun("latest"));
    Path products = dataset.run(run.name()).products();
    DialectHints written =
        new DialectHints(
            Encoding.ofWord(run.manifest().products().encoding()),
            Optional.of(Delimiter.of(run.manifest().products().delimiter())),
            OptionalInt.of(1));
    try {
      return new LastRun(dataset, profile, run.name(), products, Sniffer.sniff(products, written));
    } catch (IOException e) {
      throw unreadable(dataset, products, e);
    }
  }

  public RunName name() {
    return name;
  }

  /// Where the results, and so `review.csv`, hold what a product is categorised by.
  ///
  /// @throws ConfigurationFailure when the dataset has no names
  public CorrectionColumns columns() {
    List<String> names = headings(ColumnKind.NAME);
    if (names.isEmpty()) {
      throw new ConfigurationFailure(
          "dataset \"%s\": expected a column of product names, to give categories by, but its last run has none; name one in %s"
              .formatted(dataset.name(), dataset.shownFromRoot(dataset.profile())));
    }
    return new CorrectionColumns(
        names,
        headings(ColumnKind.MAKER),
        headings(ColumnKind.CATEGORY),
        profile.descriptionColumns(mapping.columns()).stream()
            .map(at -> mapping.columns().get(at).name())
            .toList());
  }

  private List<String> headings(ColumnKind kind) {
    return mapping.columns().stream()
        .filter(column -> column.kind() == kind)
        .map(Column::name)
        .toList();
  }

  /// Gives each product a category anew.
  ///
  /// @param corrections what the categories should be
  public CategoryChanges categorise(With bundles, Corrections corrections) {
    Assets assets =
        new Assets(
            bundles.dictionary(), bundles.dictionaryFiles(), bundles.model(), bundles.modelFiles());
    WordDictionaries words = assets.fromDictionary(WordDictionaries::open);
    RowNormaliser normaliser =
        RowNormaliser.of(
            mapping.columns(),
            assets.fromDictionary(dictionary -> Tables.load(dictionary, words)),
            profile.output().format()::canEncode);
    ProductColumns columns =
        new ProductColumns(
            mapping.columns(),
            normaliser.derivedColumns(),
            profile.descriptionColumns(mapping.columns()));
    Cleansing cleansing = Cleansing.open(columns, normaliser, words, assets, profile);
    CategoryChanges.Counter counter = new CategoryChanges.Counter(corrections);
    FileMapping file = mapping.files().getFirst();
    try (RecordReader reader =
        RecordReader.openWhole(
            RawBytes.open(products),
            look.dialect(),
            dataset.shownFromRoot(products),
            look.header())) {
      while (reader.hasNext()) {
        List<Parsed> before = Batch.of(reader, Batch.RECORDS_MAX).items();
        List<Cleansed> after = cleansing.cleanse(before, file);
        for (int i = 0; i < before.size(); i++) {
          if (before.get(i) instanceof Record record && after.get(i) instanceof Product product) {
            counter.count(
                productName(product.row()),
                cells(record.cells(), file),
                cells(product.row(), columns.header()));
          }
        }
      }
    } catch (IOException e) {
      throw unreadable(dataset, products, e);
    }
    return counter.changes();
  }

  private String productName(List<String> row) {
    return IntStream.range(0, mapping.columns().size())
        .filter(at -> mapping.columns().get(at).kind() == ColumnKind.NAME)
        .mapToObj(row::get)
        .filter(cell -> !cell.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static CategoryChanges.Given cells(List<String> row, FileMapping file) {
    List<String> cells = new ArrayList<>();
    for (DerivedColumn column : CategoryChanges.Given.COLUMNS) {
      Integer at = file.derived().get(column);
      cells.add(at == null ? "" : row.get(at));
    }
    return CategoryChanges.Given.of(cells);
  }

  private static CategoryChanges.Given cells(List<String> row, List<String> header) {
    return CategoryChanges.Given.of(
        CategoryChanges.Given.COLUMNS.stream()
            .map(column -> row.get(header.lastIndexOf(column.header())))
            .toList());
  }

  private static EnvironmentFailure unreadable(DatasetFiles dataset, Path file, IOException e) {
    return new EnvironmentFailure(
        dataset.shownFromRoot(file) + ": cannot be read: " + IoReason.of(e), e);
  }
}
