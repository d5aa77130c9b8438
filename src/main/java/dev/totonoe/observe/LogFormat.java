package dev.totonoe.observe;

/// The two forms of a log line.
public enum LogFormat {
  /// `2026-04-01T09:00:00.000Z INFO event=run_started dataset=sample threads=2`, for people, `grep`
  /// and `grok`.
  TEXT,
  ///
  /// `{"time":"2026-04-01T09:00:00.000Z","level":"INFO","event":"run_started","dataset":"sample","threads":2}`,
  /// for programs.
  JSON
}
