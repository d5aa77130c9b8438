package dev.totonoe.job;

import dev.totonoe.layout.DatasetFiles;
import dev.totonoe.layout.RunName;
import dev.totonoe.observe.Event;
import dev.totonoe.observe.Progress;
import dev.totonoe.plan.Plan;
import dev.totonoe.plan.Planner;
import dev.totonoe.plan.WorkerVersion;
import dev.totonoe.profile.Profile;

/// The second step: what there is to do, and whether it was done before.
final class PlanShards {
  private final DatasetFiles dataset;
  private final WorkerVersion worker;
  private final RunRequest.Repeat repeat;
  private final Planner planner;
  private final Progress progress;
  private final Once<Planned> planned = new Once<>("planShards");

  PlanShards(
      DatasetFiles dataset,
      Profile profile,
      WorkerVersion worker,
      RunRequest request,
      Scratch scratch,
      StopSignal stop,
      Progress progress) {
    this.dataset = dataset;
    this.worker = worker;
    this.repeat = request.repeat();
    this.planner = new Planner(dataset, profile, request.part(), scratch.own(), stop::isRequested);
    this.progress = progress;
  }

  void run(Assets assets) {
    progress.stage("reading the input", 0);
    Plan plan = planner.plan(assets.bundles(), worker);
    int published = publishedRepetitions(plan.fingerprint());
    boolean again = published == 0 || repeat == RunRequest.Repeat.ALWAYS;
    Planned result =
        new Planned(
            plan,
            RunName.of(plan.fingerprint(), again ? published + 1 : published),
            again ? Planned.State.NEW : Planned.State.PUBLISHED_BEFORE);
    progress.counts().planned(result.run().value(), plan.shards().size());
    Event.PLAN_READY.log(
        "fingerprint", plan.fingerprint(),
        "run", result.run(),
        "inputs", plan.inputs().size(),
        "rows", plan.records(),
        "shards", plan.shards().size());
    dataset.requireWritable(dataset.work(result.run()));
    planned.set(result);
  }

  private int publishedRepetitions(String fingerprint) {
    int repetitions = 0;
    while (dataset.run(RunName.of(fingerprint, repetitions + 1)).isPublished()) {
      repetitions++;
    }
    return repetitions;
  }

  boolean isDone() {
    return planned.isSet();
  }

  Planned planned() {
    return planned.get();
  }
}
