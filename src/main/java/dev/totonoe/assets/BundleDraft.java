package dev.totonoe.assets;

import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.IoReason;
import dev.totonoe.layout.AssetName;
import dev.totonoe.layout.AtomicFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/// A bundle that is being made in a hidden directory beside its place. It appears there whole or
/// not at all; closing removes what did not.
public final class BundleDraft implements AutoCloseable {
  private final Path target;
  private final Path directory;
  private final String shown;
  private final AssetName name;

  /// @param target where the bundle is to stand
  /// @param shown its place for messages, such as `models/mine`
  public BundleDraft(Path target, String shown, AssetName name) {
    this.target = target;
    this.directory = target.resolveSibling(".incoming-" + UUID.randomUUID());
    this.shown = shown;
    this.name = name;
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw notWritten(e);
    }
  }

  /// Where its files go.
  public Path directory() {
    return directory;
  }

  /// Its place for messages.
  public String shown() {
    return shown;
  }

  /// Writes the manifest of what is there now.
  public Bundle pack() {
    return Bundle.pack(directory, shown, name.value());
  }

  /// Puts it in its place; a bundle that is there is replaced.
  public void publish() {
    try {
      AtomicFiles.replaceDirectory(directory, target);
    } catch (IOException e) {
      throw notWritten(e);
    }
  }

  private EnvironmentFailure notWritten(IOException e) {
    return new EnvironmentFailure(shown + ": the bundle cannot be written: " + IoReason.of(e), e);
  }

  @Override
  public void close() {
    try {
      AtomicFiles.deleteTree(directory);
    } catch (IOException e) {
      // What is left starts with a dot: no bundle, and the next attempt has a name of its own.
    }
  }
}
