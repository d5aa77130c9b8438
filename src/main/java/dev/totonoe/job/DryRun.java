package dev.totonoe.job;

import dev.totonoe.csv.RawBytes;
import dev.totonoe.csv.RecordReader;
import dev.totonoe.csv.Sniffed;
import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.IoReason;
import dev.totonoe.layout.DatasetFiles;
import dev.totonoe.layout.Root;
import dev.totonoe.normalise.RowNormaliser;
import dev.totonoe.normalise.Tables;
import dev.totonoe.observe.Progress;
import dev.totonoe.plan.Survey;
import dev.totonoe.profile.FileMapping;
import dev.totonoe.profile.Profile;
import dev.totonoe.record.Cleansed;
import dev.totonoe.record.Column;
import dev.totonoe.record.Parsed;
import dev.totonoe.record.Product;
import dev.totonoe.text.WordDictionaries;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/// Shows what a run would make of a dataset's first records. They go the way of a real run: the
/// same look at the input, the same verified bundles, the same [Cleansing]. But nothing is read
/// further than it takes, nothing is hashed but bundles, and below `datasets/` nothing is written.
public final class DryRun implements AutoCloseable {
  public static final int RECORDS_MAX = 1_000_000;

  private final DatasetFiles dataset;
  private final Scratch scratch;
  private final Survey survey;
  private final ProductColumns columns;
  private final Cleansing cleansing;

  private DryRun(
      DatasetFiles dataset,
      Scratch scratch,
      Survey survey,
      ProductColumns columns,
      Cleansing cleansing) {
    this.dataset = dataset;
    this.scratch = scratch;
    this.survey = survey;
    this.columns = columns;
    this.cleansing = cleansing;
  }

  /// A record and what would become of it.
  ///
  /// @param cleansed the delivered or rejected record
  /// @param derived the cells that the worker would append, by heading, but for empty ones
  public record Preview(Cleansed cleansed, Map<String, String> derived) {
    public Preview {
      Objects.requireNonNull(cleansed);
      derived = Collections.unmodifiableMap(new LinkedHashMap<>(derived));
    }
  }

  /// Looks at the inputs and loads what they are cleansed with.
  ///
  /// @param scratch a directory on local disk
  /// @throws dev.totonoe.failure.Failure where a run would end so before its first record
  public static DryRun open(Root root, DatasetFiles dataset, Path scratch, Progress progress) {
    Profile profile = Profile.read(dataset.profile(), dataset.shownFromRoot(dataset.profile()));
    Scratch local = Scratch.open(scratch);
    try {
      StageAssets stageAssets = new StageAssets(root, profile, local, progress);
      stageAssets.run();
      Assets assets = stageAssets.assets();
      progress.stage("reading the input", 0);
      Survey survey = Survey.of(dataset, profile);
      List<Column> own = survey.mapping().columns();
      WordDictionaries words = assets.fromDictionary(WordDictionaries::open);
      RowNormaliser normaliser =
          RowNormaliser.of(
              own,
              assets.fromDictionary(dictionary -> Tables.load(dictionary, words)),
              profile.output().format()::canEncode);
      ProductColumns columns =
          new ProductColumns(own, normaliser.derivedColumns(), profile.descriptionColumns(own));
      OutputNames.check(
          columns.header(),
          survey.files().stream().map(dataset::shown).toList(),
          profile.output().format());
      progress.stage("loading the model", 0);
      Cleansing cleansing = Cleansing.open(columns, normaliser, words, assets, profile);
      return new DryRun(dataset, local, survey, columns, cleansing);
    } catch (RuntimeException e) {
      local.close();
      throw e;
    }
  }

  /// Cleanses records from the first on.
  ///
  /// @param records how many, 1 to [#RECORDS_MAX]
  /// @param previews takes each, in the input's order
  public void preview(int records, Consumer<Preview> previews) {
    int left = records;
    for (int i = 0; i < survey.files().size() && left > 0; i++) {
      left -= preview(i, left, previews);
    }
  }

  /// @return how many records the input had to show
  private int preview(int input, int records, Consumer<Preview> previews) {
    Path file = survey.files().get(input);
    Sniffed look = survey.looks().get(input);
    FileMapping mapping = survey.mapping().files().get(input);
    int shown = 0;
    try (RecordReader reader =
        RecordReader.openWhole(
            RawBytes.open(file), look.dialect(), dataset.shown(file), look.header())) {
      while (shown < records && reader.hasNext()) {
        Batch<Parsed> batch = Batch.of(reader, Math.min(Batch.RECORDS_MAX, records - shown));
        for (Cleansed cleansed : cleansing.cleanse(batch.items(), mapping)) {
          previews.accept(new Preview(cleansed, derived(cleansed)));
        }
        shown += batch.items().size();
      }
      return shown;
    } catch (IOException e) {
      throw new EnvironmentFailure(
          dataset.shownFromRoot(file) + ": cannot be read: " + IoReason.of(e), e);
    }
  }

  private Map<String, String> derived(Cleansed cleansed) {
    Map<String, String> derived = new LinkedHashMap<>();
    if (cleansed instanceof Product product) {
      List<String> headings = columns.derivedHeader();
      int first = product.row().size() - headings.size();
      for (int i = 0; i < headings.size(); i++) {
        String cell = product.row().get(first + i);
        if (!cell.isEmpty()) {
          derived.put(headings.get(i), cell);
        }
      }
    }
    return derived;
  }

  @Override
  public void close() {
    scratch.close();
  }
}
