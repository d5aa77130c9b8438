package dev.totonoe.csv;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/// Guesses which of a file's first records is its header. A header has the file's usual number of
/// cells; its cells are words and differ from each other; and it stands out from what is below it.
final class HeaderGuess {
  /// What stands in data and hardly ever in headings: numbers, prices, dates, codes.
  private static final Pattern VALUE =
      Pattern.compile(
          "[\\p{Sc}￥]?\\s*[-+−－△▲]?[0-9０-９][0-9０-９.,，．:/／\\-－年月日時分%％]*"
              + "\\s*(円|個|本|枚|袋|g|kg|ml|l|mm|cm)?-?",
          Pattern.CASE_INSENSITIVE);

  /// A year heads a column of figures; over other years it is a value like them.
  private static final Pattern YEAR = Pattern.compile("(19|20)[0-9]{2}(年度?)?");

  /// What headings of product tables are made of.
  private static final Pattern HEADING_WORD =
      Pattern.compile(
          "商品|品名|品目|品番|名称|名$|価格|単価|売価|原価|定価|税|コード|番号|分類|区分|部門|カテゴリ|メーカー|ブランド|規格|容量|内容|入数|数量|単位"
              + "|日$|備考|説明|種別|サイズ|重量|\\b(id|no|name|title|price|cost|code|sku|jan|gtin|ean|upc|category|brand|maker"
              + "|manufacturer|description|size|weight|unit|quantity|qty|date|type|label|text|key|value)\\b"
              + "|_(id|cd|code|name|price|cost|path|date|no)$|^jan",
          Pattern.CASE_INSENSITIVE);

  private static final int HEADING_CHARS_MAX = 40;

  /// Records below the header that are compared with it.
  private static final int COMPARED_RECORDS_MAX = 200;

  private HeaderGuess() {}

  /// The index of the header among the records; empty: there is none.
  static OptionalInt of(List<List<String>> records) {
    if (records.isEmpty()) {
      return OptionalInt.empty();
    }
    int width = usualWidth(records);
    int searched = Math.min(records.size(), Limits.HEADER_SEARCH_RECORDS_MAX);
    for (int i = 0; i < searched; i++) {
      List<String> cells = records.get(i);
      if (cells.size() != width || filled(cells) < Math.max(Math.min(width, 2), width / 2)) {
        continue;
      }
      if (looksLikeHeading(cells) && standsOut(cells, below(records, i))) {
        return OptionalInt.of(i);
      }
      break;
    }
    List<String> first = records.getFirst();
    boolean named = first.size() > 1 && 2 * headingWords(first) >= first.size();
    return named && looksLikeHeading(first) ? OptionalInt.of(0) : OptionalInt.empty();
  }

  /// The most frequent number of cells; of equally frequent ones the greater.
  static int usualWidth(List<List<String>> records) {
    Map<Integer, Integer> counts = new HashMap<>();
    records.forEach(cells -> counts.merge(cells.size(), 1, Integer::sum));
    return counts.entrySet().stream()
        .max(
            Map.Entry.<Integer, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey()))
        .orElseThrow()
        .getKey();
  }

  /// Records to compare with; the header itself, which may come again, is none.
  private static List<List<String>> below(List<List<String>> records, int index) {
    return records.stream()
        .skip(index + 1L)
        .filter(cells -> !cells.equals(records.get(index)))
        .limit(COMPARED_RECORDS_MAX)
        .toList();
  }

  private static long filled(List<String> cells) {
    return cells.stream().filter(cell -> !cell.isBlank()).count();
  }

  private static boolean looksLikeHeading(List<String> cells) {
    Set<String> seen = new HashSet<>();
    int values = 0;
    for (String cell : cells) {
      String text = cell.strip();
      if (text.isEmpty()) {
        continue;
      }
      if (text.length() > HEADING_CHARS_MAX) {
        return false;
      }
      values += isValue(text) && !isYear(text) ? 1 : 0;
      seen.add(text);
    }
    // A number may head a column, and two columns may have one name; not most of them.
    return 2 * values < cells.size() && 2 * seen.size() > filled(cells);
  }

  /// Weighs each column: a word over numbers speaks for a header, a number over numbers or a word
  /// that comes again below it against one, and a word that heads product tables for one.
  private static boolean standsOut(List<String> cells, List<List<String>> below) {
    double evidence = 0;
    for (int column = 0; column < cells.size(); column++) {
      String text = cells.get(column).strip();
      int filled = 0;
      int values = 0;
      int years = 0;
      int same = 0;
      for (List<String> record : below) {
        String cell = column < record.size() ? record.get(column).strip() : "";
        if (!cell.isEmpty()) {
          filled++;
          values += isValue(cell) ? 1 : 0;
          years += isYear(cell) ? 1 : 0;
          same += cell.equals(text) ? 1 : 0;
        }
      }
      boolean valuesBelow = filled > 0 && 5 * values >= 4 * filled;
      boolean yearOverFigures = isYear(text) && 2 * years < filled;
      if (isValue(text) && !yearOverFigures) {
        evidence -= valuesBelow ? 2 : 0.5;
      } else if (valuesBelow && !text.isEmpty() && !yearOverFigures) {
        evidence += 1;
      }
      evidence -= same > 0 && !text.isEmpty() ? 1 : 0;
      evidence += HEADING_WORD.matcher(text).find() && text.length() <= 16 ? 1 : 0;
    }
    return evidence >= 0;
  }

  private static long headingWords(List<String> cells) {
    return cells.stream().filter(cell -> HEADING_WORD.matcher(cell.strip()).find()).count();
  }

  private static boolean isYear(String cell) {
    return YEAR.matcher(cell).matches();
  }

  private static boolean isValue(String cell) {
    return VALUE.matcher(cell).matches();
  }
}
