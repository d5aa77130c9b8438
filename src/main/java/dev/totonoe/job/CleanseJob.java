package dev.totonoe.job;

import dev.totonoe.failure.Failure;
import dev.totonoe.failure.Interruption;
import dev.totonoe.layout.DatasetFiles;
import dev.totonoe.layout.Root;
import dev.totonoe.observe.Event;
import dev.totonoe.observe.Progress;
import dev.totonoe.plan.WorkerVersion;
import dev.totonoe.profile.Profile;
import dev.totonoe.report.Tally;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.flow.FlowExecutionStatus;
import org.springframework.batch.core.job.flow.JobExecutionDecider;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/// A run, from the request to the published results:
///
/// 1. **stageAssets** copies the model and the dictionary to scratch and checks them.
/// 2. **planShards** looks at every input once; the fingerprint follows. Published before: done.
/// 3. **cleanseShards** reads, normalises, categorises and writes each shard of this worker's part
///    that is not finished yet. Others have shards left: done.
/// 4. **publishRun** joins the shards, proves that no record was lost, and makes the run visible.
public final class CleanseJob {
  private static final String JOB = "cleanse";

  /// Shards that are other workers' are not finished yet: whoever finishes last publishes.
  private static final FlowExecutionStatus OTHERS_WORK = new FlowExecutionStatus("OTHERS_WORK");

  private final RunRequest request;
  private final DatasetFiles dataset;
  private final Profile profile;
  private final StageAssets stageAssets;
  private final PlanShards planShards;
  private final CleanseShards cleanseShards;
  private final PublishRun publishRun;
  private final JobRepository repository;
  private final StopSignal stop;
  private final Progress progress;

  private CleanseJob(
      Root root,
      DatasetFiles dataset,
      RunRequest request,
      Scratch scratch,
      JobRepository repository,
      StopSignal stop,
      Progress progress) {
    this.request = request;
    this.repository = repository;
    this.stop = stop;
    this.progress = progress;
    this.dataset = dataset;
    profile = Profile.read(dataset.profile(), dataset.shownFromRoot(dataset.profile()));
    WorkerVersion worker = Worker.version();
    stageAssets = new StageAssets(root, profile, scratch, progress);
    planShards = new PlanShards(dataset, profile, worker, request, scratch, stop, progress);
    cleanseShards =
        new CleanseShards(dataset, profile, request.part(), scratch, repository, stop, progress);
    publishRun = new PublishRun(dataset, profile, worker, scratch, progress);
  }

  /// Runs a dataset of the root.
  ///
  /// @param stop may be set at any time by another thread; the run then ends with an [Interruption]
  ///   within a batch
  /// @throws Failure when the run cannot be done; nothing is published then, finished shards are
  ///   kept
  public static RunSummary run(
      Root root, DatasetFiles dataset, RunRequest request, StopSignal stop, Progress progress) {
    long start = System.nanoTime();
    try (Scratch scratch = Scratch.open(request.scratch());
        Repository repository = Repository.open(request.repositoryUrl(), request.threads())) {
      CleanseJob job =
          new CleanseJob(
              root, dataset, request, scratch, repository.jobRepository(), stop, progress);
      try (job.cleanseShards) {
        JobExecution execution = job.execute();
        return job.conclude(execution, Duration.ofNanos(System.nanoTime() - start));
      }
    }
  }

