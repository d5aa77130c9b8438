/// What a person or a program sees of a run while it goes on: progress on the terminal, log lines,
/// their names. Events come in from the job, text goes out to stderr and to the dataset's log file.
/// Nothing here changes what a run does.
@NullMarked
package dev.totonoe.observe;

import org.jspecify.annotations.NullMarked;
