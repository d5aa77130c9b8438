package dev.totonoe.profile;

import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.record.Column;
import java.util.List;

/// The dataset's columns and, per file, where each comes from.
///
/// The columns are those of the profile in its order, then all others of the input in order of
/// first appearance: nothing is lost. Headings that fold alike (width, case, spaces) are one column
/// in all files. A doubled heading of one file becomes `備考_2`, an empty one `column_7`.
///
/// **The worker's own columns.** A file that has `review_reasons`, `source_file` and `source_line`,
/// written exactly so, is taken for output that came in again: the last cell under each
/// `DerivedColumn` header is the worker's and not the user's. In any other file a heading such as
/// `gtin` is the user's; since `products.csv` cannot have two columns of one name, his is delivered
/// as `gtin_2`, and stays `gtin_2` when that output comes in again. A profile can name it
/// otherwise: `from: [gtin]`.
///
/// @param columns the dataset's columns, in the order of `products.csv`
/// @param files one for each file, in the order they were given
public record ColumnMapping(List<Column> columns, List<FileMapping> files) {
  public ColumnMapping {
    columns = List.copyOf(columns);
    files = List.copyOf(files);
  }

  /// Finds the profile's columns in the files and infers the kinds that it leaves open.
  ///
  /// @throws ConfigurationFailure with one line for each column of the profile that no file has and
  ///   each column that a file has twice
  public static ColumnMapping resolve(Profile profile, List<FileLook> looks) {
    List<ResolvedColumn> columns = ColumnResolver.resolve(profile, looks);
    return new ColumnMapping(
        columns.stream()
            .map(column -> profile.column(column.name(), column.guess().kind()))
            .toList(),
        ColumnResolver.fileMappings(columns, looks));
  }
}
