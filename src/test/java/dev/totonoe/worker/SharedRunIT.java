package dev.totonoe.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.layout.AtomicFiles;
import dev.totonoe.layout.RunFiles;
import dev.totonoe.layout.RunName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several workers on one root finish one run: once, with the bytes that one worker alone gives.
///
/// Longer: `./mvnw verify -Dtest=FormatTest -Dit.test=SharedRunIT -Dshared.rounds=50` (about 20
/// minutes).
final class SharedRunIT {
  private static final String DATASET = "shared";
  private static final int WORKERS = 4;
  private static final int TIMES = 2;
  private static final int ROUNDS = Integer.getInteger("shared.rounds", 1);
  private static final long SEED = Long.getLong("shared.seed", System.nanoTime());

  /// How often a round kills one worker at most, and how long it may live until then. Four workers
  /// on two cores take about twice that for the whole run.
  private static final int KILLS_MAX = 3;

  private static final int LIFE_MILLIS_MAX = 5_000;

  @TempDir private static Path directory;
  private static WorkerRoot root;
  private static RunFiles alone;

  @BeforeAll
  static void runAlone() throws Exception {
    root = WorkerRoot.in(directory.resolve("root"));
    root.addLargeSample(DATASET, TIMES);
    WorkerProcess.Ended ended = WorkerProcess.run(root, "run", DATASET);
    assertThat(ended.exit()).as(ended.err()).isZero();
    Path kept = directory.resolve("alone");
    WorkerRoot.copyTree(root.latestRun(DATASET).directory(), kept);
    alone = new RunFiles(kept);
  }

  @BeforeEach
  void forgetTheLastRun() throws IOException {
    for (String made : List.of("runs", "work", "logs")) {
      AtomicFiles.deleteTree(made(made));
    }
    Files.deleteIfExists(made("latest"));
  }

  @Test
  void publishesWhenTheLastPartIsDone() throws Exception {
    for (int index = 0; index < WORKERS - 1; index++) {
      WorkerProcess.Ended ended = runPart(index);
      assertThat(ended.exit()).as(ended.err()).isZero();
      assertThat(ended.out()).contains("part %d of 4 is done".formatted(index));
      assertThat(made("runs")).doesNotExist();
    }
    assertThat(runPart(WORKERS - 1).out()).contains("shared: published");
    assertPublishedOnce();
    assertThat(runPart(0).out()).contains("already published");
    assertPublishedOnce();
  }

  @Test
  void givesTheSameBytesWhenAllWorkAtOnce() throws Exception {
    try (ExecutorService pods = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<WorkerProcess.Ended>> all =
          IntStream.range(0, WORKERS).mapToObj(index -> pods.submit(() -> runPart(index))).toList();
      for (Future<WorkerProcess.Ended> pod : all) {
        assertThat(pod.get().exit()).as(pod.get().err()).isZero();
      }
    }
    assertPublishedOnce();
  }

  @Test
  void hasNothingToDoForMoreWorkersThanShards() throws Exception {
    WorkerProcess.Ended ended =
        WorkerProcess.run(root, "run", DATASET, "--shard-index=998", "--shard-count=999");
    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("part 998 of 999 is done (0 shards cleansed, 0 reused");
  }

  @Test
  void cleansesADamagedShardWhoseWorkerHasGone() throws Exception {
    runPart(0);
    runPart(1);
    runPart(2);
    Path damaged = shardOf(0).resolve("products.csv");
    byte[] content = Files.readAllBytes(damaged);
    content[content.length / 2] ^= 1;
    Files.write(damaged, content);

    WorkerProcess.Ended refused = runPart(3);
    assertThat(refused.exit()).as(refused.err()).isEqualTo(5);
    assertThat(made("runs")).doesNotExist();
    WorkerProcess.Ended again = runPart(3);
    assertThat(again.exit()).as(again.err()).isZero();
    assertThat(again.err()).contains("event=shard_finished shard=0 ");
    assertPublishedOnce();
  }

  /// Workers are killed at any moment and started again, one of them runs twice.
  @Test
  void publishesOnceWhateverIsKilled() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      forgetTheLastRun();
      Random random = new Random(SEED + round);
      List<Callable<WorkerProcess.Ended>> pods = new ArrayList<>();
      for (int index = 0; index < WORKERS; index++) {
        pods.add(pod(index, new Random(random.nextLong())));
      }
      pods.add(pod(random.nextInt(WORKERS), new Random(random.nextLong())));
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (Future<WorkerProcess.Ended> pod : threads.invokeAll(pods)) {
          assertThat(pod.get().exit()).as("%s\n%s", seed(round), pod.get().err()).isZero();
        }
      }
      assertPublishedOnce(seed(round));
    }
  }

  private static String seed(int round) {
    return "-Dshared.rounds=1 -Dshared.seed=" + (SEED + round);
  }

  /// What the cluster does with one pod of the Job: starts it again until it ends by itself.
  private static Callable<WorkerProcess.Ended> pod(int index, Random random) {
    return () -> {
      for (int kills = random.nextInt(KILLS_MAX + 1); kills > 0; kills--) {
        WorkerProcess worker = startPart(index);
        if (worker.endsWithin(Duration.ofMillis(random.nextInt(LIFE_MILLIS_MAX)))) {
          return worker.end();
        }
        worker.kill();
      }
      return startPart(index).end();
    };
  }

  private static WorkerProcess startPart(int index) throws IOException {
    return WorkerProcess.start(
        root, "run", DATASET, "--threads=1", "--shard-index=" + index, "--shard-count=" + WORKERS);
  }

  private static WorkerProcess.Ended runPart(int index) throws IOException, InterruptedException {
    return startPart(index).end();
  }

  private static void assertPublishedOnce() throws IOException {
    assertPublishedOnce("");
  }

  private static void assertPublishedOnce(String how) throws IOException {
    assertThat(names(made("runs"))).as(how).hasSize(1);
    RunFiles run = root.latestRun(DATASET);
    assertThat(names(run.directory())).as(how).isEqualTo(names(alone.directory()));
    for (String file : names(alone.directory())) {
      assertThat(run.directory().resolve(file))
          .as(how)
          .hasSameBinaryContentAs(alone.directory().resolve(file));
    }
    assertThat(made("work")).as(how).doesNotExist();
    assertThat(timesLogged("event=run_published ")).as(how).isLessThanOrEqualTo(1);
  }

  /// One that is killed between the rename and its log line has published without telling.
  private static long timesLogged(String event) throws IOException {
    long times = 0;
    for (String log : names(made("logs"))) {
      times +=
          Files.readAllLines(made("logs").resolve(log)).stream()
              .filter(line -> line.contains(event))
              .count();
    }
    return times;
  }

  private static Path shardOf(int shard) throws IOException {
    RunName run = RunName.parse(names(made("work")).getFirst()).orElseThrow();
    return root.dataset(DATASET).work(run).shard(shard).directory();
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .sorted()
          .collect(Collectors.toList());
    }
  }

  private static Path made(String name) {
    return root.raw(DATASET).resolveSibling(name);
  }
}
