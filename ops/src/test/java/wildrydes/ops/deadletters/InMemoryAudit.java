package wildrydes.ops.deadletters;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what was written down. */
public final class InMemoryAudit implements Audit {

  private final List<Entry> entries = new CopyOnWriteArrayList<>();

  @Override
  public void write(Entry entry) {
    entries.add(entry);
  }

  public List<Entry> entries() {
    return List.copyOf(entries);
  }
}
