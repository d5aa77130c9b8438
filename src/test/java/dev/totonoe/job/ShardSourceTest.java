package dev.totonoe.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.layout.AssetName;
import dev.totonoe.layout.Root;
import dev.totonoe.plan.Plan;
import dev.totonoe.plan.Planner;
import dev.totonoe.plan.RunPart;
import dev.totonoe.plan.Shard;
import dev.totonoe.plan.WorkerVersion;
import dev.totonoe.profile.Profile;
import dev.totonoe.record.Parsed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.infrastructure.item.ExecutionContext;

final class ShardSourceTest {
  @TempDir private Path directory;

  private Plan plan(int rows, int cellLength) throws IOException {
    Path raw = Files.createDirectories(directory.resolve("datasets/x/raw"));
    StringBuilder text = new StringBuilder("code,note\n");
    for (int i = 0; i < rows; i++) {
      text.append(i).append(',').append("x".repeat(cellLength)).append('\n');
    }
    Files.writeString(raw.resolve("a.csv"), text);
    return new Planner(
            Root.of(directory).dataset(AssetName.of("dataset", "x")),
            Profile.defaults(),
            RunPart.WHOLE,
            directory,
            () -> false)
        .plan(List.of(), new WorkerVersion("1", "c0de"));
  }

  private static List<Batch<Parsed>> batches(Plan plan, Shard shard) {
    ShardSource source = new ShardSource(plan.inputOf(shard), shard);
    source.open(new ExecutionContext());
    List<Batch<Parsed>> batches = new ArrayList<>();
    for (Batch<Parsed> batch = source.read(); batch != null; batch = source.read()) {
      batches.add(batch);
    }
    source.close();
    return batches;
  }

  @Test
  void readsEveryRecordOnceAndMarksTheLastBatch() throws IOException {
    Plan plan = plan(1_500, 10);
    List<Batch<Parsed>> batches = batches(plan, plan.shards().getFirst());
    assertThat(batches)
        .extracting(batch -> batch.items().size())
        .containsExactly(Batch.RECORDS_MAX, Batch.RECORDS_MAX, 1_500 - 2 * Batch.RECORDS_MAX);
    assertThat(batches).extracting(Batch::isLast).containsExactly(false, false, true);
  }

  @Test
  void keepsBatchesOfWideRowsSmall() throws IOException {
    int wide = Batch.CHARACTERS_MAX / 4;
    Plan plan = plan(9, wide);
    List<Integer> sizes = new ArrayList<>();
    for (Shard shard : plan.shards()) {
      batches(plan, shard).forEach(batch -> sizes.add(batch.items().size()));
    }
    assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(9);
    assertThat(sizes).allMatch(size -> size <= 4);
  }

  @Test
  void noticesAnInputThatChangedAfterPlanning() throws IOException {
    Plan plan = plan(100, 10);
    Path file = directory.resolve("datasets/x/raw/a.csv");
    Files.writeString(file, Files.readString(file).replace("xxxxxxxxxx", "xxxxxxxxxy"));
    assertThatThrownBy(() -> batches(plan, plan.shards().getFirst()))
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessageContaining("raw/a.csv");
  }

  @Test
  void readsHardlyMoreThanTheSpan() {
    for (long length :
        new long[] {1, 1_000, 131_072, 1 << 20, (1 << 20) + 1, 1_500_000, 16 << 20}) {
      long buffer = ShardSource.bufferBytes(length);
      assertThat(buffer).isBetween(1L, 1L << 20);
      long reads = Math.ceilDiv(length, buffer);
      assertThat(reads).isEqualTo(Math.ceilDiv(length, 1L << 20));
      assertThat(reads * buffer - length).isLessThan(reads);
    }
  }
}
