package dev.totonoe.sample;

/// JAN codes as lists carry them. The company parts are invented: a hash of the maker's name.
final class GtinText {
  private GtinText() {}

  static String of(Product product, Dice dice) {
    String id = product.categoryId();
    if (id.isEmpty() && dice.chance(60)) {
      return "";
    }
    if (id.startsWith("10") && dice.chance(70)) {
      return checked("2" + dice.below(10) + digits(10, dice)); // in-store: 20 to 29
    }
    boolean imported = id.matches("130405|130202|140101|160105|160106|220301");
    if (imported && dice.chance(12)) {
      return checked("0" + digits(11, dice)).substring(1); // a UPC whose leading zero is lost
    }
    if (dice.chance(3)) {
      return dirty(checked("49" + digits(5, dice)), dice);
    }
    return dirty(checked(company(product, dice) + digits(5, dice)), dice);
  }

  private static String company(Product product, Dice dice) {
    int hash =
        product
            .maker()
            .map(maker -> Math.floorMod(maker.name().hashCode() * 0x9E3779B9, 200_000))
            .orElseGet(() -> dice.below(200_000));
    return (hash % 2 == 0 ? "49" : "45") + "%05d".formatted(hash / 2);
  }

  private static String dirty(String gtin, Dice dice) {
    int kind = dice.below(100);
    if (kind < 82) {
      return gtin;
    } else if (kind < 87) {
      return Dirt.fullWidthAscii(gtin);
    } else if (kind < 90 && gtin.length() == 13) {
      return gtin.charAt(0) + "-" + gtin.substring(1, 7) + "-" + gtin.substring(7);
    } else if (kind < 93) {
      return gtin.substring(0, 7) + " " + gtin.substring(7);
    } else if (kind < 95) {
      return gtin + " ";
    } else if (kind < 97) {
      return "'" + gtin;
    } else if (kind < 98) {
      return "";
    }
    int last = gtin.length() - 1;
    return gtin.substring(0, last) + (gtin.charAt(last) - '0' + 1) % 10; // a bad check digit
  }

  private static String digits(int count, Dice dice) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append(dice.below(10));
    }
    return digits.toString();
  }

  /// Appends the check digit (GS1 General Specifications, section 7.9).
  private static String checked(String payload) {
    int sum = 0;
    for (int i = 0; i < payload.length(); i++) {
      int weight = (payload.length() - i) % 2 == 1 ? 3 : 1;
      sum += weight * (payload.charAt(i) - '0');
    }
    return payload + (10 - sum % 10) % 10;
  }
}
