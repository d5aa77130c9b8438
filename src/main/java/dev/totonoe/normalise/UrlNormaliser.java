package dev.totonoe.normalise;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.DomainValidator;
import org.apache.commons.validator.routines.InetAddressValidator;

/// Writes a web address with scheme and host in lower case and without what stands around it;
/// several addresses are parted by a space. Path and query belong to the server and stay as they
/// are. An address that is not complete stays as it was: without a scheme, with half of one
/// (`ttp://`, `http:/`), with a space inside.
///
/// | input | output |
/// |---|---|
/// | `HTTPS://Www.Example.CO.JP/Item?ID=1` | `https://www.example.co.jp/Item?ID=1` |
/// | `URL:https://example.jp/` | `https://example.jp/` |
/// | `<https://example.jp/>` | `https://example.jp/` |
/// | `https://example.jp/a、https://example.jp/b` | `https://example.jp/a https://example.jp/b` |
/// | `https://example.jp/～shop/` | `https://example.jp/~shop/` |
/// | `https://example.jp。` | `https://example.jp` |
/// | `https://ja.example.org/wiki/お茶_(飲料)` | unchanged |
/// | `https://en.example.org/wiki/Apple_Inc.` | unchanged |
/// | `www.example.co.jp` | unchanged |
/// | `http:/example.jp` | unchanged |
///
/// Known weakness: `https://example.jp` and `https://example.jp/` are one address and stay apart; a
/// path in wide letters was narrowed before; a top-level domain newer than the library is none.
///
/// Source: RFC 3986, sections 3 and 6.2.2.1; commons-validator for domains.
final class UrlNormaliser implements Normaliser {
  /// What browsers and servers take.
  private static final int ADDRESS_CHARS_MAX = 2_000;

  private static final int CHARS_MAX = 10_000;

  private static final Pattern PREFIX = Pattern.compile("URL ?: ?", Pattern.CASE_INSENSITIVE);
  private static final Pattern SCHEME =
      Pattern.compile("(https?|ftp)://", Pattern.CASE_INSENSITIVE);
  private static final Pattern PORT = Pattern.compile(":[0-9]{1,5}");

  /// What a sentence leaves behind an address; a full stop may belong to a path.
  private static final String TRAILING = "。、,;」』】";

  @Override
  public String rule() {
    return "url";
  }

  @Override
  public String unify(String text) {
    if (text.length() > CHARS_MAX || text.indexOf(':') < 0) {
      return text;
    }
    Matcher prefix = PREFIX.matcher(text);
    String addresses = prefix.lookingAt() ? text.substring(prefix.end()) : text;
    List<Optional<String>> unified =
        Arrays.stream(addresses.split("[ \\n]|[、,](?=[Hh][Tt][Tt][Pp])"))
            .filter(part -> !part.isEmpty())
            .map(UrlNormaliser::address)
            .toList();
    boolean all = !unified.isEmpty() && unified.stream().allMatch(Optional::isPresent);
    return all ? String.join(" ", unified.stream().map(Optional::orElseThrow).toList()) : text;
  }

  /// Whether a unified cell is one address or several.
  static boolean holds(String unified) {
    return unified.length() <= CHARS_MAX
        && Arrays.stream(unified.split(" ", -1))
            .allMatch(part -> address(part).filter(part::equals).isPresent());
  }

  private static Optional<String> address(String part) {
    String text = withoutSurroundings(part);
    Matcher scheme = SCHEME.matcher(text);
    if (text.length() > ADDRESS_CHARS_MAX || !scheme.lookingAt()) {
      return Optional.empty();
    }
    int hostEnd = scheme.end();
    while (hostEnd < text.length() && "/?#".indexOf(text.charAt(hostEnd)) < 0) {
      hostEnd++;
    }
    String host = text.substring(scheme.end(), hostEnd).toLowerCase(Locale.ROOT);
    String rest = text.substring(hostEnd).replace('～', '~');
    if (rest.isEmpty() && host.endsWith(".")) {
      host = host.substring(0, host.length() - 1);
    }
    String address = scheme.group().toLowerCase(Locale.ROOT) + host + rest;
    return isHost(host) && isUri(rest) ? Optional.of(address) : Optional.empty();
  }

  private static String withoutSurroundings(String part) {
    String text = part;
    if (text.startsWith("<") && text.endsWith(">")) {
      text = text.substring(1, text.length() - 1);
    }
    int end = text.length();
    while (end > 0 && TRAILING.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }

  /// A domain of the internet or an address of four numbers, with or without a port.
  private static boolean isHost(String host) {
    int colon = host.indexOf(':');
    String name = colon < 0 ? host : host.substring(0, colon);
    boolean port = colon < 0 || PORT.matcher(host.substring(colon)).matches();
    return port
        && (DomainValidator.getInstance().isValid(name)
            || InetAddressValidator.getInstance().isValidInet4Address(name));
  }

  /// Letters of any script may stand in an address as browsers show it; [URI] knows them.
  private static boolean isUri(String rest) {
    try {
      new URI("http://host" + rest);
      return true;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
