/// The ways a command can end other than well: each carries the sentence for the user, and its
/// class says whose matter it is. Every room throws these and nothing else for what is not a bug;
/// `cli` turns them into exit codes. A bad row is never one of them: it is a reject.
@NullMarked
package dev.totonoe.failure;

import org.jspecify.annotations.NullMarked;
