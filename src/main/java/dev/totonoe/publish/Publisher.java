package dev.totonoe.publish;

import dev.totonoe.assets.Bundle;
import dev.totonoe.assets.BundleFile;
import dev.totonoe.csv.Delimiter;
import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.IoReason;
import dev.totonoe.failure.QualityFailure;
import dev.totonoe.layout.AtomicFiles;
import dev.totonoe.layout.DatasetFiles;
import dev.totonoe.layout.RunFiles;
import dev.totonoe.layout.RunName;
import dev.totonoe.layout.WorkFiles;
import dev.totonoe.plan.Plan;
import dev.totonoe.plan.PlannedInput;
import dev.totonoe.plan.Shard;
import dev.totonoe.plan.WorkerVersion;
import dev.totonoe.profile.Profile;
import dev.totonoe.report.RunReport;
import dev.totonoe.report.Tally;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Joins finished shards into a run and makes it visible.
///
/// Two publishers of one run cannot mix: each puts the run together in a directory of its own, and
/// the file system lets only one of them be renamed to the run's name. That rename is the fence; no
/// lease is held.
public final class Publisher {
  private final DatasetFiles dataset;
  private final RunName run;
  private final Profile profile;
  private final WorkerVersion worker;
  private final Path scratch;

  /// @param scratch a directory of this run's own on local disk
  public Publisher(
      DatasetFiles dataset, RunName run, Profile profile, WorkerVersion worker, Path scratch) {
    this.dataset = dataset;
    this.run = run;
    this.profile = profile;
    this.worker = worker;
    this.scratch = scratch;
  }

  /// Publishes the run, or finds that another worker did.
  ///
  /// @param header the headings of `products.csv`
  /// @param derived those of them that the worker appended
  /// @return what came of the records; empty when another worker published the run meanwhile
  /// @throws EnvironmentFailure when a shard is missing or damaged; a damaged one is removed, so
  ///   that trying again helps
  /// @throws QualityFailure when more records were rejected than the profile allows
  public Optional<Tally> publish(
      Plan plan, List<Bundle> bundles, List<String> header, List<String> derived) {
    try {
      ShardStore store = new ShardStore(dataset.work(run));
      Tally counted = Tally.zero();
      List<ShardResult> results = new ArrayList<>();
      for (Shard shard : plan.shards()) {
        ShardResult result = store.finished(shard).orElseThrow(() -> missing(shard));
        results.add(result);
        counted = counted.plus(result.tally());
      }
      prove(plan, counted);
      checkQuality(counted);
      Path assembly = dataset.work(run).assembly(UUID.randomUUID().toString());
      try {
        Files.createDirectories(assembly);
        RunFiles files = new RunFiles(assembly);
        RunAssembly.Joined joined = join(plan, store, results, header, files);
        Tally tally = counted.plus(joined.found());
        List<FileProof> proofs = new ArrayList<>(joined.files());
        RunReport report = report(plan, derived, tally);
        proofs.add(write(files.reportHtml(), report.html().getBytes(StandardCharsets.UTF_8)));
        proofs.add(write(files.reportJson(), report.json()));
        write(files.manifest(), manifest(plan, bundles, derived, tally, proofs).json());
        Path target = dataset.run(run).directory();
        Files.createDirectories(target.getParent());
        boolean first = AtomicFiles.publishDirectory(assembly, target);
        finish();
        return first ? Optional.of(tally) : Optional.empty();
      } finally {
        // Half of a run on a disk that is full would take the room from the next attempt.
        AtomicFiles.deleteTree(assembly);
      }
    } catch (IOException e) {
      throw new EnvironmentFailure(
          "publishing run %s of %s: %s; its finished shards are kept for the next attempt"
              .formatted(run, dataset.name(), IoReason.of(e)),
          e);
    }
  }

  private RunAssembly.Joined join(
      Plan plan, ShardStore store, List<ShardResult> shards, List<String> header, RunFiles target)
      throws IOException {
    for (ShardResult shard : shards) {
      // What is wrong in the notes would look like anything, so they are checked before they are
      // used.
      try (ProvenPart notes = ProvenPart.open(store, shard, store.files(shard.index()).rows())) {
        notes.prove();
      }
    }
    GtinCheck check = new GtinCheck(store, scratch, GtinCheck.CLAIMS_MAX, GtinCheck.PARTS_MAX);
    try (GtinMarks marks = check.marks(shards)) {
      return new RunAssembly(plan, store, profile.output().format(), marks)
          .join(shards, header, target);
    }
  }

