/// The command line: one class a command, one place that turns failures into exit codes. Arguments
/// come in, text on the terminal and an exit code go out. Nothing here does a command's work.
@NullMarked
package dev.totonoe.cli;

import org.jspecify.annotations.NullMarked;
