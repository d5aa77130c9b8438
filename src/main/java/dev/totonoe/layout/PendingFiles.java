package dev.totonoe.layout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Files that belong together: each is written beside its place under another name, and all get
/// their names when the last one is finished.
public final class PendingFiles implements AutoCloseable {
  private final Map<Path, Path> temporaries = new LinkedHashMap<>();

  /// Makes the target's directory.
  ///
  /// @return the file to create and to write instead
  public Path reserve(Path target) throws IOException {
    Files.createDirectories(target.getParent());
    Path temporary = AtomicFiles.temporaryBeside(target);
    temporaries.put(target, temporary);
    return temporary;
  }

  /// The targets that exist and are not what was written for them.
  public List<Path> conflicts() throws IOException {
    List<Path> conflicts = new ArrayList<>();
    for (Map.Entry<Path, Path> entry : temporaries.entrySet()) {
      Path target = entry.getKey();
      boolean same =
          !Files.exists(target)
              || Files.isRegularFile(target) && Files.mismatch(entry.getValue(), target) < 0;
      if (!same) {
        conflicts.add(target);
      }
    }
    return conflicts;
  }

  /// Gives every file its name; what stands there is replaced.
  public void commit() throws IOException {
    for (Map.Entry<Path, Path> entry : temporaries.entrySet()) {
      Files.move(entry.getValue(), entry.getKey(), StandardCopyOption.ATOMIC_MOVE);
    }
    temporaries.clear();
  }

  /// Removes what was not committed.
  @Override
  public void close() throws IOException {
    for (Path temporary : temporaries.values()) {
      Files.deleteIfExists(temporary);
    }
  }
}
