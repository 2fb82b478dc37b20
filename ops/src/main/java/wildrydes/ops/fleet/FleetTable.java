package wildrydes.ops.fleet;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import wildrydes.messages.Location;

/**
 * Adds, moves and removes unicorns by name. Where they stand is where dispatching finds them,
 * within a minute: until then a copy of {@code wildrydes.dispatcher} may remember that nobody is
 * free there.
 */
public final class FleetTable {

  /** Writes under way at a time while loading: enough to hide the way to AWS and back. */
  private static final int PARALLEL = 16;

  private final FleetStore store;
  private final InstantSource clock;

  /** The fleet in the table of that name, which must exist. */
  public FleetTable(DynamoDbClient dynamoDb, String tableName) {
    this(new DynamoDbFleetStore(dynamoDb, tableName), InstantSource.system());
  }

  public FleetTable(FleetStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  public boolean isEmpty() {
    return store.isEmpty();
  }

  /** Every item of the table, in no order. */
  public List<FleetEntry> entries() {
    return store.entries();
  }

  public Answer add(PlacedUnicorn unicorn) {
    if (!named(unicorn.name()).isEmpty()) {
      return new Answer.NameTaken();
    }
    return answer(store.add(unicorn));
  }

  /** Lets the unicorn stand elsewhere from now on. */
  public Answer move(String name, Location to) {
    List<FleetEntry> found = named(name);
    if (found.size() > 1) {
      return new Answer.Unclear("the table has " + found.size() + " of that name");
    }
    return found.stream()
        .map(
            entry ->
                switch (entry) {
                  case FleetEntry.Standing standing ->
                      answer(
                          store.replace(
                              standing.stall(),
                              new PlacedUnicorn(standing.placed().unicorn(), to),
                              clock.instant()));
                  case FleetEntry.Damaged damaged ->
                      new Answer.Unclear("its item is damaged: " + damaged.why());
                })
        .findFirst()
        .orElseGet(Answer.NoSuchUnicorn::new);
  }

  /** Takes every item of that name away, damaged ones too. */
  public Answer remove(String name) {
    List<FleetEntry> found = named(name);
    if (found.isEmpty()) {
      return new Answer.NoSuchUnicorn();
    }
    Answer last = new Answer.Done();
    for (FleetEntry entry : found) {
      last = answer(store.remove(entry.stall(), clock.instant()));
      if (!(last instanceof Answer.Done)) {
        return last;
      }
    }
    return last;
  }

  /** Loads without showing how far it is. */
  public LoadReport load(List<PlacedUnicorn> unicorns) {
    return load(unicorns, () -> {});
  }

  /**
   * Makes the table hold these unicorns as they are given, and leaves all others alone. Done again,
   * it finds nothing left to do.
   *
   * @param unicorns with no name twice, as {@link FleetFile} makes sure
   * @param onEach called after each unicorn, by one thread at a time
   */
  public LoadReport load(List<PlacedUnicorn> unicorns, Runnable onEach) {
    Map<String, List<FleetEntry>> byName =
        store.entries().stream().collect(groupingBy(FleetEntry::name));
    var tally = new LoadTally();
    try (ExecutorService workers =
        Executors.newFixedThreadPool(PARALLEL, Thread.ofVirtual().factory())) {
      List<Future<LoadTally.Entry>> entries =
          unicorns.stream()
              .map(
                  unicorn ->
                      workers.submit(
                          () -> load(unicorn, byName.getOrDefault(unicorn.name(), List.of()))))
              .toList();
      for (Future<LoadTally.Entry> entry : entries) {
        tally.add(finished(entry, workers));
        onEach.run();
      }
    }
    return tally.report();
  }

  private LoadTally.Entry load(PlacedUnicorn unicorn, List<FleetEntry> present) {
    if (present.size() > 1) {
      return new LoadTally.Entry.Unclear(unicorn.name());
    }
    if (present.isEmpty()) {
      return LoadTally.Entry.of(unicorn.name(), store.add(unicorn), new LoadTally.Entry.Added());
    }
    FleetEntry entry = present.getFirst();
    if (entry instanceof FleetEntry.Standing standing && standing.placed().equals(unicorn)) {
      return new LoadTally.Entry.Unchanged();
    }
    Change change = store.replace(entry.stall(), unicorn, clock.instant());
    return LoadTally.Entry.of(unicorn.name(), change, new LoadTally.Entry.Moved());
  }

  /** The first failure ends the load: what is not begun is left, and a second load completes it. */
  private static LoadTally.Entry finished(Future<LoadTally.Entry> entry, ExecutorService workers) {
    try {
      return entry.get();
    } catch (ExecutionException e) {
      workers.shutdownNow();
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("loading a unicorn broke", e.getCause());
    } catch (InterruptedException e) {
      workers.shutdownNow();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("loading was interrupted", e);
    }
  }

  private List<FleetEntry> named(String name) {
    return store.entries().stream().filter(entry -> entry.name().equals(name)).toList();
  }

  private static Answer answer(Change change) {
    return switch (change) {
      case Change.Done _ -> new Answer.Done();
      case Change.Busy(Instant until) -> new Answer.Busy(until);
      case Change.Overtaken _ -> new Answer.Unclear("somebody else changed it at this moment");
    };
  }
}
