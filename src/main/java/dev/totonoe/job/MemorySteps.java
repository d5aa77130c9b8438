package dev.totonoe.job;

import static dev.totonoe.job.MemoryExecutions.ifThere;

import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.dao.StepExecutionDao;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.OptimisticLockingFailureException;

/// The step executions of this process, each as it was when it was last updated. Safe for threads:
/// shards are cleansed in parallel. What it gives is the caller's own; as from a database, a step
/// comes without its context and its exceptions.
final class MemorySteps implements StepExecutionDao {
  private final MemoryExecutions executions;

  /// In the order of creation.
  private final SortedMap<Long, StepExecution> byId = new TreeMap<>();

  private long lastId;

  MemorySteps(MemoryExecutions executions) {
    this.executions = executions;
  }

  @Override
  public synchronized StepExecution createStepExecution(String name, JobExecution execution) {
    // Not the caller's own, which would hold all its steps and contexts.
    JobExecution stored = executions.getJobExecution(execution.getId());
    if (stored == null) {
      throw new IllegalStateException("job execution %d is not there".formatted(execution.getId()));
    }
    StepExecution step = new StepExecution(++lastId, name, execution);
    step.incrementVersion();
    byId.put(step.getId(), copyOf(step, stored));
    return step;
  }

  /// @throws OptimisticLockingFailureException when it was updated meanwhile by another
  @Override
  public synchronized void updateStepExecution(StepExecution step) {
    StepExecution stored = checked(step);
    step.incrementVersion();
    byId.put(step.getId(), copyOf(step, stored.getJobExecution()));
  }

  @Override
  public synchronized @Nullable StepExecution getStepExecution(long id) {
    StepExecution stored = byId.get(id);
    return stored == null ? null : withExecution(stored);
  }

  @Override
  @Deprecated
  @SuppressWarnings("removal") // still a method of the interface
  public synchronized @Nullable StepExecution getStepExecution(JobExecution execution, long id) {
    StepExecution stored = byId.get(id);
    return stored == null ? null : copyOf(stored, execution);
  }

  @Override
  public synchronized void synchronizeStatus(StepExecution step) {
    StepExecution stored = byId.get(step.getId());
    Integer version = stored == null ? null : stored.getVersion();
    if (stored != null && version != null && !version.equals(step.getVersion())) {
      BatchStatus status = stored.getStatus();
      if (status.isGreaterThan(step.getStatus())) {
        step.upgradeStatus(status);
      }
      step.setVersion(version);
    }
  }

  @Override
  public synchronized @Nullable StepExecution getLastStepExecution(
      JobInstance instance, String name) {
    return byId.reversed().values().stream()
        .filter(step -> isOf(step, instance, name))
        .findFirst()
        .map(this::withExecution)
        .orElse(null);
  }

  @Override
  public synchronized List<StepExecution> getStepExecutions(JobExecution execution) {
    return byId.values().stream()
        .filter(step -> step.getJobExecutionId() == execution.getId())
        .map(step -> copyOf(step, execution))
        .toList();
  }

  @Override
  public synchronized long countStepExecutions(JobInstance instance, String name) {
    return byId.values().stream().filter(step -> isOf(step, instance, name)).count();
  }

  /// @throws OptimisticLockingFailureException when it was updated meanwhile by another
  @Override
  public synchronized void deleteStepExecution(StepExecution step) {
    byId.remove(checked(step).getId());
  }

  private static boolean isOf(StepExecution step, JobInstance instance, String name) {
    return step.getStepName().equals(name)
        && step.getJobExecution().getJobInstanceId() == instance.getId();
  }

  private StepExecution checked(StepExecution step) {
    StepExecution stored = byId.get(step.getId());
    if (stored == null) {
      throw new OptimisticLockingFailureException(
          "step execution %d (%s) is not there".formatted(step.getId(), step.getStepName()));
    }
    if (!Objects.equals(stored.getVersion(), step.getVersion())) {
      throw new OptimisticLockingFailureException(
          "step execution %d (%s): version %d was given but %d is stored"
              .formatted(step.getId(), step.getStepName(), step.getVersion(), stored.getVersion()));
    }
    return stored;
  }

  private @Nullable StepExecution withExecution(StepExecution stored) {
    JobExecution execution = executions.getJobExecution(stored.getJobExecutionId());
    return execution == null ? null : copyOf(stored, execution);
  }

  private static StepExecution copyOf(StepExecution step, JobExecution execution) {
    StepExecution copy = new StepExecution(step.getId(), step.getStepName(), execution);
    ifThere(step.getVersion(), copy::setVersion);
    ifThere(step.getStartTime(), copy::setStartTime);
    ifThere(step.getEndTime(), copy::setEndTime);
    ifThere(step.getLastUpdated(), copy::setLastUpdated);
    copy.setCreateTime(step.getCreateTime());
    copy.setStatus(step.getStatus());
    copy.setExitStatus(step.getExitStatus());
    copy.setReadCount(step.getReadCount());
    copy.setWriteCount(step.getWriteCount());
    copy.setFilterCount(step.getFilterCount());
    copy.setCommitCount(step.getCommitCount());
    copy.setRollbackCount(step.getRollbackCount());
    copy.setReadSkipCount(step.getReadSkipCount());
    copy.setProcessSkipCount(step.getProcessSkipCount());
    copy.setWriteSkipCount(step.getWriteSkipCount());
    return copy;
  }
}
