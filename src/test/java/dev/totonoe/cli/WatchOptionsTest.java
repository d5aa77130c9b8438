package dev.totonoe.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.totonoe.failure.ConfigurationFailure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WatchOptionsTest {
  @ParameterizedTest
  @CsvSource({
    "http://pushgateway:9091, http://pushgateway:9091",
    "http://127.0.0.1:9091/, http://127.0.0.1:9091",
    "HTTPS://metrics.example/push, HTTPS://metrics.example/push"
  })
  void takesTheAddressOfAGateway(String text, String url) {
    assertThat(WatchOptions.gateway(text)).hasToString(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "pushgateway",
        "pushgateway:9091",
        "ftp://pushgateway:9091",
        "http://",
        "http:///metrics",
        "http://push gateway:9091",
        "http://user:secret@pushgateway:9091",
        "http://pushgateway:9091?x=1",
        "http://pushgateway:99999",
        "http://pushgateway:0"
      })
  void refusesWhatIsNone(String text) {
    assertThatThrownBy(() -> WatchOptions.gateway(text))
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessage(
            "--push-gateway: expected http://HOST:PORT, with https and a path where it has them, but found \"%s\"",
            text);
  }
}
