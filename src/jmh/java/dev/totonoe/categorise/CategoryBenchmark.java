package dev.totonoe.categorise;

import dev.totonoe.text.FeatureExtractor.Words;
import dev.totonoe.text.TextAnalysis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
  private static final Path NAMES = Path.of("src/test/resources/categories/shelf.tsv");

  private TextAnalysis analysis;
  private CategoryModel model;
  private List<ProductText> products;
  private List<List<Words>> split;
  private int next;

  @Setup
  public void open() throws IOException {
    analysis = Categoriser.analysis(Path.of("dictionaries/default"));
    model = CategoryModel.open(Path.of("models/default"), analysis);
    products =
        Files.readAllLines(NAMES).stream()
            .skip(1)
            .map(line -> new ProductText(line.substring(0, line.indexOf('\t')), "", "", ""))
            .toList();
    split = products.stream().map(model::words).toList();
    checkThatScoresAreProbabilities();
  }

  private void checkThatScoresAreProbabilities() {
    for (ProductText product : products) {
      double sum = 0;
      for (float probability : model.probabilities(product).orElseThrow()) {
        sum += probability;
      }
      if (Math.abs(sum - 1) > 1e-4) {
        throw new IllegalStateException(product + ": the probabilities add up to " + sum);
      }
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

  @Benchmark
  @OperationsPerInvocation(BATCH)
  public void all(Blackhole sink) {
    for (int i = 0; i < BATCH; i++) {
      sink.consume(model.probabilities(products.get(nextPlace())));
    }
  }

  private int nextPlace() {
    next = next + 1 == products.size() ? 0 : next + 1;
    return next;
  }
}
