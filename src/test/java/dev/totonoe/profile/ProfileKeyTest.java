package dev.totonoe.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.totonoe.csv.Encoding;
import dev.totonoe.failure.ConfigurationFailure;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The table of keys says what the checks do.
final class ProfileKeyTest {
  @ParameterizedTest
  @EnumSource
  void everyKeyTakesItsDefaultAndItsWords(ProfileKey key) {
    if (!key.defaultText().isEmpty()) {
      assertThat(read(key, key.defaultText())).isEqualTo(read(key, ""));
    }
    for (String word : key.words()) {
      Profile profile = read(key, word);
      assertThat(profile.canonicalText()).contains(key.lastName() + ": " + word + "\n");
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyKeyRefusesWhatItDoesNotExpectAndSaysWhatItExpects(ProfileKey key) {
    boolean takesKeys = key.lastName().equals("normalise");
    assertThatThrownBy(() -> read(key, takesKeys ? "[a]" : "{a: b}"))
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessageContaining(
            "%s: expected %s but found %s",
            path(key), key.expected(), takesKeys ? "a list" : "keys and values");
  }

  @ParameterizedTest
  @EnumSource
  void everyKeyIsSaidToBelongWhereItDoes(ProfileKey key) {
    EnumSet<ProfileKey> atTop =
        EnumSet.of(ProfileKey.MODEL, ProfileKey.DICTIONARY, ProfileKey.NORMALISE);
    if (!atTop.contains(key) && key != ProfileKey.COLUMNS_NORMALISE) {
      assertThatThrownBy(() -> Profile.parse(key.lastName() + ": x", "d.yaml"))
          .hasMessageContaining("it belongs below")
          .hasMessageContaining(key.firstName());
    }
  }

  @Test
  void otherNamesOfAnEncodingAreUnderstood() {
    Profile profile =
        Profile.parse("{input: {encoding: Shift_JIS}, output: {encoding: cp932}}", "d.yaml");
    assertThat(profile.input().hints().encoding()).hasValue(Encoding.WINDOWS_31J);
    assertThat(profile.output().format().encoding()).isEqualTo(Encoding.WINDOWS_31J);
    assertThatThrownBy(() -> Profile.parse("output: {encoding: euc-jp}", "d.yaml"))
        .hasMessage(
            "d.yaml:1:20: output.encoding: expected one of utf-8, utf-8-bom, windows-31j but found"
                + " \"euc-jp\"");
  }

  private static String path(ProfileKey key) {
    return key.path().replace("[]", "[0]");
  }

  private static Profile read(ProfileKey key, String value) {
    String section = key.path().contains(".") ? key.firstName() : "";
    String yaml =
        switch (section) {
          case "" -> key.path() + ": %s\n";
          case "columns" ->
              key == ProfileKey.COLUMNS_KIND && value.equals("list")
                  ? "columns:\n- name: x\n  kind: %s\n  normalise: {list: origin}\n"
                  : key == ProfileKey.COLUMNS_NAME
                      ? "columns:\n- name: %s\n"
                      : "columns:\n- name: x\n  " + key.lastName() + ": %s\n";
          default -> section + ":\n  " + key.lastName() + ": %s\n";
        };
    return Profile.parse(yaml.formatted(value), "d.yaml");
  }
}
