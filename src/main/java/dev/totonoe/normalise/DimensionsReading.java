package dev.totonoe.normalise;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a cell says that gives the lengths of a thing's sides and nothing else, in its own order.
///
/// @param before what stands before: `約`, `外寸:約`
/// @param sides one or more; one alone has a name or a unit
record DimensionsReading(String before, List<Side> sides) {
  /// @param name `W`, `D`, `H`, `L`, `T`, `φ` or a word such as `縦`; empty where the cell has none
  /// @param to the other end of a range, if it is one: `H30～45cm`
  /// @param unit in its canonical spelling; empty where none stands directly behind the number
  /// @param about `約` where it stands before this side's number alone; else empty
  record Side(String name, String about, BigDecimal from, Optional<BigDecimal> to, String unit) {}

  private static final String ABOUT = "約";

  private static final int LENGTH_MAX = 100;

  private static final int SIDES_MAX = 6;

  private static final Set<String> UNITS =
      Set.of("mm", "cm", "m", "km", "in", "ft", "yd", "尺", "寸", "μm", "nm");

  private static final Map<String, String> NAMES = new HashMap<>();

  static {
    name("W", "w", "幅", "巾", "はば", "ヨコ幅", "横幅");
    name("D", "d", "奥行き", "奥行");
    name("H", "h", "高さ", "高");
    name("L", "l", "長さ", "全長", "長");
    name("T", "t", "厚さ", "厚み", "厚");
    name("φ", "Φ", "ø", "Ø", "⌀", "∅", "直径", "径"); // U+03C6; U+03A6, U+00F8, U+00D8, U+2300, U+2205
    name("縦", "タテ", "たて");
    name("横", "ヨコ", "よこ");
    for (String word : List.of("深さ", "外径", "内径", "口径", "半径", "底径", "マチ", "丈", "胴径", "刃渡り", "高低差")) {
      name(word);
    }
  }

  private static final int NAME_MAX = 3;

  private static final List<String> PREFIXES =
      List.of("本体サイズ", "本体寸法", "製品サイズ", "商品サイズ", "外形寸法", "サイズ", "寸法", "外寸", "内寸", "本体");

  DimensionsReading {
    sides = List.copyOf(sides);
  }

  private static void name(String canonical, String... spellings) {
    NAMES.put(canonical, canonical);
    for (String spelling : spellings) {
      NAMES.put(spelling, canonical);
    }
  }

  static Optional<DimensionsReading> of(String text, DecimalMark mark) {
    return text.length() > LENGTH_MAX
        ? Optional.empty()
        : new Parser(NumberReading.folded(text).strip(), mark).whole();
  }

  /// The sides with `×` between them; a unit that all of them have stands once, at the end.
  String written(DecimalMark mark) {
    boolean oneUnit = sides.stream().map(Side::unit).distinct().count() == 1;
    StringBuilder out = new StringBuilder(before);
    for (int i = 0; i < sides.size(); i++) {
      Side side = sides.get(i);
      boolean last = i == sides.size() - 1;
      out.append(i == 0 ? "" : "×")
          .append(side.name)
          .append(side.about)
          .append(NumberNormaliser.plain(side.from, mark));
      side.to.ifPresent(to -> out.append('～').append(NumberNormaliser.plain(to, mark)));
      out.append(last || !oneUnit ? side.unit : "");
    }
    return out.toString();
  }

  private static final class Parser {
    private final String text;
    private final DecimalMark mark;
    private final List<Side> sides = new ArrayList<>();
    private int place;

    /// Sides whose name stands behind the number without brackets: `60L` alone may be litres.
    private int bareSuffixes;

    Parser(String text, DecimalMark mark) {
      this.text = text;
      this.mark = mark;
    }

    Optional<DimensionsReading> whole() {
      String before = before();
      boolean good = side();
      while (good && place < text.length() && !lastUnit()) {
        good = sides.size() < SIDES_MAX && joint() && side();
      }
      return good && isComplete() ? Optional.of(reading(before)) : Optional.empty();
    }

    /// One `約` in front where every side has its own.
    private DimensionsReading reading(String before) {
      boolean all = sides.stream().noneMatch(side -> side.about.isEmpty());
      if (!all || before.endsWith(ABOUT)) {
        return new DimensionsReading(before, sides);
      }
      return new DimensionsReading(
          before + ABOUT,
          sides.stream()
              .map(side -> new Side(side.name, "", side.from, side.to, side.unit))
              .toList());
    }

    /// Takes the `約` that is about all sides: not where the second side has one too.
    private boolean takeAbout() {
      boolean everySide = text.indexOf(ABOUT, text.indexOf(ABOUT) + 1) > 0;
      return !everySide && take(ABOUT);
    }

