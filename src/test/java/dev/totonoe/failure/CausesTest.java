package dev.totonoe.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CausesTest {
  @Test
  void beginWithTheExceptionAndEndWithItsRoot() {
    Throwable root = new IllegalArgumentException("root");
    Throwable middle = new IllegalStateException("middle", root);
    Throwable top = new RuntimeException("top", middle);

    assertThat(Causes.of(top)).containsExactly(top, middle, root);
    assertThat(Causes.rootOf(top)).isSameAs(root);
    assertThat(Causes.rootOf(root)).isSameAs(root);
  }

  @Test
  void endAlsoWhereTheyGoRoundInACircle() {
    Throwable first = new RuntimeException("first");
    Throwable second = new RuntimeException("second", first);
    first.initCause(second);

    assertThat(Causes.of(first)).startsWith(first, second, first).hasSizeLessThan(100);
    assertThat(Causes.rootOf(first)).isIn(first, second);
  }
}
