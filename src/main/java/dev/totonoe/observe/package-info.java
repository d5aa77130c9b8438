/// What a person or a program sees of a run while it goes on and when it has ended: progress on the
/// terminal, log lines, the summary, metrics, and all their names. Events and counts come in from
/// the job, text goes out to the terminal, the dataset's logs, Prometheus. Nothing here changes
/// what a run does.
@NullMarked
package dev.totonoe.observe;

import org.jspecify.annotations.NullMarked;
