package dev.totonoe.normalise;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/// Reads text that was copied out of a web page: character references become characters, however
/// often they were escaped, and tags go. Line and block tags become a space, in free text a line
/// break. Full-width signs count as their narrow ones.
///
/// | input | output |
/// |---|---|
/// | `S&amp;B カレー` | `S&B カレー` |
/// | `S&amp;amp;B` | `S&B` |
/// | `緑茶<br>500ml` | `緑茶 500ml` |
/// | `<b>新茶</b>&nbsp;&#12354;` | `新茶<U+00A0>あ` |
/// | `&lt;BR&gt;緑茶` | ` 緑茶` |
/// | `<a href="/x">緑茶</a>` | `緑茶` |
/// | `<限定>緑茶 <L>` | unchanged |
/// | `<S> a < b <SMALL>` | unchanged |
/// | `AT&T &unknown; &#0;` | unchanged |
///
/// Only names of HTML tags are tags. One-letter tags and those whose name may stand in a product
/// name (`<S>`, `<SMALL>`) are tags in lower case only. A tag with more than its name needs an
/// attribute with `=`. References to characters that the output cannot hold stay.
///
/// Known weakness: comments and the text inside `<script>` stay; a reference without its semicolon
/// stays; a tag ends at its first `>`, even inside a quoted attribute.
///
/// Source: HTML Standard, section 13.1.
final class HtmlNormaliser implements Normaliser {
  /// `&thetasym;` and `&#x10FFFF;` are the longest references, with some leading zeros.
  private static final int REFERENCE_LENGTH_MAX = 16;

  private static final int TAG_NAME_LENGTH_MAX = 10;

  private static final Set<String> LINE_TAGS =
      words(
          "br p div li ul ol dl dt dd tr td th table tbody thead tfoot h1 h2 h3 h4 h5 h6 hr"
              + " blockquote pre section article header footer");

  private static final Set<String> INLINE_TAGS =
      words("span strong em img font sub sup nobr wbr tt del ins iframe script input col colgroup");

  /// Names that a product name may have between angle brackets.
  private static final Set<String> LOWER_CASE_TAGS =
      words("a b i p q s u big small label mark center strike form style title");

  private static final SymbolNormaliser SYMBOLS = new SymbolNormaliser();

  private final String lineBreak;
  private final Predicate<String> writable;

  /// @param lineBreak what stands for a line or block tag: a space or U+000A
  /// @param writable whether the output can hold a character
  HtmlNormaliser(String lineBreak, Predicate<String> writable) {
    this.lineBreak = lineBreak;
    this.writable = writable;
  }

  private static Set<String> words(String words) {
    return Set.of(words.split(" "));
  }

  @Override
  public String rule() {
    return "html";
  }

  /// One pass: what a reference or a tag leaves behind is put like any other character, so that
  /// nothing is left to do; each character is read a bounded number of times.
  @Override
  public String unify(String text) {
    if (!has(text, ';', '；') && !has(text, '>', '＞')) {
      return text;
    }
    Page page = new Page(text.length());
    for (int i = 0; i < text.length(); i++) {
      page.add(text.charAt(i));
    }
    return page.out.compareTo(new StringBuilder(text)) == 0 ? text : page.out.toString();
  }

  private static boolean has(String text, char narrow, char wide) {
    return text.indexOf(narrow) >= 0 || text.indexOf(wide) >= 0;
  }

  /// What has been read so far; it never holds a whole reference or tag.
  private final class Page {
    private static final int NOTHING = -1;

    private final StringBuilder out;

    /// For each place of `out` the last `<` or `>` up to it.
    private final int[] lastAngle;

    private boolean afterLineTag;

    Page(int length) {
      out = new StringBuilder(length);
      lastAngle = new int[length];
    }

    void add(char raw) {
      if (afterLineTag && (raw == '\n' || raw == '\r')) {
        return; // the line end that the page's author put after <br>
      }
      afterLineTag = false;
      int next = raw;
      while (next != NOTHING) {
        next = put((char) next);
      }
    }

