package dev.totonoe.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.failure.EnvironmentFailure;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JobFailuresTest {
  @Test
  void takesAFailingRepositoryForTheEnvironmentsMatter() {
    SQLException full =
        new SQLException("write failed", new IOException("No space left on device\n[90028]"));
    assertThat(JobFailures.failureIn(List.of(new IllegalStateException("while saving", full))))
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessage(
            "job repository: No space left on device; finished shards are kept, so the same command goes on when the database works again");
  }

  @Test
  void takesAnythingElseForABug() {
    assertThat(JobFailures.failureIn(List.of(new IllegalStateException("odd"))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(JobFailures.isBug(List.of(new IllegalStateException("odd")))).isTrue();
  }
}
