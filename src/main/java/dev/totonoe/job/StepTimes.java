package dev.totonoe.job;

import dev.totonoe.observe.RunCounts;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/// Notes when a step begins and when it ends, well or not.
record StepTimes(RunCounts counts) implements StepExecutionListener {
  @Override
  public void beforeStep(StepExecution step) {
    counts.stepBegins(step.getStepName());
  }

  @Override
  public ExitStatus afterStep(StepExecution step) {
    counts.stepEnds(step.getStepName());
    return step.getExitStatus();
  }
}
