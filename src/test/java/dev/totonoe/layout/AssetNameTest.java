package dev.totonoe.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.totonoe.failure.ConfigurationFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AssetNameTest {
  @ParameterizedTest
  @ValueSource(strings = {"sample", "a", "0", "autumn-2026_v1.2", "tenant-7/autumn", "a..b"})
  void acceptsNames(String name) {
    assertThat(AssetName.of("dataset", name).value()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "..", "../x", "x/../y", "/etc", "x/", "/x", "x//y", ".hidden", "-x", "Sample", "商品",
        "a b", "a\\b", "a\0b", "a\n"
      })
  void refusesWhatCouldLeaveTheRootOrHide(String name) {
    assertThatThrownBy(() -> AssetName.of("dataset", name))
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessageContaining("dataset name \"" + name + "\": expected lower-case letters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"raw", "x/runs", "restored", "work/x", "logs", "latest"})
  void refusesTheNamesOfTheWorkersOwnFiles(String name) {
    assertThatThrownBy(() -> AssetName.of("dataset", name)).hasMessageContaining("is reserved");
  }

  @Test
  void acceptsTheLongestNameAndRefusesOneMore() {
    String longest = "a".repeat(AssetName.NAME_LENGTH_MAX);
    assertThat(AssetName.of("model", longest).value()).isEqualTo(longest);
    assertThatThrownBy(() -> AssetName.of("model", longest + "a"))
        .hasMessage("model name: expected at most 200 characters but found 201");
  }
}
