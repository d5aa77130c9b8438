package dev.totonoe.cli;

import dev.totonoe.layout.DatasetFiles;
import dev.totonoe.layout.RestoredFiles;
import dev.totonoe.publish.PublishedRun;
import dev.totonoe.publish.Restoration;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `totonoe restore DATASET [RUN]`.
@Command(
    name = "restore",
    description =
        "Writes the raw rows of a published run back, from its products, changes and rejects: a CSV file (UTF-8, commas) for each input, with its own headings.")
final class RestoreCommand implements Runnable {
  private static final int FILES_SHOWN_MAX = 20;

  @Spec private CommandSpec spec;
  @ParentCommand private Cli cli;

  @Mixin private RunParameters run = new RunParameters();

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description =
          "Where to write, outside datasets/; default: datasets/DATASET/restored/RUN. What is there already is never replaced by something else.")
  private @Nullable Path to;

  @Override
  public void run() {
    DatasetFiles files = run.files(cli.root());
    PublishedRun published = PublishedRun.open(files, run.run(files));
    RestoredFiles target =
        to == null ? files.restored(published.name()) : files.restoredIn(to.toAbsolutePath());
    Restoration.Restored restored = new Restoration(published, target).restore();
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%s: the raw rows of run %s, as UTF-8 with commas%n", run.dataset(), published.name());
    List<Restoration.Restored.File> written = restored.files();
    for (Restoration.Restored.File file :
        written.subList(0, Math.min(written.size(), FILES_SHOWN_MAX))) {
      out.printf(
          "  %s  %,d rows (%,d delivered, %,d rejected) in %s%n",
          file.input(),
          file.products() + file.rejects(),
          file.products(),
          file.rejects(),
          cli.root().shown(file.path()));
    }
    if (written.size() > FILES_SHOWN_MAX) {
      out.printf("  … and %,d files more%n", written.size() - FILES_SHOWN_MAX);
    }
    if (!restored.uncut().isEmpty()) {
      out.printf(
          "  rejected records that have no cells, each as one cell with its text: %s%n",
          restored.uncut().entrySet().stream()
              .map(entry -> "%s %,d".formatted(entry.getKey(), entry.getValue()))
              .collect(Collectors.joining(", ")));
    }
    out.flush();
  }
}
