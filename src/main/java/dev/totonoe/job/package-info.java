/// The run, composed of the other rooms as one Spring Batch job. A request comes in, a published
/// run and its summary go out. Nothing here reads CSV, unifies a value or scores a category itself.
@NullMarked
package dev.totonoe.job;

import org.jspecify.annotations.NullMarked;
