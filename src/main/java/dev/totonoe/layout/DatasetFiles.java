package dev.totonoe.layout;

import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.InputFailure;
import dev.totonoe.failure.IoReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The files of one dataset: the only place that knows their names.
public final class DatasetFiles {
  /// Input files in one dataset.
  public static final int INPUT_FILES_MAX = 10_000;

  private static final int RUNS_SHOWN_MAX = 10;
  private static final int UNIQUE_LENGTH = 8;
  private static final DateTimeFormatter LOG_TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final String RAW = "raw";
  private static final String RUNS = "runs";
  private static final String RESTORED = "restored";
  private static final String WORK = "work";
  private static final String SCANS = "scans-";
  private static final String JSON = ".json";
  private static final String LOGS = "logs";
  private static final String LATEST = "latest";
  private static final String PROFILE = "dataset.yaml";

  private final Root root;
  private final AssetName name;
  private final Path directory;

  /// @throws ConfigurationFailure when a symbolic link leads one of the worker's own files out of
  ///   the root
  DatasetFiles(Root root, AssetName name, Path directory) {
    this.root = root;
    this.name = name;
    this.directory = directory;
    for (String own : List.of(PROFILE, RUNS, RESTORED, WORK, LOGS, LATEST)) {
      root.inside(root.directory().relativize(directory.resolve(own)), "dataset");
    }
  }

  public AssetName name() {
    return name;
  }

  public Path profile() {
    return directory.resolve(PROFILE);
  }

  public Path raw() {
    return directory.resolve(RAW);
  }

  public Path logs() {
    return directory.resolve(LOGS);
  }

  /// The files of a worker that begins now, under names that nobody else has.
  public LogFiles newLog(Instant start) {
    // Not the process's number: in a container it is always 1, and pods start together.
    String unique = UUID.randomUUID().toString().substring(0, UNIQUE_LENGTH);
    return new LogFiles(logs().resolve(LOG_TIME.format(start) + "-" + unique));
  }

  public Path latest() {
    return directory.resolve(LATEST);
  }

  public RunFiles run(RunName run) {
    return new RunFiles(directory.resolve(RUNS).resolve(run.value()));
  }

  public WorkFiles work(RunName run) {
    return new WorkFiles(directory.resolve(WORK).resolve(run.value()));
  }

  /// What one of the workers that share a run found when it read the inputs.
  ///
  /// @param key names the inputs as they stand
  public Path sharedScans(String key) {
    return directory.resolve(WORK).resolve(SCANS + key + JSON);
  }

  /// All such files, those of other inputs included.
  public List<Path> sharedScans() throws IOException {
    Path work = directory.resolve(WORK);
    if (!Files.isDirectory(work)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(work)) {
      return entries.filter(entry -> entry.getFileName().toString().startsWith(SCANS)).toList();
    }
  }

  /// Where the raw rows of a run are written back to, unless the user names a place.
  public RestoredFiles restored(RunName run) {
    return restoredIn(directory.resolve(RESTORED).resolve(run.value()));
  }

  /// A place that the user names for the raw rows of a run.
  public RestoredFiles restoredIn(Path place) {
    return new RestoredFiles(root, directory.resolve(RESTORED), place);
  }

  /// Asks whether a run may write its results, before it begins.
  ///
  /// @throws EnvironmentFailure when the dataset's directory, or one of those that an earlier run
  ///   made in it, belongs to somebody else or is mounted read-only
  public void requireWritable() {
    WriteAccess.require(directory, root.shown(directory));
    for (String own : List.of(RUNS, WORK, LOGS)) {
      requireWritable(directory.resolve(own));
    }
  }

  /// Asks whether a run may go on with what an earlier attempt left.
  ///
  /// @throws EnvironmentFailure when that belongs to somebody else
  public void requireWritable(WorkFiles work) {
    requireWritable(work.directory());
  }

  private void requireWritable(Path made) {
    if (Files.exists(made)) {
      WriteAccess.require(made, root.shown(made));
    }
  }

  /// An input's name in outputs and messages, such as `raw/items.csv`.
  public String shown(Path input) {
    return RAW + "/" + input.getFileName();
  }

  /// A file's name in messages, below the root.
  public String shownFromRoot(Path file) {
    return root.shown(file);
  }

