package dev.totonoe.manifests;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A size of pod that Fargate has. It rounds what a pod asks for up to the next one, after it added
/// 256 MiB for the kubelet and its like.
///
/// Source: https://docs.aws.amazon.com/eks/latest/userguide/fargate-pod-configuration.html
record FargateSize(BigDecimal processors, int memoryMiB) {
  private static final int KUBELET_MIB = 256;
  private static final int GIB = 1024;
  private static final BigDecimal MIB = BigDecimal.valueOf(1024L * 1024);

  private static final List<FargateSize> ALL = all();

  /// What is paid for a container that asks for so much.
  ///
  /// @param bytes of memory
  static Optional<FargateSize> of(BigDecimal processors, BigDecimal bytes) {
    BigDecimal memory = bytes.divide(MIB).add(BigDecimal.valueOf(KUBELET_MIB));
    return ALL.stream()
        .filter(size -> size.processors.compareTo(processors) >= 0)
        .filter(size -> BigDecimal.valueOf(size.memoryMiB).compareTo(memory) >= 0)
        .findFirst();
  }

  private static List<FargateSize> all() {
    List<FargateSize> sizes = new ArrayList<>();
    for (int memory : List.of(512, GIB, 2 * GIB)) {
      sizes.add(new FargateSize(new BigDecimal("0.25"), memory));
    }
    add(sizes, "0.5", 1, 4, 1);
    add(sizes, "1", 2, 8, 1);
    add(sizes, "2", 4, 16, 1);
    add(sizes, "4", 8, 30, 1);
    add(sizes, "8", 16, 60, 4);
    add(sizes, "16", 32, 120, 8);
    return List.copyOf(sizes);
  }

  private static void add(
      List<FargateSize> sizes, String processors, int from, int to, int stepGiB) {
    for (int memory = from; memory <= to; memory += stepGiB) {
      sizes.add(new FargateSize(new BigDecimal(processors), memory * GIB));
    }
  }
}
