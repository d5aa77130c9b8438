package dev.totonoe.job;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.dao.JobExecutionDao;
import org.springframework.dao.OptimisticLockingFailureException;

/// The job executions of this process, each as it was when it was last updated. Safe for threads;
/// what it gives is the caller's own. As from a database, an execution comes without its steps, its
/// context and its exceptions.
final class MemoryExecutions implements JobExecutionDao {
  private final SortedMap<Long, JobExecution> byId = new TreeMap<>();
  private long lastId;

  @Override
  public synchronized JobExecution createJobExecution(
      JobInstance instance, JobParameters parameters) {
    JobExecution execution = new JobExecution(++lastId, instance, parameters);
    execution.incrementVersion();
    byId.put(execution.getId(), copyOf(execution));
    return execution;
  }

  /// @throws OptimisticLockingFailureException when it was updated meanwhile by another
  @Override
  public synchronized void updateJobExecution(JobExecution execution) {
    checkVersion(execution);
    execution.incrementVersion();
    byId.put(execution.getId(), copyOf(execution));
  }

  @Override
  public List<JobExecution> findJobExecutions(JobInstance instance) {
    return newestFirst(execution -> execution.getJobInstanceId() == instance.getId());
  }

  @Override
  public @Nullable JobExecution getLastJobExecution(JobInstance instance) {
    return findJobExecutions(instance).stream().findFirst().orElse(null);
  }

  @Override
  public Set<JobExecution> findRunningJobExecutions(@Nullable String jobName) {
    return Set.copyOf(
        newestFirst(
            execution ->
                execution.isRunning() && execution.getJobInstance().getJobName().equals(jobName)));
  }

  @Override
  public synchronized @Nullable JobExecution getJobExecution(long id) {
    JobExecution stored = byId.get(id);
    return stored == null ? null : copyOf(stored);
  }

  @Override
  public synchronized void synchronizeStatus(JobExecution execution) {
    JobExecution stored = byId.get(execution.getId());
    Integer version = stored == null ? null : stored.getVersion();
    if (stored != null && version != null && !version.equals(execution.getVersion())) {
      execution.upgradeStatus(stored.getStatus());
      execution.setVersion(version);
    }
  }

  /// @throws OptimisticLockingFailureException when it was updated meanwhile by another
  @Override
  public synchronized void deleteJobExecution(JobExecution execution) {
    checkVersion(execution);
    byId.remove(execution.getId());
  }

  /// Nothing to do: the parameters are part of the execution and go with it.
  @Override
  public void deleteJobExecutionParameters(JobExecution execution) {}

  private void checkVersion(JobExecution execution) {
    JobExecution stored = byId.get(execution.getId());
    if (stored == null) {
      throw new OptimisticLockingFailureException(
          "job execution %d is not there".formatted(execution.getId()));
    }
    if (!Objects.equals(stored.getVersion(), execution.getVersion())) {
      throw new OptimisticLockingFailureException(
          "job execution %d: version %d was given but %d is stored"
              .formatted(execution.getId(), execution.getVersion(), stored.getVersion()));
    }
  }

  private synchronized List<JobExecution> newestFirst(Predicate<JobExecution> wanted) {
    return byId.reversed().values().stream().filter(wanted).map(MemoryExecutions::copyOf).toList();
  }

  private static JobExecution copyOf(JobExecution execution) {
    JobInstance instance = execution.getJobInstance();
    JobInstance ownInstance = new JobInstance(instance.getId(), instance.getJobName());
    ifThere(instance.getVersion(), ownInstance::setVersion);
    JobExecution copy =
        new JobExecution(execution.getId(), ownInstance, execution.getJobParameters());
    ifThere(execution.getVersion(), copy::setVersion);
    ifThere(execution.getStartTime(), copy::setStartTime);
    ifThere(execution.getEndTime(), copy::setEndTime);
    ifThere(execution.getLastUpdated(), copy::setLastUpdated);
    copy.setCreateTime(execution.getCreateTime());
    copy.setStatus(execution.getStatus());
    copy.setExitStatus(execution.getExitStatus());
    return copy;
  }

  /// What was never set stays so.
  static <T> void ifThere(@Nullable T value, Consumer<T> setter) {
    if (value != null) {
      setter.accept(value);
    }
  }
}
