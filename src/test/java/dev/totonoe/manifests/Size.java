package dev.totonoe.manifests;

import io.kubernetes.client.custom.Quantity;
import java.math.BigDecimal;

/// What a manifest says of memory, disk (bytes) or processors.
final class Size {
  private Size() {}

  static BigDecimal of(Node quantity) {
    return Quantity.fromString(String.valueOf(quantity.value())).getNumber();
  }
}
