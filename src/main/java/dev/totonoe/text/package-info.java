/// Turns a product's text into tokens and into the numbers that a model reads. Text and the
/// dictionaries of a bundle come in, which the room also compiles; folded text, tokens and sparse
/// features go out. The room never decides anything about a product and never keeps a text; it is
/// the only user of Lucene.
@NullMarked
package dev.totonoe.text;

import org.jspecify.annotations.NullMarked;
