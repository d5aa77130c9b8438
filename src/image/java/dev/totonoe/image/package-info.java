/// Builds what the container images hold: takes the packaged worker and its jars, writes a tree
/// that is laid out as the images are, for Jib to pack into layers. It starts tools (jlink, strip,
/// patchelf, the staged worker itself) and says which is missing. It never packs an image: the
/// profile `image` in pom.xml and `jib.yaml` do, and never becomes part of one.
@NullMarked
package dev.totonoe.image;

import org.jspecify.annotations.NullMarked;
