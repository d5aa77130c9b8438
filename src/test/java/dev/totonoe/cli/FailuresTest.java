package dev.totonoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class FailuresTest {
  private final StringWriter err = new StringWriter();

  private ExitCode tell(Throwable thrown) {
    return Failures.tell(thrown, new PrintWriter(err));
  }

  @Test
  void takesTooLittleMemoryForTheEnvironmentsMatter() {
    OutOfMemoryError ofThePool = new OutOfMemoryError();
    ofThePool.initCause(new OutOfMemoryError("Java heap space"));
    assertThat(tell(ofThePool)).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(err.toString())
        .matches(
            "totonoe: out of memory \\(Java heap space, the largest heap is [\\d,]+ MiB\\): give the worker more memory, or less to hold at a time\\R");
  }

  @Test
  void takesAnyOtherErrorForABugAndShowsWhere() {
    assertThat(tell(new StackOverflowError())).isEqualTo(ExitCode.BUG);
    assertThat(err.toString())
        .startsWith("totonoe: this is a bug in the worker")
        .contains("\tat dev.totonoe.cli.FailuresTest");
  }
}
