package dev.totonoe.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.totonoe.failure.EnvironmentFailure;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;

final class Dl4jTest {
  private static final String LIMIT = "org.bytedeco.javacpp.maxphysicalbytes";

  @Test
  void startsWithinTheMemoryThatThereIs() {
    Dl4j.start();
    assertThat(Long.getLong(LIMIT)).isPositive();
    assertThat(Pointer.maxPhysicalBytes()).isPositive();
  }

  @Test
  void refusesAnArrayThatWouldOutgrowTheLimit() {
    Dl4j.start();
    assertThatCode(() -> Dl4j.requireMemory(1)).doesNotThrowAnyException();
    assertThatThrownBy(() -> Dl4j.requireMemory(Pointer.maxPhysicalBytes()))
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessageStartingWith("out of memory: the worker takes ")
        .hasMessageEndingWith("give it more memory, or train fewer categories");
  }
}
