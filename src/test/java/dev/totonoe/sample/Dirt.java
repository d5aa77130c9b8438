package dev.totonoe.sample;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The spellings that people, cash registers and office programs give to the same text.
final class Dirt {
  /// Full-width katakana and their half-width forms, U+FF61 to U+FF9F.
  private static final Map<Character, String> HALF_WIDTH_KANA = halfWidthKana();

  private static final String SMALL_KANA = "ァィゥェォッャュョ";
  private static final String LARGE_KANA = "アイウエオツヤユヨ";

  private Dirt() {}

  /// A name in one of the spellings that wholesalers' lists mix from row to row.
  static String name(String name, Dice dice) {
    int kind = dice.below(100);
    if (kind < 34) {
      return halfWidthKana(name);
    } else if (kind < 40) {
      return halfWidthKana(name).replace('ｰ', '-');
    } else if (kind < 58) {
      return fullWidthAscii(name);
    } else if (kind < 66) {
      return name.replace('ー', '－'); // U+30FC → U+FF0D
    } else if (kind < 72) {
      return upsized(name);
    } else if (kind < 84) {
      return name.replace(' ', '\u3000');
    } else if (kind < 92) {
      return name.replace(" ", "  ") + (dice.chance(50) ? " " : "");
    }
    return fullWidthAscii(halfWidthKana(name)).replace(' ', '\u3000');
  }

  static String halfWidthKana(String text) {
    StringBuilder out = new StringBuilder();
    for (char c : text.toCharArray()) {
      out.append(HALF_WIDTH_KANA.getOrDefault(c, String.valueOf(c)));
    }
    return out.toString();
  }

  static String fullWidthAscii(String text) {
    StringBuilder out = new StringBuilder();
    for (char c : text.toCharArray()) {
      out.append(c > ' ' && c <= '~' ? (char) (c - '!' + '！') : c);
    }
    return out.toString();
  }

  /// Small kana written large, as old systems without them did: チョコ → チヨコ.
  static String upsized(String text) {
    StringBuilder out = new StringBuilder();
    for (char c : text.toCharArray()) {
      int small = SMALL_KANA.indexOf(c);
      out.append(small < 0 ? c : LARGE_KANA.charAt(small));
    }
    return out.toString();
  }

  /// A specification as others write it: `500ml×24本` → `500ML*24`, `５００ｍｌ×２４本`, `500㏄X24本`.
  static String size(String size, Dice dice) {
    return switch (dice.below(11)) {
      case 0, 1 -> fullWidthAscii(size);
      case 2 -> size.toUpperCase(Locale.ROOT).replace('×', '*').replaceAll("[本缶袋個]$", "");
      case 3 -> size.replaceFirst("(?<=[0-9])L", "リットル").replaceFirst("×", " ");
      case 4 -> size.replace("kg", "㌔").replaceAll("(?<=[0-9])g", "㌘").replace("ml", "㏄");
      case 5 -> size.replace("×", " × ");
      case 6 -> size.replace('×', 'x').replace("kg", "Kg");
      case 7 -> size.replace('×', 'X').replace("kg", "㎏");
      default -> size;
    };
  }

  private static Map<Character, String> halfWidthKana() {
    String full = "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜";
    String voiced = "ガギグゲゴザジズゼゾダヂヅデドバビブベボヴ";
    String unvoiced = "カキクケコサシスセソタチツテトハヒフヘホウ";
    Map<Character, String> map = new TreeMap<>();
    for (int i = 0; i < full.length(); i++) {
      map.put(full.charAt(i), String.valueOf((char) (0xFF61 + i)));
    }
    for (int i = 0; i < voiced.length(); i++) {
      map.put(voiced.charAt(i), map.get(unvoiced.charAt(i)) + "ﾞ"); // U+FF9E
    }
    for (int i = 0; i < 5; i++) {
      map.put("パピプペポ".charAt(i), map.get("ハヒフヘホ".charAt(i)) + "ﾟ"); // U+FF9F
    }
    return map;
  }
}
