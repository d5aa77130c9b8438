/// The network that scores categories: a weighted bag of features, a linear layer, a softmax.
/// Sparse features with class numbers come in for training, and sparse features for scoring; a DL4J
/// zip and probabilities go out. The room never sees a text or a category's name, and it is the
/// only user of DL4J and ND4J.
@NullMarked
package dev.totonoe.network;

import org.jspecify.annotations.NullMarked;
