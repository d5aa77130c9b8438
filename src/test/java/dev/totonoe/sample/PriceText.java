package dev.totonoe.sample;

/// Prices as lists carry them.
final class PriceText {
  private PriceText() {}

  /// A list price without tax, or with a word on tax.
  static String list(int price, int taxPercent, Dice dice) {
    String grouped = grouped(price);
    return switch (dice.below(20)) {
      case 0 -> "￥" + grouped + "-";
      case 1 -> "￥" + grouped;
      case 2, 3 -> grouped + "円";
      case 4 -> grouped + "円(税込" + grouped(withTax(price, taxPercent)) + "円)";
      case 5 -> "税抜 " + price;
      case 6 -> Dirt.fullWidthAscii(String.valueOf(price));
      case 7 -> grouped;
      case 8 -> dice.chance(40) ? dice.pick("オープン価格", "OPEN", "-", "") : price + ".00";
      default -> String.valueOf(price);
    };
  }

  /// A price with tax, as a proposal prints it.
  static String withTax(int price, int taxPercent, Dice dice) {
    int withTax = withTax(price, taxPercent);
    return switch (dice.below(12)) {
      case 0 -> grouped(withTax) + "円";
      case 1 -> "￥" + grouped(withTax);
      case 2 -> "税込" + grouped(withTax) + "円";
      case 3 -> Dirt.fullWidthAscii(grouped(withTax)) + "円";
      case 4 -> dice.chance(30) ? "オープン" : grouped(withTax);
      default -> String.valueOf(withTax);
    };
  }

  static int withTax(int price, int taxPercent) {
    return price * (100 + taxPercent) / 100;
  }

  private static String grouped(int yen) {
    return String.format(java.util.Locale.ROOT, "%,d", yen);
  }
}
