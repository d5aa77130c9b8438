/// Gives each product a category: the dictionary bundle's rules first, then the model bundle's
/// network. Unified cells come in; a category with its score, its source and whether to accept it
/// goes out. The room never alters a product, never guesses without saying how sure it is, and
/// never lets one product's result depend on another's.
@NullMarked
package dev.totonoe.categorise;

import org.jspecify.annotations.NullMarked;
