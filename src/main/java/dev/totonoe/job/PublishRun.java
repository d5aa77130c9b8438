package dev.totonoe.job;

import dev.totonoe.layout.DatasetFiles;
import dev.totonoe.observe.Progress;
import dev.totonoe.plan.WorkerVersion;
import dev.totonoe.profile.Profile;
import dev.totonoe.publish.Publisher;
import dev.totonoe.report.Tally;
import java.util.Optional;

/// The last step: from finished shards to a published run.
final class PublishRun {
  private final DatasetFiles dataset;
  private final Profile profile;
  private final WorkerVersion worker;
  private final Scratch scratch;
  private final Progress progress;
  private Optional<Tally> tally = Optional.empty();

  PublishRun(
      DatasetFiles dataset,
      Profile profile,
      WorkerVersion worker,
      Scratch scratch,
      Progress progress) {
    this.dataset = dataset;
    this.profile = profile;
    this.worker = worker;
    this.scratch = scratch;
    this.progress = progress;
  }

  void run(Assets assets, Planned planned, ProductColumns columns) {
    progress.stage("publishing", 0);
    tally =
        publisher(planned)
            .publish(planned.plan(), assets.bundles(), columns.header(), columns.derivedHeader());
  }

  /// Mends what a crash between publishing and tidying up may have left.
  void finish(Planned planned) {
    publisher(planned).finish();
  }

  /// What came of the records; empty when this worker did not publish.
  Optional<Tally> tally() {
    return tally;
  }

  private Publisher publisher(Planned planned) {
    return new Publisher(dataset, planned.run(), profile, worker, scratch.own());
  }
}
