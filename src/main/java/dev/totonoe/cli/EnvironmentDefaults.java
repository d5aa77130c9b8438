package dev.totonoe.cli;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Every option can be given by environment: `--repository-url` as `TOTONOE_REPOSITORY_URL`.
final class EnvironmentDefaults implements IDefaultValueProvider {
  /// What Kubernetes tells each pod of an Indexed Job.
  private static final String COMPLETION_INDEX = "JOB_COMPLETION_INDEX";

  private final Map<String, String> environment;

  EnvironmentDefaults(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option) || option.usageHelp() || option.versionHelp()) {
      return null;
    }
    String value = environment.get(variable(option.longestName()));
    return value == null && option.longestName().equals("--shard-index")
        ? environment.get(COMPLETION_INDEX)
        : value;
  }

  static String variable(String option) {
    return "TOTONOE_" + option.substring("--".length()).replace('-', '_').toUpperCase(Locale.ROOT);
  }
}
