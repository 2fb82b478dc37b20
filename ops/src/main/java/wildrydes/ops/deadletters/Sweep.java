package wildrydes.ops.deadletters;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import wildrydes.messages.RideId;
import wildrydes.ops.deadletters.DeadLetterQueues.Count;
import wildrydes.ops.deadletters.RideRecords.RideRecord;

/**
 * Finds dead letters by going through them all: SQS can only be asked for the next ones, so what
 * was seen is held until the sweep is over.
 */
public final class Sweep {

  /** After a crash nobody sees the messages for this long; the more there are, the longer. */
  private static final int SHORTEST_HOLD_SECONDS = 10;

  private static final int LONGEST_HOLD_SECONDS = 60;
  private static final int SEEN_A_SECOND = 1000;

  private static final Duration LONGEST = Duration.ofSeconds(45);

  private static final int A_CALL = 10;
  private static final int WORKERS = 8;
  private static final int RIDES_A_CALL = 100;

  private final DeadLetterQueues queues;
  private final RideRecords rides;
  private final InstantSource clock;

  public Sweep(DeadLetterQueues queues, RideRecords rides, InstantSource clock) {
    this.queues = queues;
    this.rides = rides;
    this.clock = clock;
  }

  /**
   * What was found.
   *
   * @param letters the oldest first
   * @param unseen how many of each lane could not be seen, about: others hold them
   */
  public record Found(List<ExplainedLetter> letters, Map<Lane, Integer> unseen) {

    public Found {
      letters = List.copyOf(letters);
      unseen = Map.copyOf(unseen);
    }

    public int allUnseen() {
      return unseen.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  /**
   * Goes through the lanes until all that is meant is found, or nothing is left to see.
   *
   * @param holds to which all that was seen is given
   * @param seen told how many were seen so far, by one thread at a time
   */
  public Found find(Selection selection, Holds holds, LongConsumer seen) {
    Map<Lane, Count> counts = new EnumMap<>(Lane.class);
    selection.lanes().forEach(lane -> counts.put(lane, queues.count(lane)));
    Map<String, DeadLetter> letters = new ConcurrentHashMap<>();
    var end = clock.instant().plus(LONGEST);
    BooleanSupplier over =
        () -> clock.instant().isAfter(end) || isEnough(selection, letters.values());
    List<Callable<Boolean>> workers = new ArrayList<>();
    counts.forEach(
        (lane, count) -> {
          for (int i = 0; i < workersFor(count); i++) {
            workers.add(() -> read(lane, count, selection, letters, holds, seen, over));
          }
        });
    ParallelCalls.answers(workers);
    boolean complete = !isEnough(selection, letters.values());
    return new Found(
        explained(letters.values(), selection), complete ? unseen(counts, letters) : Map.of());
  }

  private static int workersFor(Count count) {
    return Math.clamp(count.visible() / A_CALL, 1, WORKERS);
  }

  private boolean read(
      Lane lane,
      Count count,
      Selection selection,
      Map<String, DeadLetter> letters,
      Holds holds,
      LongConsumer seen,
      BooleanSupplier over) {
    Duration hold = holdFor(count);
    // The count may be wrong, and so may be an empty answer; both at once hardly are.
    for (int empty = 0; empty < 2 && !over.getAsBoolean(); ) {
      List<DeadLetter> some = queues.receive(lane, A_CALL, hold);
      holds.add(some, hold);
      boolean isNews = some.stream().anyMatch(letter -> !letters.containsKey(letter.messageId()));
      some.forEach(letter -> letters.put(letter.messageId(), letter));
      boolean isAll = ofLane(letters, lane) >= count.visible();
      if (isNews) {
        some.stream().filter(letter -> isToBeKept(letter, selection)).forEach(holds::keep);
        tell(seen, letters.size());
      } else if (isAll) {
        return true;
      } else if (some.isEmpty()) {
        empty++;
      }
    }
    return true;
  }

  private static Duration holdFor(Count count) {
    return Duration.ofSeconds(
        Math.clamp(count.visible() / SEEN_A_SECOND, SHORTEST_HOLD_SECONDS, LONGEST_HOLD_SECONDS));
  }

  /** Whoever names a message may want to change it. */
  private static boolean isToBeKept(DeadLetter letter, Selection selection) {
    return selection.messageIds().contains(letter.messageId());
  }

  private synchronized void tell(LongConsumer seen, int count) {
    seen.accept(count);
  }

  private static int ofLane(Map<String, DeadLetter> letters, Lane lane) {
    return (int) letters.values().stream().filter(letter -> letter.lane() == lane).count();
  }

  private static Map<Lane, Integer> unseen(
      Map<Lane, Count> counts, Map<String, DeadLetter> letters) {
    Map<Lane, Integer> unseen = new EnumMap<>(Lane.class);
    counts.forEach(
        (lane, count) -> unseen.put(lane, Math.max(0, count.all() - ofLane(letters, lane))));
    return unseen;
  }

  /** Whether no other message can be meant; a cause is known only once the rides are read. */
  private boolean isEnough(Selection selection, Collection<DeadLetter> letters) {
    OptionalInt most = selection.most();
    return selection.cause().isEmpty()
        && most.isPresent()
        && letters.stream()
                .filter(letter -> selection.matches(letter, new Cause(""), clock.instant()))
                .count()
            >= most.getAsInt();
  }

  private List<ExplainedLetter> explained(Collection<DeadLetter> letters, Selection selection) {
    Map<RideId, RideRecord> records = records(letters);
    Stream<ExplainedLetter> meant =
        letters.stream()
            .map(letter -> new ExplainedLetter(letter, letter.rideId().map(records::get)))
            .filter(
                explained ->
                    selection.matches(explained.letter(), explained.cause(), clock.instant()))
            .sorted(comparing((ExplainedLetter explained) -> explained.letter().sent()));
    return meant.limit(selection.limit().orElse(Integer.MAX_VALUE)).toList();
  }

  private Map<RideId, RideRecord> records(Collection<DeadLetter> letters) {
    List<RideId> wanted =
        letters.stream().flatMap(letter -> letter.rideId().stream()).distinct().toList();
    List<Callable<Map<RideId, RideRecord>>> calls = new ArrayList<>();
    for (List<RideId> part : ParallelCalls.parts(wanted, RIDES_A_CALL)) {
      calls.add(() -> rides.find(part));
    }
    Map<RideId, RideRecord> found = new HashMap<>();
    ParallelCalls.answers(calls).forEach(found::putAll);
    return found;
  }
}
