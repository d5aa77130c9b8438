package dev.totonoe.publish;

import dev.totonoe.assets.Bundle;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What was not the same for two runs before the first record was read.
///
/// @param worker whether another build of the worker did the second run
/// @param bundles files of models and dictionaries that differ
/// @param inputs input files that differ
/// @param columns columns that differ: those that only one of the runs delivers
/// @param profile whether the profile must have changed, since nothing else did and the
///   fingerprints differ; where anything else changed, nothing is said about the profile
public record SetupChange(
    boolean worker, Changed bundles, Changed inputs, Changed columns, boolean profile) {
  public SetupChange {
    Objects.requireNonNull(bundles);
    Objects.requireNonNull(inputs);
    Objects.requireNonNull(columns);
  }

  /// Names that differ between two lists, in order.
  ///
  /// @param changed in both, with different content
  /// @param onlyFirst in the first list only
  /// @param onlySecond in the second list only
  public record Changed(List<String> changed, List<String> onlyFirst, List<String> onlySecond) {
    public Changed {
      changed = List.copyOf(changed);
      onlyFirst = List.copyOf(onlyFirst);
      onlySecond = List.copyOf(onlySecond);
    }

    public boolean isEmpty() {
      return changed.isEmpty() && onlyFirst.isEmpty() && onlySecond.isEmpty();
    }

    /// @param first the first list's names, and what stands for their content
    static Changed between(Map<String, String> first, Map<String, String> second) {
      return new Changed(
          new TreeSet<>(first.keySet())
              .stream()
                  .filter(second::containsKey)
                  .filter(name -> !first.get(name).equals(second.get(name)))
                  .toList(),
          new TreeSet<>(first.keySet()).stream().filter(name -> !second.containsKey(name)).toList(),
          new TreeSet<>(second.keySet())
              .stream().filter(name -> !first.containsKey(name)).toList());
    }
  }

  /// @param first the earlier run
  /// @param second the later run
  public static SetupChange between(RunManifest first, RunManifest second) {
    boolean worker = !first.worker().equals(second.worker());
    Changed bundles = Changed.between(bundles(first), bundles(second));
    Changed inputs = Changed.between(inputs(first), inputs(second));
    return new SetupChange(
        worker,
        bundles,
        inputs,
        Changed.between(columns(first), columns(second)),
        !worker
            && bundles.isEmpty()
            && inputs.isEmpty()
            && !first.fingerprint().equals(second.fingerprint()));
  }

  private static Map<String, String> bundles(RunManifest run) {
    // A bundle's manifest says nothing that its files do not.
    return map(
        run.bundles().stream()
            .filter(file -> !file.path().endsWith("/" + Bundle.MANIFEST))
            .toList(),
        FileProof::path,
        FileProof::sha256);
  }

  private static Map<String, String> inputs(RunManifest run) {
    return map(run.inputs(), RunManifest.Input::path, RunManifest.Input::sha256);
  }

  private static Map<String, String> columns(RunManifest run) {
    Map<String, String> columns = new TreeMap<>();
    run.products().columns().forEach(column -> columns.put(column, ""));
    run.products().derived().forEach(column -> columns.put(column, ""));
    return columns;
  }

  private static <T> Map<String, String> map(
      List<T> items, Function<T, String> name, Function<T, String> content) {
    return items.stream().collect(Collectors.toMap(name, content));
  }
}
