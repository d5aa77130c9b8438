package dev.totonoe.failure;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says in words why an input or output operation failed. The message of a file system's exception
/// is often the bare path, which the sentence around it names already. A refusal says who asked and
/// whose the thing is: the two numbers that have to be brought together.
public final class IoReason {
  private static final String DENIED = "permission denied";

  private IoReason() {}

  public static String of(IOException failure) {
    return switch (failure) {
      case AccessDeniedException denied -> denied(denied.getFile());
      case NoSuchFileException _ -> "no such file";
      case FileAlreadyExistsException _ -> "a file is in the way";
      case FileSystemException onFile ->
          Optional.ofNullable(onFile.getReason()).orElseGet(() -> word(onFile));
      default -> Optional.ofNullable(failure.getMessage()).orElseGet(() -> word(failure));
    };
  }

  /// Why a path cannot be read or written, for who asked the file system and was told no.
  public static String denied(@Nullable String file) {
    return Optional.ofNullable(file)
        .map(Path::of)
        .flatMap(Denial::at)
        .map(denial -> "%s (%s)".formatted(DENIED, denial))
        .orElse(DENIED);
  }

  private static String word(IOException failure) {
    return failure.getClass().getSimpleName();
  }
}
