package dev.totonoe.record;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// How the columns of one kind are normalised.
///
/// @param kind the kind of column
/// @param chosen what differs from the defaults of that kind; values that are the default are left
///   out, so that equal choices are equal
public record Choices(ColumnKind kind, Map<Choice, String> chosen) {
  /// @throws IllegalArgumentException for a choice that the kind does not have, or a value that the
  ///   choice does not take
  public Choices {
    Objects.requireNonNull(kind);
    Map<Choice, String> different = new EnumMap<>(Choice.class);
    chosen.forEach(
        (choice, value) -> {
          if (!choice.accepts(value)) {
            throw new IllegalArgumentException(
                "%s: expected %s but found %s".formatted(choice, choice.expected(), value));
          }
          if (!choice.defaultFor(kind).equals(value)) {
            different.put(choice, value);
          }
        });
    chosen = Collections.unmodifiableMap(different);
  }

  public static Choices defaults(ColumnKind kind) {
    return new Choices(kind, Map.of());
  }

  /// The value of a choice.
  ///
  /// @throws IllegalArgumentException where columns of this kind do not have it
  public String of(Choice choice) {
    String value = chosen.get(choice);
    return value == null ? choice.defaultFor(kind) : value;
  }

  /// Whether a rule acts: it is neither `off` nor to `keep` what it finds. One that columns of this
  /// kind cannot switch always does.
  ///
  /// @param rule the rule's word, such as `dash`
  public boolean isOn(String rule) {
    return Choice.ofWord(rule)
        .filter(choice -> choice.kinds().contains(kind))
        .map(choice -> !of(choice).equals("off") && !of(choice).equals("keep"))
        .orElse(true);
  }
}
