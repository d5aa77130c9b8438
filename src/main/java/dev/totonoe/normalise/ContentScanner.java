package dev.totonoe.normalise;

import dev.totonoe.normalise.ContentToken.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Cuts a name or specification into the tokens from which its content is read, in one pass from
/// left to right. What a number is, [ContentNumbers] says.
final class ContentScanner {
  private static final String TIMES = "×✕✖╳*";
  private static final String OPEN = "([【{「『〔《〈<";
  private static final String CLOSE = ")]】}」』〕》〉>";

  /// Latin words that a number may follow directly.
  private static final List<String> NO_CODES = List.of("PET", "NET", "net", "Net");

  private final String text;
  private final ContentNumbers numbers;
  private final List<ContentToken> tokens = new ArrayList<>();
  private int at;

  private ContentScanner(String text, Set<ContentGoods> goods) {
    this.text = text;
    this.numbers = new ContentNumbers(text, goods);
  }

  /// The tokens of a text that is unified but for its units and multipliers.
  ///
  /// @param goods what the text names
  static List<ContentToken> scan(String text, Set<ContentGoods> goods) {
    ContentScanner scanner = new ContentScanner(text, goods);
    while (scanner.at < text.length()) {
      scanner.step();
    }
    return scanner.tokens;
  }

  private void step() {
    char c = text.charAt(at);
    int choice = choiceLength();
    if (c == ' ') {
      at++;
    } else if (ContentNumbers.isDigit(c)) {
      ContentToken number = last(Type.TIMES) ? numbers.afterTimes(at) : numbers.at(at);
      tokens.add(number);
      at = number.end();
    } else if (TIMES.indexOf(c) >= 0 || isTimesLetter(c)) {
      add(Type.TIMES, 1);
    } else if (c == '+' || c == '&' && endsQuantity()) {
      add(Type.PLUS, 1);
    } else if (c == '/') {
      add(Type.SLASH, 1);
    } else if (c == '～'
        || c == '~'
        || c == '-' && endsNumber() && ContentNumbers.isDigit(peek(1))) {
      add(Type.RANGE, 1);
    } else if (OPEN.indexOf(c) >= 0) {
      add(Type.OPEN, 1);
    } else if (CLOSE.indexOf(c) >= 0) {
      add(Type.CLOSE, 1);
    } else if (choice > 0) {
      add(Type.CHOICE, choice);
    } else {
      word();
    }
  }

  private boolean isTimesLetter(char c) {
    boolean letter = c == 'x' || c == 'X';
    if (!letter || !(endsNumber() || last(Type.CLOSE))) {
      return false;
    }
    char next = peek(1) == ' ' ? peek(2) : peek(1);
    return ContentNumbers.isDigit(next) || next == '(';
  }

  /// The length of the words at this place that offer a choice, 0 where there are none.
  private int choiceLength() {
    boolean or =
        text.startsWith("or", at)
            && !tokens.isEmpty()
            && !ContentNumbers.isLatin(peek(2))
            && (at == 0 || !ContentNumbers.isLatin(text.charAt(at - 1)));
    if (or) {
      return 2;
    }
    for (String words : ContentWords.CHOICES) {
      if (text.startsWith(words, at)) {
        return words.length();
      }
    }
    return 0;
  }

  private void word() {
    int start = at;
    boolean latin = ContentNumbers.isLatin(text.charAt(at));
    int plain = plainLength();
    at += Math.max(1, plain);
    // A model code is one word with the digits in it: A4, M6, WH-1000XM5.
    while (latin && plain == 0 && at < text.length() && isCode(text.charAt(at))) {
      at++;
    }
    boolean price = "￥$\\#第".indexOf(text.charAt(start)) >= 0;
    while (price && at < text.length() && ContentNumbers.isNumeral(text.charAt(at))) {
      at++;
    }
    if (!tokens.isEmpty()
        && tokens.getLast().type() == Type.WORD
        && tokens.getLast().end() == start) {
      ContentToken before = tokens.removeLast();
      start = before.start();
    }
    tokens.add(ContentToken.of(Type.WORD, start, at));
  }

  private int plainLength() {
    for (String word : NO_CODES) {
      if (text.startsWith(word, at)) {
        boolean numbered = ContentNumbers.isDigit(peek(word.length()));
        return numbered || ".× ".indexOf(peek(word.length())) >= 0 ? word.length() : 0;
      }
    }
    return 0;
  }

  private boolean isCode(char c) {
    if (c == '-') {
      return ContentNumbers.isLatin(peek(1)) || ContentNumbers.isDigit(peek(1));
    }
    boolean times =
        (c == 'x' || c == 'X')
            && ContentNumbers.isDigit(text.charAt(at - 1))
            && ContentNumbers.isDigit(peek(1));
    return (ContentNumbers.isLatin(c) || ContentNumbers.isDigit(c)) && !times
        || c == '.' && ContentNumbers.isDigit(peek(1));
  }

  private boolean endsNumber() {
    return !tokens.isEmpty()
        && onlySpacesSince(tokens.getLast().end())
        && switch (tokens.getLast().type()) {
          case MEASURE, COUNT, BARE, SIZE, OTHER_NUMBER -> true;
          default -> false;
        };
  }

  private boolean endsQuantity() {
    return !tokens.isEmpty()
        && tokens.getLast().isQuantity()
        && onlySpacesSince(tokens.getLast().end());
  }

  private boolean onlySpacesSince(int end) {
    for (int i = end; i < at; i++) {
      if (text.charAt(i) != ' ') {
        return false;
      }
    }
    return true;
  }

  private boolean last(Type type) {
    return !tokens.isEmpty() && tokens.getLast().type() == type;
  }

  private char peek(int offset) {
    return at + offset < text.length() ? text.charAt(at + offset) : ' ';
  }

  private void add(Type type, int length) {
    tokens.add(ContentToken.of(type, at, at + length));
    at += length;
  }
}
