package dev.totonoe.normalise;

/// Writes a measure as digits and the unit's one spelling ([MeasureUnits]), directly behind each
/// other; nothing is converted. A bare number, whose unit the heading may name, is written as
/// [NumberNormaliser] does.
///
/// | input | output |
/// |---|---|
/// | `20゜C` | `20℃` |
/// | `摂氏20度` | `20℃` |
/// | `39,1％` | `39.1%` |
/// | `１，２００Ｗ` | `1200W` |
/// | `100キロカロリー` | `100kcal` |
/// | `約1.50㎏` | `約1.5kg` |
/// | `5℃〜10℃` | `5～10℃` |
/// | `ＡＬＣ５％` | `アルコール分5%` |
/// | `アルコール度数:15度以上16度未満` | `アルコール分15%以上16%未満` |
/// | `1,200` | `1200` |
/// | `5.5度` | unchanged |
/// | `500ml` | unchanged |
/// | `5～10` | unchanged |
/// | `強` | unchanged |
///
/// `0.00%` keeps its zeros, which promise more than `0%`, and so does `1.500kg`, which may be 1500
/// kg. Degrees are per cent of alcohol only where the cell names alcohol; elsewhere `度` and `゜` may
/// be of an angle or a temperature, and are written `度`.
///
/// Known weakness: `ミリ` is taken for millimetres and `キロ` for kilograms, which are millilitres and
/// kilometres in some columns; a measure with a remark behind it (`100V(強)`) stays as it is.
final class MeasureNormaliser implements Normaliser {
  private final DecimalMark mark;
  private final NumberNormaliser number;

  MeasureNormaliser() {
    this(DecimalMark.EITHER);
  }

  MeasureNormaliser(DecimalMark mark) {
    this.mark = mark;
    this.number = new NumberNormaliser(mark);
  }

  @Override
  public String rule() {
    return "measure";
  }

  @Override
  public String unify(String text) {
    return MeasureReading.of(text, mark)
        .map(reading -> reading.written(mark))
        .orElseGet(() -> number.unify(text));
  }

  /// Whether a unified cell is a measure or a number, or says that there is none.
  boolean isReadable(String cell) {
    return MeasureReading.of(cell, mark).isPresent() || number.isNumber(cell);
  }
}
