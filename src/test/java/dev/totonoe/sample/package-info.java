/// The lexicon in `src/lexicon` comes in. Labelled training rows and the sample dataset's raw files
/// go out, the same bytes on every machine. Nothing here is part of the worker, and nothing here
/// reads data that the project did not write.
@NullMarked
package dev.totonoe.sample;

import org.jspecify.annotations.NullMarked;
