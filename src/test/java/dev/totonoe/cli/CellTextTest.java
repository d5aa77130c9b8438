package dev.totonoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CellTextTest {
  @Test
  void showsWhatCannotBeSeen() {
    assertThat(CellText.of("a\tb\r\nc\u0000\u200B\u202E\u001B[2J"))
        .isEqualTo("a\\tb\\r\\nc\\0\\u200B\\u202E\\u001B[2J");
    assertThat(CellText.of("\uD83C")).isEqualTo("\\uD83C");
    assertThat(CellText.of("")).isEqualTo("(empty)");
  }

  @Test
  void showsSpacesWhereTheyCannotBeTold() {
    assertThat(CellText.of(" 茶 茶\u3000茶\u00A0茶 \u3000")).isEqualTo("␠茶 茶\u3000茶\\u00A0茶␠\\u3000");
    assertThat(CellText.of("  ")).isEqualTo("␠␠");
  }

  @Test
  void showsLongCellsFromWhereTheyBeginToDiffer() {
    String same = "茶".repeat(1_000);
    assertThat(CellText.change(same + "Ａ", same + "A"))
        .isEqualTo("…" + "茶".repeat(20) + "Ａ → …" + "茶".repeat(20) + "A");
    assertThat(CellText.of(same)).isEqualTo("茶".repeat(CellText.CHARS_MAX) + "…");
    assertThat(CellText.change(same, "")).isEqualTo("茶".repeat(CellText.CHARS_MAX) + "… → (empty)");
    assertThat(CellText.change(same, same + "x")).endsWith("→ …" + "茶".repeat(20) + "x");
  }

  @Test
  void neverSplitsASign() {
    String apples = "🍎".repeat(100);
    String shown = CellText.change("x" + apples, "x" + apples + "🍏");
    assertThat(shown).doesNotContain("\\u").endsWith("🍎🍏");
    assertThat(CellText.of("x" + apples)).isEqualTo("x" + "🍎".repeat(59) + "…");
  }
}
