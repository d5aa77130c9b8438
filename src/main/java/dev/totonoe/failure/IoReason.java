package dev.totonoe.failure;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/// Says in words why an input or output operation failed. The message of a file system's exception
/// is often the bare path, which the sentence around it names already.
public final class IoReason {
  private IoReason() {}

  public static String of(IOException failure) {
    return switch (failure) {
      case AccessDeniedException _ -> "permission denied";
      case NoSuchFileException _ -> "no such file";
      case FileAlreadyExistsException _ -> "a file is in the way";
      case FileSystemException onFile ->
          Optional.ofNullable(onFile.getReason()).orElseGet(() -> word(onFile));
      default -> Optional.ofNullable(failure.getMessage()).orElseGet(() -> word(failure));
    };
  }

  private static String word(IOException failure) {
    return failure.getClass().getSimpleName();
  }
}
