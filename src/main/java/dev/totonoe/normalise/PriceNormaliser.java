package dev.totonoe.normalise;

/// Writes a price in yen as its number, with `税込` or `税抜` before it and `円` behind it where the
/// cell says so; two prices as `1280円(税込1382円)`. All that the cell states stays readable in it.
///
/// | input | output |
/// |---|---|
/// | `￥1,980-` | `1980円` |
/// | `1,280円(税込1,382円)` | `1280円(税込1382円)` |
/// | `税抜 298` | `税抜298` |
/// | `398円(税込)` | `税込398円` |
/// | `1.5万円` | `15000円` |
/// | `￥1.980` | unchanged |
/// | `398円/よりどり2パック750円` | unchanged |
/// | `オープン価格` | unchanged |
/// | `$12.50` | unchanged |
///
/// Known weakness: prices in other currencies are read but not rewritten; a unit price
/// (`100g当り298円`) is not read at all.
final class PriceNormaliser implements Normaliser {
  @Override
  public String rule() {
    return "price";
  }

  @Override
  public String unify(String text) {
    return PriceReading.of(text).unified().orElse(text);
  }
}
