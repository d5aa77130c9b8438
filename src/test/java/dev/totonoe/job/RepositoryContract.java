package dev.totonoe.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.NoSuchJobException;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.dao.OptimisticLockingFailureException;

/// What Spring Batch relies on, whichever repository a run has.
abstract class RepositoryContract {
  private final String job = "job-" + UUID.randomUUID();
  private final JobParameters parameters = parametersOf("first");

  abstract JobRepository repository();

  @Test
  void knowsAnInstanceByItsNameAndItsParameters() throws Exception {
    JobInstance first = repository().createJobInstance(job, parameters);
    JobInstance second = repository().createJobInstance(job, parametersOf("second"));
    assertThat(second.getId()).isGreaterThan(first.getId());
    assertThat(repository().getJobInstance(job, parameters)).isEqualTo(first);
    assertThat(repository().getJobInstance(first.getId())).isEqualTo(first);
    assertThat(repository().getJobInstance(job, parametersOf("third"))).isNull();
    assertThat(repository().getJobInstance("other", parameters)).isNull();
    assertThat(repository().getLastJobInstance(job)).isEqualTo(second);
    assertThat(repository().getJobInstances(job, 0, 9)).containsExactly(second, first);
    assertThat(repository().getJobInstances(job, 1, 9)).containsExactly(first);
    assertThat(repository().findJobInstances(job)).containsExactlyInAnyOrder(first, second);
    assertThat(repository().getJobInstanceCount(job)).isEqualTo(2);
    assertThat(repository().getJobNames()).contains(job).isSorted();
  }

  @Test
  void hasNothingOfAJobThatNeverRan() {
    assertThat(repository().getLastJobInstance(job)).isNull();
    assertThat(repository().getJobInstances(job, 0, 9)).isEmpty();
    assertThat(repository().getLastJobExecution(job, parameters)).isNull();
    assertThat(repository().findRunningJobExecutions(job)).isEmpty();
    assertThatThrownBy(() -> repository().getJobInstanceCount(job))
        .isInstanceOf(NoSuchJobException.class)
        .hasMessageContaining(job);
  }

  @Test
  void refusesASecondInstanceOfTheSameParameters() {
    repository().createJobInstance(job, parameters);
    assertThatThrownBy(() -> repository().createJobInstance(job, parameters))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("already");
  }

  @Test
  void keepsAnExecutionAsItWasUpdatedLast() {
    JobExecution execution = started();
    execution.setStatus(BatchStatus.FAILED);
    execution.setExitStatus(ExitStatus.FAILED.addExitDescription("no disk"));
    assertThat(found(execution).getStatus()).isEqualTo(BatchStatus.STARTING);
    repository().update(execution);
    JobExecution found = found(execution);
    assertThat(found).isNotSameAs(execution);
    assertThat(found.getStatus()).isEqualTo(BatchStatus.FAILED);
    assertThat(found.getExitStatus()).isEqualTo(execution.getExitStatus());
    assertThat(found.getVersion()).isEqualTo(execution.getVersion());
    assertThat(found.getJobParameters()).isEqualTo(parameters);
    found.setStatus(BatchStatus.ABANDONED);
    assertThat(found(execution).getStatus()).isEqualTo(BatchStatus.FAILED);
  }

  @Test
  void givesTheExecutionsOfAnInstanceNewestFirst() {
    JobExecution first = started();
    first.setStatus(BatchStatus.FAILED);
    repository().update(first);
    JobInstance instance = first.getJobInstance();
    JobExecution second =
        repository().createJobExecution(instance, parameters, new ExecutionContext());
    assertThat(repository().getJobExecutions(instance)).containsExactly(second, first);
    assertThat(repository().getLastJobExecution(instance)).isEqualTo(second);
    assertThat(repository().getLastJobExecution(job, parameters)).isEqualTo(second);
    assertThat(repository().findRunningJobExecutions(job)).containsExactly(second);
  }

  @Test
  void givesAnExecutionWithItsStepsAndContexts() {
    JobExecution execution = started();
    StepExecution step = repository().createStepExecution("plan", execution);
    execution.getExecutionContext().putString("where", "job");
    step.getExecutionContext().putString("where", "step");
    repository().updateExecutionContext(execution);
    repository().updateExecutionContext(step);
    JobExecution found = found(execution);
    assertThat(found.getStepExecutions()).containsExactly(step);
    assertThat(found.getExecutionContext().getString("where")).isEqualTo("job");
    assertThat(found.getStepExecutions().iterator().next().getExecutionContext().getString("where"))
        .isEqualTo("step");
    assertThat(repository().getStepExecution(step.getId()).getJobExecution()).isEqualTo(execution);
  }