  /// The input files by name, in the order of their UTF-16 code units. Names that start with a dot
  /// (editors', desktops' and network file systems' own files) are no input.
  ///
  /// @throws InputFailure for a missing `raw/`, a directory in it, a file that lies outside the
  ///   root
  /// @throws EnvironmentFailure for a file that the worker's user may not read
  public List<Path> inputs() {
    Path raw = raw();
    if (!Files.isDirectory(raw)) {
      throw new InputFailure(
          "%s: no such directory; put the product list there as CSV".formatted(root.shown(raw)));
    }
    List<Path> inputs;
    try (Stream<Path> entries = Files.list(raw)) {
      inputs =
          entries
              .filter(entry -> !entry.getFileName().toString().startsWith("."))
              .sorted((a, b) -> a.getFileName().toString().compareTo(b.getFileName().toString()))
              .limit(INPUT_FILES_MAX + 1L)
              .toList();
    } catch (IOException e) {
      throw new EnvironmentFailure(root.shown(raw) + ": cannot be listed: " + IoReason.of(e), e);
    }
    if (inputs.size() > INPUT_FILES_MAX) {
      throw new InputFailure(
          "%s: expected at most %d files; join them or split the dataset"
              .formatted(root.shown(raw), INPUT_FILES_MAX));
    }
    if (inputs.isEmpty()) {
      throw new InputFailure(
          "%s: expected at least one CSV file but found none".formatted(root.shown(raw)));
    }
    inputs.forEach(this::checkInput);
    return inputs;
  }

  private void checkInput(Path input) {
    String shown = root.shown(input);
    if (Files.isDirectory(input)) {
      throw new InputFailure(
          shown + ": expected CSV files only but found a directory; move its files up into raw/");
    }
    try {
      root.inside(root.directory().relativize(input), "input");
    } catch (ConfigurationFailure e) {
      throw new InputFailure(e.getMessage(), e);
    }
    if (!Files.isRegularFile(input)) {
      throw new InputFailure(shown + ": expected a regular file; remove or replace it");
    }
    if (!Files.isReadable(input)) {
      throw new EnvironmentFailure(
          "%s: cannot be read: %s; grant its user read permission"
              .formatted(shown, IoReason.denied(input.toString())));
    }
  }

  /// The run that `latest` names.
  public Optional<RunName> latestRun() {
    try {
      return RunName.parse(Files.readString(latest(), StandardCharsets.UTF_8).strip());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new EnvironmentFailure(root.shown(latest()) + ": cannot be read: " + IoReason.of(e), e);
    }
  }

  /// The published run that a user means: by its name, by the start of it, or by `latest`.
  ///
  /// @throws ConfigurationFailure when there is none, or more than one
  public RunName findRun(String text) {
    if (text.equals(LATEST)) {
      return latestRun()
          .orElseThrow(
              () ->
                  new ConfigurationFailure(
                      "dataset \"%s\" has no published run yet; run it: totonoe run %s"
                          .formatted(name, name)));
    }
    List<RunName> published = publishedRuns();
    List<RunName> meant = published.stream().filter(run -> run.value().startsWith(text)).toList();
    Optional<RunName> exact = meant.stream().filter(run -> run.value().equals(text)).findFirst();
    if (exact.isPresent()) {
      return exact.get();
    }
    if (meant.size() != 1 || text.isEmpty()) {
      throw new ConfigurationFailure(
          "run \"%s\": expected latest, or the name of one run of %s or its start, but %s"
              .formatted(
                  text,
                  name,
                  published.isEmpty()
                      ? "it has none; run it: totonoe run " + name
                      : meant.isEmpty()
                          ? "it has " + shownRuns(published)
                          : "these begin so: " + shownRuns(meant)));
    }
    return meant.getFirst();
  }

  private static String shownRuns(List<RunName> runs) {
    String shown =
        runs.stream().limit(RUNS_SHOWN_MAX).map(RunName::value).collect(Collectors.joining(", "));
    return runs.size() > RUNS_SHOWN_MAX ? shown + ", …" : shown;
  }

  private List<RunName> publishedRuns() {
    Path runs = directory.resolve(RUNS);
    if (!Files.isDirectory(runs)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(runs)) {
      return entries
          .flatMap(entry -> RunName.parse(entry.getFileName().toString()).stream())
          .filter(run -> run(run).isPublished())
          .sorted(Comparator.comparing(RunName::value))
          .toList();
    } catch (IOException e) {
      throw new EnvironmentFailure(root.shown(runs) + ": cannot be listed: " + IoReason.of(e), e);
    }
  }
}
