package dev.totonoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.InputFailure;
import dev.totonoe.failure.Interruption;
import dev.totonoe.failure.QualityFailure;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/// A scheduler decides by these numbers whether to try again: they never change.
final class ExitCodeTest {
  @Test
  void givesEachFamilyItsNumber() {
    assertThat(ExitCode.DONE.number()).isZero();
    assertThat(ExitCode.of(new IllegalStateException("x")).number()).isEqualTo(1);
    assertThat(ExitCode.of(new ConfigurationFailure("x")).number()).isEqualTo(2);
    assertThat(ExitCode.of(new InputFailure("x")).number()).isEqualTo(3);
    assertThat(ExitCode.of(new Interruption("x")).number()).isEqualTo(4);
    assertThat(ExitCode.of(new EnvironmentFailure("x")).number()).isEqualTo(5);
    assertThat(ExitCode.of(new QualityFailure("x")).number()).isEqualTo(6);
  }

  @Test
  void showsASentenceForAFailureAndATraceForABug() {
    assertThat(told(new InputFailure("a.csv: gone")))
        .isEqualToIgnoringNewLines("totonoe: a.csv: gone");
    assertThat(told(new IllegalStateException("x")))
        .startsWith("totonoe: this is a bug in the worker; please report it")
        .contains("\tat ");
  }

  private static String told(Throwable thrown) {
    StringWriter text = new StringWriter();
    Failures.tell(thrown, new PrintWriter(text));
    return text.toString();
  }
}