  /// The flow.
  private Job job() {
    Step stage = step("stageAssets", stageAssets::run);
    Step plan = step("planShards", () -> planShards.run(stageAssets.assets()));
    Step cleanse = cleanseShards.step(request.threads(), stageAssets::assets, planShards::planned);
    Step publish =
        step(
            "publishRun",
            () ->
                publishRun.run(
                    stageAssets.assets(), planShards.planned(), cleanseShards.columns()));
    JobExecutionDecider publishedBefore =
        (job, step) -> new FlowExecutionStatus(planShards.planned().state().name());
    JobExecutionDecider runComplete =
        (job, step) ->
            cleanseShards.isRunComplete(planShards.planned())
                ? FlowExecutionStatus.COMPLETED
                : OTHERS_WORK;

    return new JobBuilder(JOB, repository)
        .start(stage)
        .next(plan)
        .next(publishedBefore)
        .on(Planned.State.PUBLISHED_BEFORE.name())
        .end()
        .from(publishedBefore)
        .on(Planned.State.NEW.name())
        .to(cleanse)
        .next(runComplete)
        .on(OTHERS_WORK.getName())
        .end()
        .from(runComplete)
        .on(FlowExecutionStatus.COMPLETED.getName())
        .to(publish)
        .end()
        .build();
  }

  private Step step(String name, Runnable work) {
    return new StepBuilder(name, repository)
        .listener(new StepTimes(progress.counts()))
        .tasklet(
            (contribution, context) -> {
              work.run();
              return RepeatStatus.FINISHED;
            })
        .build();
  }

  /// Every execution is an instance of its own: resuming follows from the shards on the root, never
  /// from the repository. So there is nothing that an operator of jobs would look up or refuse.
  private JobExecution execute() {
    JobParameters parameters =
        new JobParametersBuilder()
            .addString("dataset", dataset.name().value())
            .addString("attempt", UUID.randomUUID().toString())
            .toJobParameters();
    try {
      JobInstance instance = repository.createJobInstance(JOB, parameters);
      JobExecution execution =
          repository.createJobExecution(instance, parameters, new ExecutionContext());
      job().execute(execution);
      return execution;
    } catch (Exception e) {
      throw JobFailures.failureIn(List.of(e));
    }
  }

  private RunSummary conclude(JobExecution execution, Duration elapsed) {
    if (execution.getStatus() != BatchStatus.COMPLETED) {
      concludeUnfinished(execution);
    }
    Planned planned = planShards.planned();
    Optional<Tally> tally = publishRun.tally();
    RunSummary.Ending ending = ending(planned, tally);
    switch (ending) {
      case PUBLISHED -> logPublished(planned, tally.orElseThrow(), elapsed);
      case ALREADY_PUBLISHED -> {
        publishRun.finish(planned);
        Event.ALREADY_PUBLISHED.log("run", planned.run());
      }
      case PART_DONE ->
          Event.PART_DONE.log(
              "run", planned.run(),
              "shard_index", request.part().index(),
              "shard_count", request.part().count());
    }
    return new RunSummary(
        planned.run(),
        dataset.run(planned.run()).directory(),
        ending,
        request.part(),
        tally,
        planned.plan().shards().size(),
        cleanseShards.cleansed(),
        cleanseShards.reused(),
        elapsed);
  }

  private RunSummary.Ending ending(Planned planned, Optional<Tally> tally) {
    if (tally.isPresent()) {
      return RunSummary.Ending.PUBLISHED;
    }
    return dataset.run(planned.run()).isPublished()
        ? RunSummary.Ending.ALREADY_PUBLISHED
        : RunSummary.Ending.PART_DONE;
  }

  private static void logPublished(Planned planned, Tally tally, Duration elapsed) {
    Event.RUN_PUBLISHED.log(
        "run", planned.run(),
        "rows", tally.rows(),
        "products", tally.products(),
        "rejects", tally.rejects(),
        "review", tally.review(),
        "millis", elapsed.toMillis());
  }

  /// Returns when another worker published the same run meanwhile, and took its work away from
  /// under this one.
  private void concludeUnfinished(JobExecution execution) {
    if (planShards.isDone() && dataset.run(planShards.planned().run()).isPublished()) {
      return;
    }
    List<Throwable> failures = execution.getAllFailureExceptions();
    if (stop.isRequested() && !JobFailures.isBug(failures)) {
      throw new Interruption(
          "stopped; finished shards are kept, so the same command goes on from there");
    }
    throw JobFailures.failureIn(failures);
  }
}
