package dev.totonoe.profile;

import dev.totonoe.profile.ResolvedColumn.Guess;
import dev.totonoe.record.ColumnKind;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Guesses what a column holds from its heading and its cells.
///
/// A wrong kind costs more than none, so a heading is believed only where most of the cells look
/// like it: a column `価格` of codes is no price. Without a known heading, cells alone make a column
/// a GTIN (check digits do not come by chance) or text (Japanese words); anything else is kept as
/// it is.
public final class KindInference {
  /// The part of the filled cells that must look like what the heading says.
  private static final double LIKELY = 0.6;

  /// The part of the filled cells that must be valid GTINs where no heading says so, and how many
  /// different ones there must be: five by chance have a probability of 1 in 100,000.
  private static final double CERTAIN = 0.9;

  private static final int DISTINCT_GTINS_MIN = 5;

  /// Headings that say no more than `item` may as well stand over item numbers.
  private static final int SURE_NAME_RANK_MAX = 1;

  private KindInference() {}

  /// What the column holds; never more certain than its heading and cells are.
  ///
  /// @param sampleValues some of its cells as they stand, the empty ones included
  public static ColumnKind infer(String heading, List<String> sampleValues) {
    return guess(List.of(heading), sampleValues).kind();
  }

  /// @param headings the names of the column, the first that says something counts
  static Guess guess(List<String> headings, List<String> values) {
    List<String> filled = values.stream().filter(ValueLooks::isFilled).toList();
    for (String heading : headings) {
      Optional<Guess> sure = fromBoth(heading, values);
      if (sure.isPresent()) {
        return sure.get();
      }
    }
    for (String heading : headings) {
      Optional<ColumnKind> kind = HeadingWords.kind(heading);
      if (kind.isPresent()) {
        return fromHeading(heading, byCells(kind.get(), filled), filled);
      }
    }
    return fromCells("the heading says nothing", headings.getFirst(), filled);
  }

  /// A heading `サイズ` says less than its cells.
  private static ColumnKind byCells(ColumnKind kind, List<String> filled) {
    if (kind != ColumnKind.SIZE
        || filled.isEmpty()
        || part(filled, ValueLooks::likeSize) >= LIKELY) {
      return kind;
    }
    return part(filled, ValueLooks::likeDimensions) >= LIKELY
        ? ColumnKind.DIMENSIONS
        : ColumnKind.CONTENT;
  }

  /// Kinds that a heading only hints at: a column is one where the cells say so too, and otherwise
  /// whatever it is without the hint. `なし` counts here: it is an answer in a column of yes and no.
  private static Optional<Guess> fromBoth(String heading, List<String> values) {
    List<String> written = values.stream().filter(value -> !value.isBlank()).toList();
    return HeadingWords.hint(heading)
        .filter(kind -> !written.isEmpty() && part(written, likeKind(kind, heading)) >= LIKELY)
        .map(
            kind ->
                new Guess(
                    kind,
                    "the heading, %d %% of the cells"
                        .formatted(percent(part(written, likeKind(kind, heading))))));
  }

  private static Guess fromHeading(String heading, ColumnKind kind, List<String> filled) {
    if (kind == ColumnKind.TEXT) {
      return new Guess(kind, "the heading");
    }
    if (kind == ColumnKind.CODE && isGtin(heading, filled)) {
      return new Guess(ColumnKind.GTIN, "the cells: valid check digits");
    }
    if (filled.isEmpty()) {
      return needsCells(kind)
          ? new Guess(
              ColumnKind.KEEP,
              "the heading says %s, but the cells are empty".formatted(kind.word()))
          : new Guess(kind, "the heading");
    }
    double part = part(filled, likeKind(kind, heading));
    if (part >= LIKELY) {
      return new Guess(kind, "the heading, %d %% of the cells".formatted(percent(part)));
    }
    return fromCells(
        "the heading says %s, but only %d %% of the cells do".formatted(kind.word(), percent(part)),
        heading,
        filled);
  }

  private static Guess fromCells(String because, String heading, List<String> filled) {
    if (isGtin(heading, filled)) {
      return new Guess(ColumnKind.GTIN, "the cells: valid check digits");
    }
    boolean words = !filled.isEmpty() && part(filled, ValueLooks::hasWordsBeyondAscii) >= LIKELY;
    return words
        ? new Guess(ColumnKind.TEXT, because + "; the cells are words")
        : new Guess(ColumnKind.KEEP, because);
  }

  /// Kinds whose normalisers would do harm in a column that only happens to have such a heading.
  private static boolean needsCells(ColumnKind kind) {
    return switch (kind) {
      case GTIN, PRICE, DATE, CONTENT, NUMBER, MEASURE, DIMENSIONS, SIZE -> true;
      case COLOUR, UNIT, YES_NO, LIST, PHONE, POSTAL_CODE, URL, EMAIL -> true;
      case NAME, TEXT, CODE, MAKER, CATEGORY, KEEP -> false;
    };
  }

  private static Predicate<String> likeKind(ColumnKind kind, String heading) {
    return switch (kind) {
      case GTIN -> ValueLooks::likeGtin;
      case PRICE -> ValueLooks::likePrice;
      case DATE -> ValueLooks::likeDate;
      case CONTENT -> ValueLooks::likeContent;
      case NUMBER -> ValueLooks::likeNumber;
      case MEASURE -> ValueLooks::likeMeasure;
      case DIMENSIONS -> ValueLooks::likeDimensions;
      case SIZE -> ValueLooks::likeSize;
      case CODE -> ValueLooks::likeCode;
      case COLOUR -> WordLooks::likeColour;
      case UNIT -> WordLooks::likeUnit;
      case YES_NO -> WordLooks::likeYesNo;
      case PHONE -> WordLooks::likePhone;
      case POSTAL_CODE -> WordLooks::likePostalCode;
      case URL -> WordLooks::likeUrl;
      case EMAIL -> WordLooks::likeEmail;
      case LIST -> value -> false; // only a profile can name the table
      case NAME ->
          HeadingWords.nameRank(heading) <= SURE_NAME_RANK_MAX
              ? ValueLooks::hasLetters
              : ValueLooks::likeWords;
      case MAKER, CATEGORY -> ValueLooks::hasLetters;
      case TEXT, KEEP -> value -> true;
    };
  }

  private static boolean isGtin(String heading, List<String> filled) {
    return !HeadingWords.isOfParty(heading)
        && !filled.isEmpty()
        && part(filled, ValueLooks::isValidGtin) >= CERTAIN
        && filled.stream().distinct().filter(ValueLooks::isValidGtin).count() >= DISTINCT_GTINS_MIN;
  }

  private static long percent(double part) {
    return Math.round(100 * part);
  }

  private static double part(List<String> filled, Predicate<String> test) {
    return (double) filled.stream().filter(test).count() / filled.size();
  }
}
