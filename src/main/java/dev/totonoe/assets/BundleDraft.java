package dev.totonoe.assets;

import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.IoReason;
import dev.totonoe.layout.AssetName;
import dev.totonoe.layout.AtomicFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A bundle that is being made in a hidden directory beside its place. It appears there whole or
/// not at all; closing removes what did not.
public final class BundleDraft implements AutoCloseable {
  private final Path target;
  private final Incoming incoming;
  private final String shown;
  private final AssetName name;

  /// @param target where the bundle is to stand
  /// @param shown its place for messages, such as `models/mine`
  public BundleDraft(Path target, String shown, AssetName name) {
    this.target = target;
    this.shown = shown;
    this.name = name;
    try {
      Path parent = Files.createDirectories(target.getParent());
      this.incoming = Incoming.in(parent);
    } catch (IOException e) {
      throw notWritten(e);
    }
  }

  /// Where its files go.
  public Path directory() {
    return incoming.directory();
  }

  /// Its place for messages.
  public String shown() {
    return shown;
  }

  /// Writes the manifest of what is there now.
  public Bundle pack() {
    return Bundle.pack(incoming.directory(), shown, name.value());
  }

  /// Puts it in its place; a bundle that is there is replaced.
  public void publish() {
    try {
      AtomicFiles.replaceDirectory(incoming.directory(), target);
    } catch (IOException e) {
      throw notWritten(e);
    }
  }

  private EnvironmentFailure notWritten(IOException e) {
    return new EnvironmentFailure(shown + ": the bundle cannot be written: " + IoReason.of(e), e);
  }

  @Override
  public void close() {
    incoming.close();
  }
}
