package wildrydes.ops.fleet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Counts what became of each unicorn of a load. */
final class LoadTally {

  /** What became of one. */
  sealed interface Entry {

    record Added() implements Entry {}

    record Moved() implements Entry {}

    record Unchanged() implements Entry {}

    record Busy(String name, Instant until) implements Entry {}

    record Unclear(String name) implements Entry {}

    static Entry of(String name, Change change, Entry done) {
      return switch (change) {
        case Change.Done _ -> done;
        case Change.Busy(Instant until) -> new Busy(name, until);
        case Change.Overtaken _ -> new Unclear(name);
      };
    }
  }

  private int added;
  private int moved;
  private int unchanged;
  private final List<LoadReport.Busy> busy = new ArrayList<>();
  private final List<String> unclear = new ArrayList<>();

  void add(Entry entry) {
    switch (entry) {
      case Entry.Added _ -> added++;
      case Entry.Moved _ -> moved++;
      case Entry.Unchanged _ -> unchanged++;
      case Entry.Busy(String name, Instant until) -> busy.add(new LoadReport.Busy(name, until));
      case Entry.Unclear(String name) -> unclear.add(name);
    }
  }

  LoadReport report() {
    return new LoadReport(added, moved, unchanged, List.copyOf(busy), List.copyOf(unclear));
  }
}
