package dev.totonoe.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IoReasonTest {
  @Test
  void saysWhyAndNotWhere() {
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

  @Test
  void namesThoseWhoDifferWhereTheFileSystemRefuses(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("list.csv"), "");
    Files.setPosixFilePermissions(file, Set.of());
    String reason = IoReason.of(new AccessDeniedException(file.toString()));
    if (Files.isReadable(file)) {
      // The superuser: nothing that is known stands in the way.
      assertThat(reason).isEqualTo("permission denied");
    } else {
      assertThat(reason)
          .matches(
              "permission denied \\(the worker is user (\\d+:\\d+), and "
                  + Pattern.quote(file.toString())
                  + " belongs to \\1 with ---------\\)");
    }
  }

  @Test
  void saysNoMoreThanItKnows() {
    assertThat(IoReason.of(new AccessDeniedException(null))).isEqualTo("permission denied");
  }

  @Test
  void putsTheWorkerBesideTheOwner() {
    assertThat(new Denial(Path.of("/data/models"), "1000:1000", "rwxr-xr-x", "65532:65532"))
        .hasToString(
            "the worker is user 65532:65532, and /data/models belongs to 1000:1000 with rwxr-xr-x");
  }
}
