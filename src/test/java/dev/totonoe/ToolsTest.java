package dev.totonoe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

final class ToolsTest {
  private static final String ABSENT = "totonoe-no-such-program";
  private static final String HOW_TO_INSTALL =
      ABSENT + " is not installed: run `src/tools test`, as root on Debian";

  private final String requiredBefore = System.getProperty("tools.required", "false");

  @AfterEach
  void restoreProperty() {
    System.setProperty("tools.required", requiredBefore);
  }

  @Test
  void findsAProgramOnThePath() {
    assertThat(Tools.require("sh")).isExecutable().isAbsolute();
  }

  @Test
  void skipsWhereAProgramIsAbsent() {
    System.setProperty("tools.required", "false");

    assertThatThrownBy(() -> Tools.require(ABSENT))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining(HOW_TO_INSTALL);
  }

  @Test
  void failsWhereAProgramIsAbsentButRequired() {
    System.setProperty("tools.required", "true");

    assertThatThrownBy(() -> Tools.require(ABSENT))
        .isInstanceOf(AssertionError.class)
        .hasMessage(HOW_TO_INSTALL);
  }

  @Test
  void theScriptThatInstallsThemIsCleanForShellcheck() throws Exception {
    Process process =
        new ProcessBuilder(Tools.require("shellcheck").toString(), "src/tools")
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }
}
