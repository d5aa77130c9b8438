/// In come a dataset's `dataset.yaml`, or its absence, and a first look at each input file. Out go
/// a checked `Profile` and the dataset's columns with, for each file, the cell that each of them
/// comes from. Nothing here opens an input file, alters a cell or guesses where the profile has
/// spoken.
@NullMarked
package dev.totonoe.profile;

import org.jspecify.annotations.NullMarked;
