/// Makes a model bundle from labelled names, measures one against labelled names, and teaches one a
/// person's corrections. A labelled CSV or TSV, or a filled-in review list, comes in; the bundle's
/// files, all but the manifest, or the scores go out. The room never touches a dataset, and it
/// never measures a model on rows that the model has learnt from.
@NullMarked
package dev.totonoe.train;

import org.jspecify.annotations.NullMarked;
