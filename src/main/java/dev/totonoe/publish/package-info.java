/// From finished shards to a published run, and back. Cleansed records come in, `runs/<run>/` goes
/// out: whole, checked, by one rename; a run that is there is verified, turned back into its raw
/// rows, compared with another. Nothing here changes what a record says by itself; what records say
/// against each other is found here, because only here all of them are at hand.
@NullMarked
package dev.totonoe.publish;

import org.jspecify.annotations.NullMarked;
