package dev.totonoe.normalise;

/// Writes a price as its number, with `税込` or `税抜` before it and the currency behind it where the
/// cell says so: `円` for yen, the ISO 4217 code for others; two prices as `1280円(税込1382円)`; what
/// stands for "no price" in one spelling. All that the cell states stays readable in it.
///
/// | input | output |
/// |---|---|
/// | `￥1,980-` | `1980円` |
/// | `1,280円(税込1,382円)` | `1280円(税込1382円)` |
/// | `税抜 298` | `税抜298` |
/// | `398円(税込)` | `税込398円` |
/// | `1.5万円` | `15000円` |
/// | `千二百八十円` | `1280円` |
/// | `通常1,980円 特価1,480円` | `通常1980円 特価1480円` |
/// | `1.234,56 €` | `1234.56 EUR` |
/// | `$1,299` | `$1299` |
/// | `OPEN` | `オープン価格` |
/// | `お問合せ` | `要問合せ` |
/// | `￥0-` | `0円` |
/// | `￥1.980` | unchanged |
/// | `398円/よりどり2パック750円` | unchanged |
/// | `298円/100g` | unchanged |
///
/// Known weakness: a cell with more than prices in it (a unit price, a tax rate, shipping) is read
/// but not rewritten.
final class PriceNormaliser implements Normaliser {
  private final PriceColumn column;

  PriceNormaliser() {
    this(PriceColumn.PLAIN);
  }

  /// @param column which currency and decimals are meant where cells are silent
  PriceNormaliser(PriceColumn column) {
    this.column = column;
  }

  @Override
  public String rule() {
    return "price";
  }

  /// The unified spelling, if it says the same as the cell and is its own.
  @Override
  public String unify(String text) {
    PriceReading reading = column.read(text);
    return column.read(reading.unified()).equals(reading) ? reading.unified() : text;
  }
}
