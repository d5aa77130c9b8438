package dev.totonoe.job;

/// Asks a run to stop at the next batch. Set once, by any thread.
public final class StopSignal {
  private volatile boolean requested;

  public void request() {
    requested = true;
  }

  public boolean isRequested() {
    return requested;
  }
}
