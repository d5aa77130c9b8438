/// From finished shards to a published run. Cleansed records come in, `runs/<run>/` goes out:
/// whole, checked, by one rename. Nothing here changes a record or decides where it goes.
@NullMarked
package dev.totonoe.publish;

import org.jspecify.annotations.NullMarked;
