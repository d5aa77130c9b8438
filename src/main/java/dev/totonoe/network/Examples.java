package dev.totonoe.network;

import java.util.Objects;

/// Training data: sparse inputs and the class of each. The arrays are not copied.
///
/// @param inputs for each example its active inputs
/// @param weights for each example the weights of those
/// @param classes for each example its class, from 0
public record Examples(int[][] inputs, float[][] weights, int[] classes) {
  public Examples {
    Objects.requireNonNull(inputs);
    Objects.requireNonNull(weights);
    Objects.requireNonNull(classes);
    if (inputs.length != classes.length || weights.length != classes.length) {
      throw new IllegalArgumentException(
          "%d inputs, %d weights, %d classes"
              .formatted(inputs.length, weights.length, classes.length));
    }
  }

  public int size() {
    return classes.length;
  }

  /// The examples at these places, in this order.
  public Examples select(int[] places) {
    int[][] someInputs = new int[places.length][];
    float[][] someWeights = new float[places.length][];
    int[] someClasses = new int[places.length];
    for (int i = 0; i < places.length; i++) {
      someInputs[i] = inputs[places[i]];
      someWeights[i] = weights[places[i]];
      someClasses[i] = classes[places[i]];
    }
    return new Examples(someInputs, someWeights, someClasses);
  }
}
