package dev.totonoe.job;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.dao.ExecutionContextDao;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/// The execution contexts of this process, each as it was when it was last saved. Safe for threads;
/// what it gives is the caller's own map. The values in it are shared: the job puts in only
/// numbers, texts and truth values.
final class MemoryContexts implements ExecutionContextDao {
  private final Map<Long, ExecutionContext> ofExecutions = new ConcurrentHashMap<>();
  private final Map<Long, ExecutionContext> ofSteps = new ConcurrentHashMap<>();

  @Override
  public ExecutionContext getExecutionContext(JobExecution execution) {
    return copyIn(ofExecutions, execution.getId());
  }

  @Override
  public ExecutionContext getExecutionContext(StepExecution step) {
    return copyIn(ofSteps, step.getId());
  }

  @Override
  public void saveExecutionContext(JobExecution execution) {
    ofExecutions.put(execution.getId(), new ExecutionContext(execution.getExecutionContext()));
  }

  @Override
  public void saveExecutionContext(StepExecution step) {
    ofSteps.put(step.getId(), new ExecutionContext(step.getExecutionContext()));
  }

  @Override
  public void saveExecutionContexts(Collection<StepExecution> steps) {
    steps.forEach(this::saveExecutionContext);
  }

  /// Does nothing for a deleted execution, as an update in a database.
  @Override
  public void updateExecutionContext(JobExecution execution) {
    ofExecutions.replace(execution.getId(), new ExecutionContext(execution.getExecutionContext()));
  }

  /// Does nothing for a deleted step, as an update in a database.
  @Override
  public void updateExecutionContext(StepExecution step) {
    ofSteps.replace(step.getId(), new ExecutionContext(step.getExecutionContext()));
  }

  @Override
  public void deleteExecutionContext(JobExecution execution) {
    ofExecutions.remove(execution.getId());
  }

  @Override
  public void deleteExecutionContext(StepExecution step) {
    ofSteps.remove(step.getId());
  }

  private static ExecutionContext copyIn(Map<Long, ExecutionContext> contexts, long id) {
    return new ExecutionContext(contexts.getOrDefault(id, new ExecutionContext()));
  }
}
