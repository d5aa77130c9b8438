package dev.totonoe.categorise;

import dev.totonoe.text.FeatureExtractor.Words;
import dev.totonoe.text.WordDictionaries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/// What a name costs on its way to its probabilities, with the default model, on one thread: names
/// a second. Kuromoji's words are measured alone, so that the rest can be told.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 2,
    jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx512m"})
public class CategoryBenchmark {
  private static final int BATCH = 256;
  private static final Path MODEL = Path.of("models/default");
  private static final Path DICTIONARY = Path.of("dictionaries/default");
  private static final Path NAMES = Path.of("src/test/resources/categories/shelf.tsv");

  private CategoryModel model;
  private Categoriser categoriser;
  private List<ProductText> products;
  private List<List<Words>> split;
  private int next;

  @Setup
  public void open() throws IOException {
    model = CategoryModel.open(MODEL, Categoriser.analysis(DICTIONARY));
    categoriser =
        Categoriser.open(
            Optional.of(MODEL),
            DICTIONARY,
            WordDictionaries.open(DICTIONARY),
            OptionalDouble.empty());
    List<String> rows =
        Files.readAllLines(NAMES).stream()
            .skip(1)
            .filter(line -> !line.contains("\tnone\t"))
            .toList();
    products =
        rows.stream()
            .map(line -> ProductText.named(line.substring(0, line.indexOf('\t'))))
            .toList();
    split = products.stream().map(model::words).toList();
    checkThatCategoriesAreRight(rows.stream().map(line -> line.split("\t")[1]).toList());
  }

  /// Nine of ten are right, or what is timed is not the model.
  private void checkThatCategoriesAreRight(List<String> truth) {
    int right = 0;
    for (int i = 0; i < truth.size(); i++) {
      float[] probabilities = model.probabilities(products.get(i)).orElseThrow();
      String guess = model.labels().get(CategoryModel.likeliest(probabilities)).id();
      right += guess.equals(truth.get(i)) ? 1 : 0;
    }
    if (right < 0.9 * truth.size()) {
      throw new IllegalStateException(right + " of " + truth.size() + " categories are right");
    }
  }

  @Benchmark
  @OperationsPerInvocation(BATCH)
  public void words(Blackhole sink) {
    for (int i = 0; i < BATCH; i++) {
      sink.consume(model.words(products.get(nextPlace())));
    }
  }

  @Benchmark
  @OperationsPerInvocation(BATCH)
  public void featuresAndScores(Blackhole sink) {
    for (int i = 0; i < BATCH; i++) {
      sink.consume(model.probabilities(split.get(nextPlace())));
    }
  }

  /// With words, features, scores, rules and the decision.
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public void categories(Blackhole sink) {
    List<ProductText> batch = new ArrayList<>(BATCH);
    for (int i = 0; i < BATCH; i++) {
      batch.add(products.get(nextPlace()));
    }
    sink.consume(categoriser.categorise(batch));
  }

  /// A start: reads the model bundle.
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  @Warmup(iterations = 0)
  @Measurement(iterations = 1)
  @Fork(
      value = 5,
      jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx512m"})
  public void load(Blackhole sink) {
    sink.consume(CategoryModel.open(MODEL, WordDictionaries.standard().analysis()));
  }

  private int nextPlace() {
    next = next + 1 == products.size() ? 0 : next + 1;
    return next;
  }
}
