/// Bundles of assets: a model or a dictionary with its manifest. A directory under the root comes
/// in, a verified copy on local disk goes out; packing writes the manifest. Nothing here knows what
/// the files of a bundle mean.
@NullMarked
package dev.totonoe.assets;

import org.jspecify.annotations.NullMarked;
