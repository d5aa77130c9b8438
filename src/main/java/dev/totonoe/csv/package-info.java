/// Raw files as bytes come in: their encoding, dialect, header and record bounds are found, and
/// each stretch of whole records is read back as records and rejects. Rows go out as CSV text in
/// the encoding and dialect that is asked for. The room never interprets a cell, never changes one,
/// and never drops a record without a reject that says why.
@NullMarked
package dev.totonoe.csv;

import org.jspecify.annotations.NullMarked;
