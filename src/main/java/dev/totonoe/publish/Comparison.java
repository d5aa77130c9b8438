package dev.totonoe.publish;

import dev.totonoe.csv.CsvSink;
import dev.totonoe.csv.OutputFormat;
import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.IoReason;
import dev.totonoe.layout.PendingFiles;
import dev.totonoe.publish.Difference.Kind;
import dev.totonoe.record.DerivedColumn;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What two runs made differently of the same records: delivered or rejected, and cell by cell.
///
/// Records are the same when they start on the same line of the same input file. Where one of the
/// runs does not know the lines of a file, because its records are output that came in again and
/// name another source, they are the same by their number in the file. Cells are the same by the
/// heading of their column.
///
/// Both runs are read once, side by side, in the order of the input. Memory: one record of each.
public final class Comparison {
  private final PublishedRun first;
  private final PublishedRun second;
  private final Set<String> sharedFiles = new HashSet<>();
  private final Set<String> filesWithLines = new HashSet<>();

  public Comparison(PublishedRun first, PublishedRun second) {
    this.first = first;
    this.second = second;
    Map<String, RunManifest.Input> others = new HashMap<>();
    second.manifest().inputs().forEach(input -> others.put(input.path(), input));
    for (RunManifest.Input input : first.manifest().inputs()) {
      RunManifest.Input other = others.get(input.path());
      if (other != null) {
        sharedFiles.add(input.path());
        if (!input.carriesSource() && !other.carriesSource()) {
          filesWithLines.add(input.path());
        }
      }
    }
  }

  /// Compares, and writes every difference to a CSV file.
  ///
  /// @param csv the file; one that is there is replaced
  /// @param differences takes each difference too
  public DifferenceCounts compareInto(Path csv, Consumer<Difference> differences) {
    try (PendingFiles pending = new PendingFiles()) {
      DifferenceCounts counts;
      try (OutputStream out = ProofStream.create(pending.reserve(csv));
          CsvSink sink = new CsvSink(out, OutputFormat.standard())) {
        sink.start(Difference.HEADER);
        counts =
            compare(
                difference -> {
                  write(difference, sink, csv);
                  differences.accept(difference);
                });
      }
      pending.commit();
      return counts;
    } catch (IOException e) {
      throw cannotWrite(csv, e);
    }
  }

  private static void write(Difference difference, CsvSink sink, Path csv) {
    try {
      sink.row(difference.row());
    } catch (IOException e) {
      throw cannotWrite(csv, e);
    }
  }

  private static EnvironmentFailure cannotWrite(Path csv, IOException e) {
    return new EnvironmentFailure(csv + ": cannot be written: " + IoReason.of(e), e);
  }

  /// Compares.
  ///
  /// @param differences takes each difference, in the input's order; records of a file that only
  ///   one of the runs has are counted but not told one by one
  /// @throws EnvironmentFailure when the files of a run do not belong together
  public DifferenceCounts compare(Consumer<Difference> differences) {
    try (Side a = new Side(RunRecords.asDelivered(first));
        Side b = new Side(RunRecords.asDelivered(second))) {
      List<SharedColumn> columns = SharedColumn.of(a.records.header(), b.records.header());
      DifferenceCounts.Counter counter =
          new DifferenceCounts.Counter(
              columns.stream().map(SharedColumn::name).toList(),
              DerivedColumn.CATEGORY_PATH.header());
      Consumer<Difference> found =
          difference -> {
            counter.count(difference);
            if (sharedFiles.contains(difference.file())) {
              counter.told();
              differences.accept(difference);
            }
          };
      while (a.hasNext() || b.hasNext()) {
        int order = order(a, b);
        if (order < 0) {
          RunRecord gone = a.take();
          found.accept(difference(gone, Kind.GONE, state(gone), ""));
        } else if (order > 0) {
          RunRecord added = b.take();
          found.accept(difference(added, Kind.NEW, "", state(added)));
        } else {
          compare(a.take(), b.take(), columns, counter, found);
        }
      }
      return counter.counts();
    }
  }

  /// Which side's next record comes first in the input; 0: it is the same record.
  private int order(Side a, Side b) {
    if (!a.hasNext() || !b.hasNext()) {
      return a.hasNext() ? -1 : 1;
    }
    int byFile = a.peek().input().path().compareTo(b.peek().input().path());
    return byFile != 0 ? byFile : Long.compare(position(a.peek()), position(b.peek()));
  }

  private long position(RunRecord record) {
    return line(record).orElse(record.ordinal());
  }

  private OptionalLong line(RunRecord record) {
    return filesWithLines.contains(record.input().path()) ? record.line() : OptionalLong.empty();
  }

  private void compare(
      RunRecord a,
      RunRecord b,
      List<SharedColumn> columns,
      DifferenceCounts.Counter counter,
      Consumer<Difference> found) {
    if (a instanceof RunRecord.Delivered before && b instanceof RunRecord.Delivered after) {
      boolean differs = false;
      for (SharedColumn column : columns) {
        String cellBefore = before.row().get(column.ofFirst());
        String cellAfter = after.row().get(column.ofSecond());
        if (!cellBefore.equals(cellAfter)) {
          differs = true;
          found.accept(cell(a, column.name(), cellBefore, cellAfter));
        }
      }
      counter.compared(differs);
    } else if (!state(a).equals(state(b))) {
      Kind kind =
          a instanceof RunRecord.Delivered
              ? Kind.REJECTED
              : b instanceof RunRecord.Delivered ? Kind.DELIVERED : Kind.REASON;
      found.accept(difference(a, kind, state(a), state(b)));
    }
  }

  private static String state(RunRecord record) {
    return switch (record) {
      case RunRecord.Delivered _ -> "delivered";
      case RunRecord.Rejected rejected -> "rejected: " + rejected.reason();
    };
  }

  private Difference difference(RunRecord record, Kind kind, String before, String after) {
    return new Difference(record.input().path(), shown(record), kind, "", before, after);
  }

  private Difference cell(RunRecord record, String column, String before, String after) {
    return new Difference(record.input().path(), shown(record), Kind.CELL, column, before, after);
  }

  private String shown(RunRecord record) {
    OptionalLong line = line(record);
    return line.isPresent() ? Long.toString(line.getAsLong()) : "#" + record.ordinal();
  }

  /// A column that both runs have.
  private record SharedColumn(String name, int ofFirst, int ofSecond) {
    static List<SharedColumn> of(List<String> first, List<String> second) {
      List<SharedColumn> columns = new ArrayList<>();
      for (int i = 0; i < first.size(); i++) {
        int index = second.indexOf(first.get(i));
        if (index >= 0) {
          columns.add(new SharedColumn(first.get(i), i, index));
        }
      }
      return columns;
    }
  }

  /// One run's records; the next one can be looked at.
  private static final class Side implements AutoCloseable {
    private final RunRecords records;
    private @Nullable RunRecord next;

    Side(RunRecords records) {
      this.records = records;
    }

    boolean hasNext() {
      if (next == null && records.hasNext()) {
        next = records.next();
      }
      return next != null;
    }

    RunRecord peek() {
      if (!hasNext() || next == null) {
        throw new NoSuchElementException();
      }
      return next;
    }

    RunRecord take() {
      RunRecord record = peek();
      next = null;
      return record;
    }

    @Override
    public void close() {
      records.close();
    }
  }
}
