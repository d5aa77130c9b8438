package dev.totonoe.categorise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// A text beside the product's name that a model can have learnt from.
public enum FurtherText {
  MAKER(ProductText::maker),
  SOURCE_CATEGORY(ProductText::sourceCategory),
  DESCRIPTION(ProductText::description);

  private final Function<ProductText, String> cell;

  FurtherText(Function<ProductText, String> cell) {
    this.cell = cell;
  }

  /// The word used in files, such as `source_category`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<FurtherText> of(String word) {
    return Arrays.stream(values()).filter(text -> text.word().equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(FurtherText::word).toList();
  }

  /// A product's name and further texts, as [dev.totonoe.text.FeatureExtractor] takes them.
  public static List<String> withName(ProductText product, List<FurtherText> texts) {
    List<String> all = new ArrayList<>(1 + texts.size());
    all.add(product.name());
    texts.forEach(text -> all.add(text.cell.apply(product)));
    return all;
  }
}
