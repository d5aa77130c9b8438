package dev.totonoe.sample;

import dev.totonoe.sample.Lexicon.Maker;
import java.util.List;
import java.util.Locale;

/// One product's cells as different hands fill them in.
final class Cells {
  private static final List<String> NOISE_BEFORE =
      List.of(
          "【送料無料】",
          "＼全品ポイント2倍／",
          "『最安挑戦』",
          "【新発売】",
          "★新商品★ ",
          "【楽天総合1位】",
          "●広告の品● ",
          "[代引不可] ",
          "【期間限定価格】");

  private static final List<String> NOISE_AFTER =
      List.of("【在庫限り】", " [メーカー直送]", "（返品不可）", " ※店長おすすめ", "【まとめ買いがお得】", "≪数量限定特価≫");

  private static final List<String> SMALL_MAKERS =
      List.of("㈲髙橋商店", "㈱﨑山水産", "(株)山﨑食品", "㈲ﾏﾙﾅｶ髙木製造所", "自社", "メーカー不明", "輸入品", "", "");

  private static final List<String> CASE_COUNTS =
      List.of("6", "12", "20", "24", "30", "48", "10", "1");

  private final Product product;
  private final Sections sections;
  private final Dice dice;

  Cells(Product product, Sections sections, Dice dice) {
    this.product = product;
    this.sections = sections;
    this.dice = dice;
  }

  String code(int row) {
    String code = "%06d".formatted(4100 + row * 7);
    return switch (dice.below(25)) {
      case 0 -> Dirt.fullWidthAscii(code);
      case 1 -> code + " ";
      default -> code;
    };
  }

  String gtin() {
    return GtinText.of(product, dice);
  }

  /// A third of the names are tidy but for the words that an old system abbreviates.
  String name() {
    String name = product.name(dice.chance(35), dice.chance(55));
    if (dice.chance(3)) {
      name = name + " " + dice.pick("①", "②", "№1", "(仮)", "Ⅱ", "㊤");
    }
    if (dice.chance(52)) {
      name = Dirt.name(name, dice);
    }
    if (dice.chance(4)) {
      name = dice.pick(NOISE_BEFORE) + name;
    } else if (dice.chance(3)) {
      name = name + dice.pick(NOISE_AFTER);
    }
    return name;
  }

  String maker() {
    if (product.maker().isEmpty()) {
      return dice.pick(SMALL_MAKERS);
    }
    Maker maker = product.maker().get();
    int kind = dice.below(100);
    if (kind < 45) {
      return maker.name();
    } else if (kind < 70) {
      String company = dice.pick("㈱", "(株)", "株式会社", "（株）");
      return maker.companyFirst() ? company + maker.name() : maker.name() + company;
    } else if (kind < 92 && !maker.spellings().isEmpty()) {
      String spelling = dice.pick(maker.spellings());
      return dice.chance(50) ? Dirt.halfWidthKana(spelling) : spelling;
    } else if (kind < 96) {
      return Dirt.halfWidthKana(maker.name());
    }
    return "";
  }

  String size() {
    return dice.chance(4) ? "" : Dirt.size(product.size(), dice);
  }

  String caseCount() {
    String count = dice.pick(CASE_COUNTS);
    return switch (dice.below(12)) {
      case 0 -> count + "入";
      case 1 -> Dirt.fullWidthAscii(count);
      case 2 -> "1×" + count;
      default -> count;
    };
  }

  String price() {
    return PriceText.list(product.price(), taxPercent(), dice);
  }

  String priceWithTax() {
    return PriceText.withTax(product.price(), taxPercent(), dice);
  }

  /// What the shop pays: 58 to 82 per cent of the list price.
  String cost() {
    int sen = product.price() * dice.between(58, 82);
    return dice.chance(70)
        ? String.valueOf(sen / 100)
        : String.format(Locale.ROOT, "%d.%d", sen / 100, sen / 10 % 10);
  }

  String date() {
    return DateText.of(dice);
  }

  String category() {
    String section = sections.of(product.categoryId(), dice);
    return dice.chance(15) ? Dirt.halfWidthKana(section) : section;
  }

  String note() {
    String major = product.categoryId().substring(0, 2);
    String keeping =
        switch (major) {
          case "11" -> "要冷蔵(10℃以下)";
          case "12" -> "要冷凍(-18℃以下)";
          case "16" -> "20歳以上の年齢であることを確認できない場合は販売できません";
          default -> "常温保存";
        };
    return switch (dice.below(12)) {
      case 0, 1 -> keeping + "\nケース単位で出荷";
      case 2 -> keeping + "\n\"春の新提案\"";
      case 3, 4 -> keeping;
      case 5 -> "試食販売可,\n販促物あり";
      case 6 -> dice.pick("=要確認", "@担当者に照会", "+販促金あり", "－");
      default -> "";
    };
  }

  String categoryId() {
    return product.categoryId();
  }

  /// The reduced rate is for food and drink without alcohol.
  private int taxPercent() {
    boolean food = product.categoryId().matches("1[0-5].*|17010[12]|2203.*");
    return food ? 8 : 10;
  }
}
