/// In come records with raw cells, the columns they belong to and the user's tables. Out go records
/// with unified cells, the columns derived from them, every change and the reasons for a review, or
/// a reject. This room never reads the input, never decides a category and never guesses: what has
/// two readings stays as it was and is flagged.
@NullMarked
package dev.totonoe.normalise;

import org.jspecify.annotations.NullMarked;