    /// Puts a character; returns what is to be put instead of the reference or tag that it ended.
    private int put(char c) {
      int before = out.isEmpty() ? NOTHING : lastAngle[out.length() - 1];
      char narrow = WidthNormaliser.narrow(c);
      if (narrow == '>' && before != NOTHING && isOpen(before) && isTag(before + 1)) {
        return replaceTag(before);
      }
      if (narrow == ';') {
        int start = referenceStart();
        int codePoint = start == NOTHING ? NOTHING : codePoint(narrowed(start + 1, out.length()));
        if (codePoint != NOTHING) {
          return replaceReference(start, codePoint);
        }
      }
      append(c, narrow == '<' || narrow == '>' ? out.length() : before);
      return NOTHING;
    }

    private void append(char c, int angle) {
      lastAngle[out.length()] = angle;
      out.append(c);
    }

    private boolean isOpen(int at) {
      return WidthNormaliser.narrow(out.charAt(at)) == '<';
    }

    private String narrowed(int from, int to) {
      StringBuilder narrow = new StringBuilder(to - from);
      for (int i = from; i < to; i++) {
        narrow.append(WidthNormaliser.narrow(out.charAt(i)));
      }
      return narrow.toString();
    }

    private int referenceStart() {
      int first = Math.max(0, out.length() - REFERENCE_LENGTH_MAX);
      for (int i = out.length() - 1; i >= first; i--) {
        if (WidthNormaliser.narrow(out.charAt(i)) == '&') {
          return i;
        }
      }
      return NOTHING;
    }

    private int replaceReference(int start, int codePoint) {
      out.setLength(start);
      if (Character.isSupplementaryCodePoint(codePoint)) {
        append(Character.highSurrogate(codePoint), start == 0 ? NOTHING : lastAngle[start - 1]);
        return Character.lowSurrogate(codePoint);
      }
      char c = (char) codePoint;
      return ControlNormaliser.removes(c, out) ? NOTHING : c;
    }

    /// Whether what stands from here on, up to the `>` to come, is the inside of a tag.
    private boolean isTag(int from) {
      String inside = narrowed(from, out.length());
      int start = inside.startsWith("/") ? 1 : 0;
      int end = start;
      while (end < inside.length() && isLetterOrDigit(inside.charAt(end))) {
        end++;
      }
      String name = inside.substring(start, end);
      String rest = inside.substring(end);
      boolean attributes =
          start == 0
              && !rest.isEmpty()
              && SpaceNormaliser.isSpaceOrBreak(rest.charAt(0))
              && rest.indexOf('=') > 0;
      return isTagName(name) && (attributes || isEnd(rest));
    }

    private int replaceTag(int open) {
      int nameStart = WidthNormaliser.narrow(out.charAt(open + 1)) == '/' ? open + 2 : open + 1;
      String inside = narrowed(nameStart, Math.min(out.length(), nameStart + TAG_NAME_LENGTH_MAX));
      String name = inside.split("[^A-Za-z0-9]", 2)[0].toLowerCase(Locale.ROOT);
      out.setLength(open);
      if (!LINE_TAGS.contains(name)) {
        return NOTHING;
      }
      afterLineTag = true;
      boolean lineBegins = !out.isEmpty() && lineBreak.indexOf(out.charAt(open - 1)) >= 0;
      return lineBegins && !name.equals("br") ? NOTHING : lineBreak.charAt(0);
    }
  }

  private static boolean isTagName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return LINE_TAGS.contains(lower)
        || INLINE_TAGS.contains(lower)
        || LOWER_CASE_TAGS.contains(name);
  }

  /// Nothing more than the slash of `<br />`.
  private static boolean isEnd(String rest) {
    for (int i = 0; i < rest.length(); i++) {
      boolean slash = rest.charAt(i) == '/' && i == rest.length() - 1;
      if (!slash && !SpaceNormaliser.isSpaceOrBreak(rest.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetterOrDigit(char c) {
    return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }

  /// The character of a reference, in its spelling of [SymbolNormaliser]; -1: none that the output
  /// can hold.
  private int codePoint(String reference) {
    int codePoint = CharacterReference.codePoint(reference);
    if (codePoint < 0) {
      return -1;
    }
    String character = SYMBOLS.unify(Character.toString(codePoint));
    boolean kept = SpaceNormaliser.isSpaceOrBreak(character.charAt(0)) || writable.test(character);
    return kept ? character.codePointAt(0) : -1;
  }
}
