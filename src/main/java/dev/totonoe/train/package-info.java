/// Makes a model bundle from labelled names, and measures one against labelled names. A labelled
/// CSV or TSV comes in; the bundle's files, all but the manifest, or the scores go out. The room
/// never touches a dataset, and it never measures a model on rows that the model has learnt from.
@NullMarked
package dev.totonoe.train;

import org.jspecify.annotations.NullMarked;
