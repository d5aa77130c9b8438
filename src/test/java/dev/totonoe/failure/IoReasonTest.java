package dev.totonoe.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

final class IoReasonTest {
  @Test
  void saysWhyAndNotWhere() {
    assertThat(IoReason.of(new AccessDeniedException("/a"))).isEqualTo("permission denied");
    assertThat(IoReason.of(new NoSuchFileException("/a"))).isEqualTo("no such file");
    assertThat(IoReason.of(new FileAlreadyExistsException("/a"))).isEqualTo("a file is in the way");
    assertThat(IoReason.of(new FileSystemException("/a", null, "No space left on device")))
        .isEqualTo("No space left on device");
    assertThat(IoReason.of(new IOException("Input/output error"))).isEqualTo("Input/output error");
  }

  @Test
  void namesTheExceptionWhereItSaysNothing() {
    assertThat(IoReason.of(new FileSystemException("/a"))).isEqualTo("FileSystemException");
    assertThat(IoReason.of(new EOFException())).isEqualTo("EOFException");
  }
}