  @Test
  void keepsAContextAsItWasSavedLast() {
    StepExecution step = repository().createStepExecution("plan", started());
    step.getExecutionContext().putInt("shard", 7);
    repository().updateExecutionContext(step);
    assertThat(step.getExecutionContext().isDirty()).isFalse();
    step.getExecutionContext().putInt("shard", 8);
    ExecutionContext found = found(step).getExecutionContext();
    assertThat(found.getInt("shard")).isEqualTo(7);
    assertThat(found.isDirty()).isFalse();
    found.putInt("shard", 9);
    assertThat(found(step).getExecutionContext().getInt("shard")).isEqualTo(7);
  }

  @Test
  void keepsAStepAsItWasUpdatedLast() {
    StepExecution step = repository().createStepExecution("plan", started());
    step.setReadCount(1);
    step.setWriteCount(2);
    step.setFilterCount(3);
    step.setCommitCount(4);
    step.setRollbackCount(5);
    step.setReadSkipCount(6);
    step.setProcessSkipCount(7);
    step.setWriteSkipCount(8);
    step.setStatus(BatchStatus.STARTED);
    step.setExitStatus(ExitStatus.STOPPED.addExitDescription("asked to"));
    assertThat(found(step).getReadCount()).isZero();
    repository().update(step);
    StepExecution found = found(step);
    assertThat(found.getSummary()).isEqualTo(step.getSummary());
    assertThat(found.getExitStatus()).isEqualTo(step.getExitStatus());
    found.setReadCount(99);
    assertThat(found(step).getReadCount()).isEqualTo(1);
  }

  @Test
  void refusesToUpdateAStepThatAnotherUpdated() {
    StepExecution step = repository().createStepExecution("plan", started());
    StepExecution another = found(step);
    repository().update(another);
    assertThatThrownBy(() -> repository().update(step))
        .isInstanceOf(OptimisticLockingFailureException.class)
        .hasMessageContaining("version")
        .hasMessageContaining("step execution");
  }

  @Test
  void tellsAStepThatItsExecutionIsToStop() {
    JobExecution execution = started();
    StepExecution step = repository().createStepExecution("plan", execution);
    JobExecution another = found(execution);
    another.setStatus(BatchStatus.STOPPING);
    repository().update(another);
    assertThat(step.isTerminateOnly()).isFalse();
    repository().update(step);
    assertThat(step.isTerminateOnly()).isTrue();
    assertThat(execution.getStatus()).isEqualTo(BatchStatus.STOPPING);
    assertThat(execution.getVersion()).isEqualTo(another.getVersion());
  }

  @Test
  void findsTheLastStepOfAName() throws Exception {
    JobExecution first = started();
    JobInstance instance = first.getJobInstance();
    repository().createStepExecution("plan", first);
    StepExecution last = repository().createStepExecution("plan", first);
    repository().createStepExecution("publish", first);
    assertThat(repository().getLastStepExecution(instance, "plan")).isEqualTo(last);
    assertThat(repository().getLastStepExecution(instance, "cleanse")).isNull();
    assertThat(repository().getStepExecutionCount(instance, "plan")).isEqualTo(2);
    JobExecution again =
        repository().createJobExecution(instance, parameters, new ExecutionContext());
    StepExecution next = repository().createStepExecution("plan", again);
    assertThat(repository().getLastStepExecution(instance, "plan")).isEqualTo(next);
    JobInstance other = repository().createJobInstance(job, parametersOf("other"));
    assertThat(repository().getLastStepExecution(other, "plan")).isNull();
    assertThat(repository().getStepExecutionCount(other, "plan")).isZero();
  }

  @Test
  void deletesAnInstanceWithAllThatBelongsToIt() {
    JobExecution execution = started();
    repository().createStepExecution("plan", execution);
    JobInstance instance = execution.getJobInstance();
    repository().deleteJobInstance(instance);
    assertThat(repository().getJobInstance(job, parameters)).isNull();
    assertThat(repository().getJobExecutions(instance)).isEmpty();
    assertThat(repository().getLastStepExecution(instance, "plan")).isNull();
  }

  private JobExecution started() {
    JobInstance instance = repository().createJobInstance(job, parameters);
    return repository().createJobExecution(instance, parameters, new ExecutionContext());
  }

  private JobExecution found(JobExecution execution) {
    return repository().getJobExecution(execution.getId());
  }

  private StepExecution found(StepExecution step) {
    return repository().getStepExecution(step.getId());
  }

  private static JobParameters parametersOf(String attempt) {
    return new JobParametersBuilder().addString("attempt", attempt).toJobParameters();
  }
}
