package dev.totonoe.normalise;

import dev.totonoe.normalise.PriceToken.Basis;
import dev.totonoe.normalise.PriceToken.Close;
import dev.totonoe.normalise.PriceToken.Dash;
import dev.totonoe.normalise.PriceToken.Gap;
import dev.totonoe.normalise.PriceToken.Marked;
import dev.totonoe.normalise.PriceToken.Number;
import dev.totonoe.normalise.PriceToken.Open;
import dev.totonoe.normalise.PriceToken.Percent;
import dev.totonoe.normalise.PriceToken.Separator;
import dev.totonoe.normalise.PriceToken.Unknown;
import dev.totonoe.normalise.PriceToken.Worded;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Cuts a unified price cell into tokens, in one pass from left to right.
final class PriceScanner {
  private static final String OPEN = "([【〔「《<";
  private static final String CLOSE = ")]】〕」》>";
  private static final String DASHES = "-ー―也";

  /// What a price may be per: `298円/100g`, `1個 298円`.
  private static final WordTable<Boolean> UNITS = new WordTable<>(units());

  private final String text;
  private final String small;
  private final List<PriceToken> tokens = new ArrayList<>();
  private int at;

  private PriceScanner(String text) {
    this.text = text;
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      chars[i] = Character.toLowerCase(chars[i]);
    }
    this.small = new String(chars);
  }

  private static Map<String, Boolean> units() {
    Map<String, Boolean> units = new LinkedHashMap<>();
    String words =
        "g|kg|mg|t|ml|l|cl|dl|cc|kl|m|cm|mm|㎏|㎖|㎡|m2|グラム|キログラム|キロ|リットル|メートル|個|コ|ヶ|ケ|枚|本|袋|パック|箱|缶|瓶|びん|セット|組|束|玉"
            + "|切|切れ|ケース|点|台|足|着|冊|丁|膳|錠|包|巻|ロール|食|人前|人|名|尾|匹|杯|カップ|株|房|片|粒|双|対|式|反|坪|反|時間|分|日|月|ヶ月|か月|年|泊|回|式"
            + "|pc|pcs|piece|unit|pack|box|case|set|month|mo|year|day|week|dozen|lb|oz|pair|ダース|単位|商品|商品につき";
    for (String word : words.split("\\|")) {
      units.put(word, true);
    }
    return units;
  }

  /// @param text a unified cell
  static List<PriceToken> scan(String text) {
    PriceScanner scanner = new PriceScanner(text);
    while (scanner.at < text.length()) {
      scanner.step();
    }
    return unbracketed(scanner.tokens);
  }

  private void step() {
    char c = text.charAt(at);
    if (c == ' ') {
      add(new Gap(), at + 1);
    } else if (OPEN.indexOf(c) >= 0) {
      add(new Open(), at + 1);
    } else if (CLOSE.indexOf(c) >= 0) {
      add(new Close(), at + 1);
    } else if (c == ':' || c == '\'' || isFullStop(c)) {
      at++;
    } else if (c == '@') {
      add(new Basis(true), at + 1);
    } else if (startsNumber()) {
      number();
    } else if ((c == ',' || c == '.') && isDash(at + 1)) {
      dash(at + 1);
    } else if ((c == ',' || c == '、') && at == text.length() - 1) {
      add(new Unknown(), at + 1); // what came behind is cut off
    } else if (!markOrWord()) {
      if (isDash(at)) {
        dash(at);
      } else if (c == '/') {
        slash();
      } else if (",、;・|".indexOf(c) >= 0) {
        add(new Separator(), at + 1);
      } else {
        unitOrUnknown();
      }
    }
  }

  private boolean isFullStop(char c) {
    return (c == '.' || c == '。') && at == text.length() - 1;
  }

  private void add(PriceToken token, int end) {
    tokens.add(token);
    at = end;
  }

  private boolean isDash(int place) {
    return place < text.length() && DASHES.indexOf(text.charAt(place)) >= 0;
  }

  private void dash(int from) {
    int end = from;
    while (isDash(end)) {
      end++;
    }
    add(new Dash(), end);
  }

  private boolean markOrWord() {
    var mark = CurrencyMarks.at(text, at);
    var word = PriceWords.at(small, at);
    int markEnd = mark.map(WordTable.Found::end).orElse(at);
    int wordEnd = word.map(WordTable.Found::end).orElse(at);
    if (markEnd == at && wordEnd == at) {
      return false;
    }
    if (markEnd >= wordEnd) {
      add(new Marked(mark.orElseThrow().value()), markEnd);
    } else {
      var found = word.orElseThrow();
      add(new Worded(text.substring(at, wordEnd), found.value(), false), wordEnd);
    }
    return true;
  }

  /// `/100g` and `/個` say what the price is for, unless a price follows: `398円/2個750円`.
  private void slash() {
    int from = skipSpace(at + 1);
    int digits = from;
    while (digits < text.length() && isDigit(text.charAt(digits))) {
      digits++;
    }
    Optional<Integer> end = unitEnd(skipSpace(digits));
    if (end.isPresent() && !followsPrice(end.get())) {
      add(new Basis(true), end.get());
    } else {
      add(new Separator(), at + 1);
    }
  }

  private boolean followsPrice(int from) {
    int next = skipSpace(from);
    return next < text.length()
        && (isDigit(text.charAt(next)) || CurrencyMarks.at(text, next).isPresent());
  }

  /// `kg当り`, or a character that says nothing of prices.
  private void unitOrUnknown() {
    Optional<Integer> end = unitEnd(at);
    if (end.isPresent() && perEnd(end.get()) > end.get()) {
      add(new Basis(true), perEnd(end.get()));
    } else {
      add(new Unknown(), at + 1);
    }
  }

  private Optional<Integer> unitEnd(int from) {
    return from < text.length()
        ? UNITS.at(small, from).map(WordTable.Found::end)
        : Optional.empty();
  }

  /// Behind a word such as `当り`, or where it would begin.
  private int perEnd(int from) {
    return from < text.length()
        ? PriceWords.at(small, from)
            .filter(found -> found.value() instanceof PriceWords.Meaning.Per)
            .map(WordTable.Found::end)
            .orElse(from)
        : from;
  }

  private boolean startsNumber() {
    char c = text.charAt(at);
    boolean fraction =
        (c == '.' || c == ',')
            && at + 1 < text.length()
            && isDigit(text.charAt(at + 1))
            && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
    return isDigit(c) || fraction || kanjiEnd() > at;
  }

  /// Behind a number in kanji, which is one only before a currency.
  private int kanjiEnd() {
    int end = at;
    while (end < text.length() && PriceNumber.isNumeral(text.charAt(end))) {
      end++;
    }
    int mark = skipSpace(end);
    boolean money = end > at && mark < text.length() && isMoney(mark);
    return money ? end : at;
  }

  private boolean isMoney(int place) {
    return CurrencyMarks.at(text, place).isPresent()
        || PriceWords.at(small, place)
            .filter(found -> found.value() instanceof PriceWords.Meaning.Part)
            .isPresent();
  }

  private void number() {
    int end =
        isDigit(text.charAt(at)) || !PriceNumber.isNumeral(text.charAt(at)) ? digitsEnd() : at;
    end = unitsEnd(end);
    String written = text.substring(at, end);
    int behind = skipSpace(end);
    if (behind < text.length() && text.charAt(behind) == '%') {
      add(new Percent(written), behind + 1);
      return;
    }
    Optional<Integer> unit =
        behind < text.length() && isMoney(behind) ? Optional.empty() : unitEnd(behind);
    if (unit.isPresent()) {
      int per = perEnd(unit.get());
      add(new Basis(per > unit.get() || isOne(written)), per);
    } else {
      add(new Number(written), end);
    }
  }

  private static boolean isOne(String written) {
    return written.equals("1") || written.equals("一");
  }

  /// Behind digits and the separators between them.
  private int digitsEnd() {
    int end = at;
    boolean onlyGroups = true;
    while (end < text.length()) {
      char c = text.charAt(end);
      if (isDigit(c)) {
        end++;
      } else if (",.'’".indexOf(c) >= 0 && digitsFrom(end + 1) > 0) {
        onlyGroups &= c != ',' && c != '.';
        end++;
      } else if (c == ' ' && onlyGroups && digitsFrom(end + 1) == 3 && digitsBefore(end) <= 3) {
        end++;
      } else if (c == '.'
          && onlyGroups
          && end + 1 < text.length()
          && text.charAt(end + 1) == ' '
          && digitsFrom(end + 2) == 2) {
        onlyGroups = false;
        end += 2;
      } else {
        break;
      }
    }
    return end;
  }

  /// Behind the kanji that multiply, and the digits between them: `1万2千`.
  private int unitsEnd(int from) {
    int end = from;
    int next = skipSpace(end);
    if (next > end && next < text.length() && PriceNumber.isUnit(text.charAt(next))) {
      end = next;
    }
    boolean grew = end < text.length() && PriceNumber.isNumeral(text.charAt(end));
    while (grew && end < text.length()) {
      char c = text.charAt(end);
      boolean inside = isDigit(c) || ",.".indexOf(c) >= 0 && digitsFrom(end + 1) > 0;
      grew = PriceNumber.isNumeral(c) || inside;
      end += grew ? 1 : 0;
    }
    return end;
  }

  private int digitsFrom(int place) {
    int end = place;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end - place;
  }

  private int digitsBefore(int place) {
    int start = place;
    while (start > at && isDigit(text.charAt(start - 1))) {
      start--;
    }
    return place - start;
  }

  private int skipSpace(int place) {
    return place < text.length() && text.charAt(place) == ' ' ? place + 1 : place;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /// Brackets around nothing but words are taken off, and the words marked.
  private static List<PriceToken> unbracketed(List<PriceToken> tokens) {
    List<PriceToken> out = new ArrayList<>();
    int i = 0;
    while (i < tokens.size()) {
      int close = tokens.get(i) instanceof Open ? closeOfWords(tokens, i + 1) : -1;
      if (close < 0) {
        out.add(tokens.get(i++));
        continue;
      }
      for (PriceToken token : tokens.subList(i + 1, close)) {
        if (token instanceof Worded(String word, PriceWords.Meaning meaning, boolean ignored)) {
          out.add(new Worded(word, meaning, true));
        } else if (!(token instanceof Gap)) {
          out.add(token);
        }
      }
      i = close + 1;
    }
    return out;
  }

  /// The bracket that closes behind words, percentages and gaps alone; -1 where there is more.
  private static int closeOfWords(List<PriceToken> tokens, int from) {
    int i = from;
    boolean words = false;
    while (i < tokens.size()
        && (tokens.get(i) instanceof Worded
            || tokens.get(i) instanceof Percent
            || tokens.get(i) instanceof Gap
            || tokens.get(i) instanceof Basis)) {
      words |= !(tokens.get(i) instanceof Gap);
      i++;
    }
    return words && i < tokens.size() && tokens.get(i) instanceof Close ? i : -1;
  }
}
