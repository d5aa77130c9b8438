package dev.totonoe.report;

import dev.totonoe.record.Column;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// `report.html`: one page that opens from the file system, without scripts or anything from
/// elsewhere.
final class ReportPage {
  private static final String STYLE =
      """
      body{font:15px/1.5 system-ui,"Hiragino Sans","Yu Gothic UI","Noto Sans CJK JP",sans-serif;margin:2rem auto;
        max-width:62rem;padding:0 1rem;color:#1c2733}
      h1{font-size:1.5rem;margin:0}h2{font-size:1.1rem;margin:2rem 0 .5rem}
      p.sub{color:#5b6b7b;margin:.2rem 0 1.5rem;overflow-wrap:anywhere}
      .figures{display:flex;flex-wrap:wrap;gap:1rem}
      .figures div{border:1px solid #d5dde5;border-radius:.5rem;padding:.7rem 1.2rem;min-width:8rem}
      .figures b{display:block;font-size:1.6rem;font-variant-numeric:tabular-nums}
      .columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(18rem,1fr));gap:0 2rem}
      table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.25rem .5rem;border-bottom:1px solid #e5eaef}
      td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}th{color:#5b6b7b;font-weight:600}
      td{overflow-wrap:anywhere}
      """;

  private ReportPage() {}

  static String of(RunReport report) {
    Tally tally = report.tally();
    StringBuilder page = new StringBuilder(8_192);
    page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
        .append(escape(report.dataset()))
        .append(" – Totonoe</title>\n<style>\n")
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n<h1>")
        .append(escape(report.dataset()))
        .append("</h1>\n<p class=\"sub\">run ")
        .append(escape(report.run()))
        .append(" · fingerprint ")
        .append(escape(report.fingerprint()))
        .append(" · Totonoe ")
        .append(escape(report.worker()))
        .append("</p>\n<div class=\"figures\">");
    figure(page, "rows in", tally.rows());
    figure(page, "delivered", tally.products());
    figure(page, "rejected", tally.rejects());
    figure(page, "to review", tally.review());
    figure(page, "cells changed", tally.changes());
    page.append("</div>\n<div class=\"columns\">\n");
    table(page, "Rejected, by reason", tally.rejectsByReason());
    table(page, "To review, by reason", tally.reviewByReason());
    table(page, "Categories, by status", tally.categoriesByStatus());
    table(page, "Categories, by source", tally.categoriesBySource());
    table(page, "Changed cells, by column", tally.changesByColumn());
    table(page, "Changed cells, by rule", tally.changesByRule());
    page.append("</div>\n");
    inputs(page, report.inputs());
    columns(page, report.columns());
    return page.append("</body>\n</html>\n").toString();
  }

  private static void figure(StringBuilder page, String label, long value) {
    page.append("<div><b>").append(number(value)).append("</b>").append(label).append("</div>");
  }

  private static void table(StringBuilder page, String title, Map<String, Long> counts) {
    page.append("<section><h2>").append(title).append("</h2>\n");
    if (counts.isEmpty()) {
      page.append("<p class=\"sub\">none</p></section>\n");
      return;
    }
    page.append("<table>\n");
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(
            entry ->
                page.append("<tr><td>")
                    .append(escape(entry.getKey()))
                    .append("</td><td class=\"n\">")
                    .append(number(entry.getValue()))
                    .append("</td></tr>\n"));
    page.append("</table></section>\n");
  }

  private static void inputs(StringBuilder page, List<RunReport.Input> inputs) {
    page.append(
        "<h2>Inputs</h2>\n<table>\n<tr><th>file</th><th>encoding</th><th>delimiter</th><th class=\"n\">header line</th>"
            + "<th class=\"n\">records</th><th class=\"n\">bytes</th></tr>\n");
    for (RunReport.Input input : inputs) {
      page.append("<tr><td>")
          .append(escape(input.path()))
          .append("</td><td>")
          .append(escape(input.encoding()))
          .append("</td><td>")
          .append(escape(input.delimiter()))
          .append("</td><td class=\"n\">")
          .append(input.headerLine() == 0 ? "none" : number(input.headerLine()))
          .append("</td><td class=\"n\">")
          .append(number(input.records()))
          .append("</td><td class=\"n\">")
          .append(number(input.bytes()))
          .append("</td></tr>\n");
    }
    page.append("</table>\n");
  }

  private static void columns(StringBuilder page, List<Column> columns) {
    page.append("<h2>Columns</h2>\n<table>\n<tr><th>column</th><th>kind</th></tr>\n");
    for (Column column : columns) {
      page.append("<tr><td>")
          .append(escape(column.name()))
          .append("</td><td>")
          .append(column.kind().word())
          .append("</td></tr>\n");
    }
    page.append("</table>\n");
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