  /// Points `latest` at the published run and removes the run's work. Done again after a crash
  /// between the two.
  public void finish() {
    try {
      if (dataset.latestRun().filter(run::equals).isEmpty()) {
        AtomicFiles.write(dataset.latest(), (run + "\n").getBytes(StandardCharsets.UTF_8));
      }
      WorkFiles work = dataset.work(run);
      AtomicFiles.deleteTree(work.directory());
      // Another run of the dataset that still wants one reads its inputs again.
      for (Path scans : dataset.sharedScans()) {
        Files.deleteIfExists(scans);
      }
      Files.deleteIfExists(work.directory().getParent());
    } catch (DirectoryNotEmptyException e) {
      // Another run of the dataset is being worked on.
    } catch (IOException e) {
      throw new EnvironmentFailure(
          "finishing run %s of %s: %s".formatted(run, dataset.name(), IoReason.of(e)), e);
    }
  }

  private EnvironmentFailure missing(Shard shard) {
    return new EnvironmentFailure(
        "run %s of %s: shard %d is missing or damaged; run it again to cleanse it once more"
            .formatted(run, dataset.name(), shard.index()));
  }

  private static void prove(Plan plan, Tally tally) {
    long records = plan.inputs().stream().mapToLong(input -> input.totals().records()).sum();
    if (tally.rows() != records) {
      throw new IllegalStateException(
          "%d records came in but %d products and %d rejects came out; nothing was published"
              .formatted(records, tally.products(), tally.rejects()));
    }
  }

  private void checkQuality(Tally tally) {
    double allowed = profile.rejectsMaxFraction().orElse(1);
    if (tally.rejects() > allowed * tally.rows()) {
      throw new QualityFailure(
          ("%d of %d records were rejected (%.1f %%) but %s allows %.1f %%: %s; nothing was published;"
                  + " mend the input, or raise quality.rejects_max")
              .formatted(
                  tally.rejects(),
                  tally.rows(),
                  100.0 * tally.rejects() / tally.rows(),
                  dataset.shownFromRoot(dataset.profile()),
                  100 * allowed,
                  tally.rejectsByReason()));
    }
  }

  private static FileProof write(Path file, byte[] content) throws IOException {
    ProofStream out = ProofStream.create(file);
    try (out) {
      out.write(content);
    }
    return out.proof();
  }

  private RunReport report(Plan plan, List<String> derived, Tally tally) {
    return new RunReport(
        dataset.name().value(),
        run.value(),
        plan.fingerprint(),
        worker.version(),
        plan.inputs().stream().map(Publisher::summary).toList(),
        plan.columns(),
        derived,
        tally);
  }

  private static RunReport.Input summary(PlannedInput input) {
    return new RunReport.Input(
        input.shown(),
        input.bytes(),
        input.dialect().encoding().word(),
        Delimiter.wordOf(input.dialect().delimiter()),
        input.dialect().headerLine(),
        input.totals().physicalLines(),
        input.totals().records());
  }

  private RunManifest manifest(
      Plan plan, List<Bundle> bundles, List<String> derived, Tally tally, List<FileProof> files) {
    return new RunManifest(
        dataset.name().value(),
        run.value(),
        plan.fingerprint(),
        new RunManifest.Worker(worker.version(), worker.codeSha256()),
        new RunManifest.Counts(
            tally.rows(), tally.products(), tally.rejects(), tally.review(), tally.changes()),
        plan.inputs().stream().map(input -> RunManifest.Input.of(input, plan.columns())).toList(),
        RunManifest.Products.of(profile.output().format(), plan.columns(), derived),
        bundles.stream().flatMap(bundle -> proofs(bundle).stream()).toList(),
        files);
  }

  private static List<FileProof> proofs(Bundle bundle) {
    List<FileProof> proofs = new ArrayList<>();
    proofs.add(
        new FileProof(
            bundle.shown() + "/" + Bundle.MANIFEST,
            bundle.manifestBytes(),
            bundle.manifestSha256()));
    for (BundleFile file : bundle.manifest().files()) {
      proofs.add(new FileProof(bundle.shown() + "/" + file.path(), file.bytes(), file.sha256()));
    }
    return proofs;
  }
}
