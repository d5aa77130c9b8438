package dev.totonoe.train;

/// How a model does on labelled rows.
///
/// @param rows rows with a name and a label
/// @param skippedRows rows without
/// @param classes different labels among the rows
/// @param unknownLabelRows rows whose label the model does not have; each counts as wrong
/// @param accuracy over all rows, no abstention
/// @param weightedF1 over all rows: each label's F1, weighted by its rows
/// @param macroF1 over all rows: the mean F1 of the labels that occur or were given
/// @param threshold the bundle's
/// @param coverage the share of rows that reach the threshold
/// @param precision the share of those that are right; 0 where there are none
/// @param ece the expected calibration error
public record EvaluationReport(
    int rows,
    int skippedRows,
    int classes,
    int unknownLabelRows,
    double accuracy,
    double weightedF1,
    double macroF1,
    double threshold,
    double coverage,
    double precision,
    double ece) {}
