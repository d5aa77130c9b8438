/// What a run will do: the inputs as they are, the columns, the shards, the fingerprint. The raw
/// files, the profile and the bundles come in, a plan goes out: the same on every pod. Nothing here
/// parses a record or writes below the root.
@NullMarked
package dev.totonoe.plan;

import org.jspecify.annotations.NullMarked;
