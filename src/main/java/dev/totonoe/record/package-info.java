/// The values that flow through a run: records, changes, rejects and the columns they belong to.
/// Every room may use them; they use nothing but the JDK. Nothing here reads, writes, decides or
/// holds state.
@NullMarked
package dev.totonoe.record;

import org.jspecify.annotations.NullMarked;
