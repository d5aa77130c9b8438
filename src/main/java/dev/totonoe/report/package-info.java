/// The numbers of a run and the pages that show them. Tallies of shards come in, `report.json` and
/// `report.html` go out, the same bytes for the same results. Nothing here counts time: what
/// differs between two runs over the same input belongs to the log.
@NullMarked
package dev.totonoe.report;

import org.jspecify.annotations.NullMarked;
