package dev.totonoe.cli;

import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.observe.LogFormat;
import dev.totonoe.observe.MetricsEndpoint;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How programs watch a run.
final class WatchOptions {
  @Option(
      names = "--log-format",
      paramLabel = "text|json",
      description =
          "Log lines go to stdout in this form, and nothing for people does; default: log lines to stderr where no terminal is.")
  private @Nullable LogFormat logFormat;

  @Option(
      names = "--summary-file",
      paramLabel = "FILE",
      description =
          "Where to write how the run ended, as one line of JSON of at most 4,096 bytes, such as /dev/termination-log.")
  private @Nullable Path summaryFile;

  @Option(
      names = "--metrics-port",
      paramLabel = "PORT",
      description =
          "Serve metrics for Prometheus at /metrics on all addresses while the run goes on; 0: on any free port, which is logged.")
  private @Nullable Integer metricsPort;

  @Option(
      names = "--push-gateway",
      paramLabel = "URL",
      description = "Push metrics to this Prometheus Pushgateway at the end, however the run ends.")
  private @Nullable String pushGateway;

  Optional<LogFormat> logFormat() {
    return Optional.ofNullable(logFormat);
  }

  Optional<Path> summaryFile() {
    return Optional.ofNullable(summaryFile);
  }

  /// Whether anything of a run is to be measured.
  boolean wantsMetrics() {
    return metricsPort != null || pushGateway != null;
  }

  OptionalInt metricsPort() {
    return metricsPort == null ? OptionalInt.empty() : OptionalInt.of(metricsPort);
  }

  /// @throws ConfigurationFailure when it is no URL of a Pushgateway
  Optional<URI> pushGateway() {
    return Optional.ofNullable(pushGateway).map(WatchOptions::gateway);
  }

  static URI gateway(String text) {
    try {
      URI url = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
      boolean plain =
          url.getScheme() != null
              && Set.of("http", "https").contains(url.getScheme().toLowerCase(Locale.ROOT))
              && url.getHost() != null
              && url.getRawUserInfo() == null
              && url.getRawQuery() == null
              && url.getRawFragment() == null
              && url.getPort() != 0
              && url.getPort() <= MetricsEndpoint.PORT_MAX;
      if (plain) {
        return url;
      }
    } catch (URISyntaxException e) {
      throw noGateway(text, e);
    }
    throw noGateway(text, null);
  }

  private static ConfigurationFailure noGateway(String text, @Nullable Exception cause) {
    String message =
        "--push-gateway: expected http://HOST:PORT, with https and a path where it has them, but found \"%s\""
            .formatted(text);
    return cause == null
        ? new ConfigurationFailure(message)
        : new ConfigurationFailure(message, cause);
  }
}
