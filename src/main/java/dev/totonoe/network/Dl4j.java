package dev.totonoe.network;

import com.sun.management.OperatingSystemMXBean;
import dev.totonoe.failure.Causes;
import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.Failure;
import java.lang.management.ManagementFactory;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/// DL4J as a guest in this process: whether it is here at all, and what it may take. Only writing a
/// network needs it. What it allocates lies outside the Java heap, where no `-Xmx` counts, so that
/// in a container the kernel would kill the worker in the middle of a training.
public final class Dl4j {
  /// JavaCPP, which loads the natives, refuses to allocate once the process is larger than this.
  /// Its own default is four times the largest heap: twice the container where the heap may take
  /// half.
  private static final String LIMIT = "org.bytedeco.javacpp.maxphysicalbytes";

  /// The same property as JavaCPP's documentation spells it.
  private static final String LIMIT_DOCUMENTED = "org.bytedeco.javacpp.maxPhysicalBytes";

  /// Kept below the container's limit, for what the kernel counts and the process does not see:
  /// page tables, sockets, and the pages that are written while JavaCPP looks.
  static final long SPARED_BYTES = 32L << 20;

  private Dl4j() {}

  /// Starts DL4J, within the memory of the machine or container. To be called before a training
  /// begins, because it ends with what may be missing.
  ///
  /// @throws ConfigurationFailure when DL4J's classes or natives are not here
  /// @throws EnvironmentFailure when memory is too short for it
  public static void start() {
    limitMemory();
    try {
      Nd4j.getBackend();
      // The arrays are copied by one thread; without this each processor would get one of its own.
      NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
    } catch (NoClassDefFoundError | ExceptionInInitializerError | UnsatisfiedLinkError e) {
      throw cannotStart(e);
    }
  }

  private static Failure cannotStart(LinkageError e) {
    Throwable root = Causes.rootOf(e);
    return root instanceof OutOfMemoryError
        ? new EnvironmentFailure(
            "out of memory: DL4J cannot start (%s); give the worker more memory"
                .formatted(root.getMessage()),
            e)
        : new ConfigurationFailure(
            "training needs DL4J, which this image lacks or cannot load (%s); use the complete image for train and learn"
                .formatted(root),
            e);
  }

  /// Refuses what would end in a kill.
  ///
  /// @param bytes what an array is about to take outside the heap
  /// @throws EnvironmentFailure when the process would outgrow its limit
  static void requireMemory(long bytes) {
    long limit = Pointer.maxPhysicalBytes();
    if (limit > 0 && Pointer.physicalBytes() + bytes > limit) {
      // A training leaves a large heap of garbage behind, which counts until it is given back.
      System.gc();
    }
    long used = Pointer.physicalBytes();
    if (limit > 0 && used + bytes > limit) {
      throw new EnvironmentFailure(
          "out of memory: the worker takes %,d MiB and writing the network %,d MiB more, but %,d MiB is the limit; give it more memory, or train fewer categories"
              .formatted(used >> 20, bytes >> 20, limit >> 20));
    }
  }

  private static void limitMemory() {
    if (System.getProperty(LIMIT) == null && System.getProperty(LIMIT_DOCUMENTED) == null) {
      System.setProperty(LIMIT, Long.toString(memoryBytes() - SPARED_BYTES));
    }
  }

  /// The container's limit where there is one, else the machine's memory.
  private static long memoryBytes() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
  }
}