    private String before() {
      String word = PREFIXES.stream().filter(this::take).findFirst().orElse("");
      takeSpaces();
      boolean colon = !word.isEmpty() && take(":");
      takeSpaces();
      boolean about = take("(約)") || takeAbout();
      takeSpaces();
      if (!word.isEmpty() && !colon) {
        take(":");
        takeSpaces();
      }
      return word + (word.isEmpty() ? "" : ":") + (about ? ABOUT : "");
    }

    /// Takes one side; its name stands before or behind the number, with or without brackets.
    private boolean side() {
      String about = take(ABOUT) ? ABOUT : "";
      String name = name();
      if (!name.isEmpty()) {
        takeSpaces();
        take(":");
        takeSpaces();
        about = take(ABOUT) ? ABOUT : about;
      }
      Optional<BigDecimal> from = number();
      if (from.isEmpty()) {
        return false;
      }
      Optional<BigDecimal> to = Optional.empty();
      if (take("～") || take("〜") || take("~")) {
        to = number();
        if (to.isEmpty()) {
          return false;
        }
      }
      String unit = unit();
      if (name.isEmpty()) {
        boolean bracket = text.startsWith("(", place);
        name = name();
        bareSuffixes += name.isEmpty() || name.equals("φ") || bracket ? 0 : 1;
        unit = unit.isEmpty() && !name.isEmpty() ? unit() : unit;
      }
      sides.add(new Side(name, about, from.get(), to, unit));
      return true;
    }

    /// Takes a unit in brackets behind the last side, which is all sides': `60×40(cm)`.
    private boolean lastUnit() {
      int start = place;
      takeSpaces();
      if (take("(") || take("[")) {
        take("単位");
        take(":");
        String unit = unit();
        boolean closed = take(")") || take("]");
        boolean none = sides.stream().allMatch(side -> side.unit.isEmpty());
        if (!unit.isEmpty() && closed && none && place == text.length()) {
          Side last = sides.removeLast();
          sides.add(new Side(last.name, last.about, last.from, last.to, unit));
          return true;
        }
      }
      place = start;
      return false;
    }

    /// Takes what stands between two sides. Between sides without names only a times sign will do:
    /// `20 30` and `20/30` may be two sizes.
    private boolean joint() {
      takeSpaces();
      for (String times : List.of("×", "x", "X", "*", "✕", "✖", "╳", "х", "·")) {
        if (take(times)) {
          takeSpaces();
          return true;
        }
      }
      if (sides.getLast().name.isEmpty()) {
        return false;
      }
      for (String other : List.of("・", "、", ",", "/")) {
        if (take(other)) {
          takeSpaces();
          break;
        }
      }
      return nameFollows();
    }

    private boolean nameFollows() {
      int start = place;
      take(ABOUT);
      boolean follows = !name().isEmpty();
      place = start;
      return follows;
    }

    private String name() {
      int start = place;
      boolean bracket = take("(");
      for (int length = NAME_MAX; length > 0; length--) {
        int end = place + length;
        if (end > text.length()) {
          continue;
        }
        String canonical = NAMES.get(text.substring(place, end));
        if (canonical != null) {
          place = end;
          if (!bracket || take(")")) {
            return canonical;
          }
        }
      }
      place = start;
      return "";
    }

    private Optional<BigDecimal> number() {
      Optional<Numeral> number =
          Numeral.at(text, place, mark)
              .filter(found -> found.value().signum() > 0)
              .filter(found -> found.value().compareTo(NumberNormaliser.VALUE_MAX) < 0);
      number.ifPresent(found -> place = found.end());
      return number.map(Numeral::value);
    }

    private String unit() {
      int spaced = place < text.length() && text.charAt(place) == ' ' ? place + 1 : place;
      Optional<MeasureUnits.Found> unit =
          MeasureUnits.at(text, spaced).filter(found -> UNITS.contains(found.symbol()));
      unit.ifPresent(found -> place = found.end());
      return unit.map(MeasureUnits.Found::symbol).orElse("");
    }

    private boolean isComplete() {
      if (place < text.length()) {
        return false;
      }
      Side only = sides.getFirst();
      boolean clear = bareSuffixes == 0 || bareSuffixes == sides.size();
      return sides.size() > 1 && clear
          || bareSuffixes == 0 && (!only.unit.isEmpty() || !only.name.isEmpty());
    }

    private void takeSpaces() {
      while (take(" ")) {
        // each one
      }
    }

    private boolean take(String word) {
      if (!text.startsWith(word, place)) {
        return false;
      }
      place += word.length();
      return true;
    }
  }
}
