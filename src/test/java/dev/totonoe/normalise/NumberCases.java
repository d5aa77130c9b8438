package dev.totonoe.normalise;

import dev.totonoe.normalise.CaseTable.Row;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/// The tables of numbers and measures.
///
/// The recognisers find numbers in sentences, and we read cells: so what they found is our cell,
/// and where they found nothing, the whole text is.
final class NumberCases {
  /// The tables compute fractions and powers in double precision; 14 of their digits are right.
  private static final MathContext PRECISION = new MathContext(14, RoundingMode.HALF_UP);

  static final List<CaseTable> TABLES =
      List.of(
          new CaseTable(
              "sudachi_numeric",
              row -> stated(row.cell("expected (null = must not parse)")),
              row -> read(row.cell("input"))),
          new CaseTable(
              "kanjize",
              row ->
                  row.cell("function").equals("kanji2number") ? stated(row.cell("expected")) : "",
              row -> read(row.cell("input"))),
          new CaseTable(
              "geolonia_japanese_numeral",
              row -> stated(row.cell("expected (null = must reject)")),
              row -> read(row.cell("input"))),
          new CaseTable(
              "twada_numerals",
              row -> stated(row.cell("expected")),
              row -> read(row.cell("input"))),
          new CaseTable(
              "recognizers_ja_number",
              row -> stated(row.cell("first_value")),
              row -> read(found(row))),
          new CaseTable(
              "recognizers_ja_dimension", NumberCases::statedMeasure, NumberCases::readMeasure));

  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("Gram", "g"),
          Map.entry("Milligram", "mg"),
          Map.entry("Microgram", "μg"),
          Map.entry("Kilogram", "kg"),
          Map.entry("Ton", "t"),
          Map.entry("Metric ton", "t"),
          Map.entry("Pound", "lb"),
          Map.entry("Ounce", "oz"),
          Map.entry("Nanometer", "nm"),
          Map.entry("Micrometer", "μm"),
          Map.entry("Millimeter", "mm"),
          Map.entry("Centimeter", "cm"),
          Map.entry("Meter", "m"),
          Map.entry("Kilometer", "km"),
          Map.entry("Inch", "in"),
          Map.entry("Foot", "ft"),
          Map.entry("Yard", "yd"),
          Map.entry("Mile", "mile"),
          Map.entry("Square meter", "㎡"),
          Map.entry("Square centimeter", "cm2"),
          Map.entry("Square millimeter", "mm2"),
          Map.entry("Square kilometer", "km2"),
          Map.entry("Square inch", "平方インチ"),
          Map.entry("Square foot", "平方フィート"),
          Map.entry("Square yard", "平方ヤード"),
          Map.entry("Square mile", "平方マイル"),
          Map.entry("Hectare", "ha"),
          Map.entry("Are", "アール"),
          Map.entry("Acre", "エーカー"),
          Map.entry("Milliliter", "ml"),
          Map.entry("Deciliter", "dl"),
          Map.entry("Liter", "L"),
          Map.entry("Kiloliter", "kL"),
          Map.entry("Cubic centimeter", "cm3"),
          Map.entry("Cubic meter", "m3"),
          Map.entry("Cubic kilometer", "立方キロメートル"),
          Map.entry("Cubic inch", "立方インチ"),
          Map.entry("Cubic foot", "立方フィート"),
          Map.entry("Cubic yard", "立方ヤード"),
          Map.entry("Cubic mile", "立方マイル"),
          Map.entry("Gallon", "gal"),
          Map.entry("Pint", "パイント"),
          Map.entry("Quart", "クォート"),
          Map.entry("Barrel", "バレル"),
          Map.entry("Watt", "W"),
          Map.entry("Kilowatt", "kW"),
          Map.entry("Bit", "bit"),
          Map.entry("Byte", "byte"),
          Map.entry("Kilobyte", "KB"),
          Map.entry("Megabyte", "MB"),
          Map.entry("Gigabyte", "GB"),
          Map.entry("Terabyte", "TB"),
          Map.entry("Kilometer per hour", "km/h"),
          Map.entry("Mile per hour", "mile/h"),
          Map.entry("Meter per second", "m/s"),
          Map.entry("Foot per second", "ft/s"),
          Map.entry("Kilometer per second", "km/s"));

  private NumberCases() {}

  private static String found(Row row) {
    String found = row.cell("first_match");
    return found.isEmpty() ? row.cell("input") : found;
  }

  private static String stated(String value) {
    return value.isEmpty() ? "" : plain(new BigDecimal(value));
  }

  private static String read(String cell) {
    return NumberReading.of(cell).map(NumberCases::plain).orElse("");
  }

  private static String plain(BigDecimal value) {
    BigDecimal rounded = value.scale() > 0 ? value.round(PRECISION) : value;
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  private static String statedMeasure(Row row) {
    String unit = row.cell("first_unit");
    String value = row.cell("first_value");
    return value.isEmpty() ? "" : stated(value) + UNITS.getOrDefault(unit, "?" + unit);
  }

  private static String readMeasure(Row row) {
    return MeasureReading.of(found(row), DecimalMark.EITHER)
        .filter(reading -> reading.before().isEmpty() && reading.parts().size() == 1)
        .map(reading -> reading.parts().getFirst())
        .map(part -> plain(part.value()) + part.unit() + part.bound())
        .orElse("");
  }
}
