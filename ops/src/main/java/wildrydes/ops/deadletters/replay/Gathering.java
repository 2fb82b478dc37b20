package wildrydes.ops.deadletters.replay;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import wildrydes.messages.RideId;
import wildrydes.ops.deadletters.DeadLetter;
import wildrydes.ops.deadletters.DeadLetterQueues;
import wildrydes.ops.deadletters.Judgement.Replayable;
import wildrydes.ops.deadletters.Lane;
import wildrydes.ops.deadletters.RideRecords;
import wildrydes.ops.deadletters.RideRecords.RideRecord;

/** Reads dead letters, judges each and says what is to become of it. */
final class Gathering {

  /** DynamoDB gives out no more records a call. */
  private static final int RECORDS_A_CALL = 100;

  private final DeadLetterQueues queues;
  private final RideRecords records;
  private final TimedHolds holds;
  private final Scope scope;
  private final ReplayRules rules;
  private final ReplayWatcher watcher;
  private final BooleanSupplier interrupted;

  private final List<DeadLetter> unjudged = new ArrayList<>();
  private final List<Candidate> judged = new ArrayList<>();
  private int replayable;

  Gathering(
      DeadLetterQueues queues,
      RideRecords records,
      TimedHolds holds,
      Scope scope,
      ReplayRules rules,
      ReplayWatcher watcher,
      BooleanSupplier interrupted) {
    this.queues = queues;
    this.records = records;
    this.holds = holds;
    this.scope = scope;
    this.rules = rules;
    this.watcher = watcher;
    this.interrupted = interrupted;
  }

  /**
   * Reads both lanes, or what the scope leaves of them. All that was read is held.
   *
   * @param enough so many replayable ones will do
   * @param limit so many may be sent
   * @param done rides that were replayed in this run: once is enough
   * @param onEach is shown every letter
   */
  Plan gather(int enough, int limit, Set<RideId> done, Consumer<DeadLetter> onEach) {
    for (Lane lane : scope.lanes()) {
      new LaneReader(queues, holds)
          .over(
              lane,
              rules.hold(),
              letters -> {
                letters.forEach(onEach);
                unjudged.addAll(letters);
                if (unjudged.size() >= RECORDS_A_CALL) {
                  judge();
                }
                watcher.read(judged.size() + unjudged.size());
                return replayable < enough && !interrupted.getAsBoolean();
              });
      judge();
    }
    return sorted(limit, done);
  }

  private void judge() {
    Set<RideId> rides =
        unjudged.stream().flatMap(letter -> letter.rideId().stream()).collect(toUnmodifiableSet());
    Map<RideId, RideRecord> found = rides.isEmpty() ? Map.of() : records.find(rides);
    for (DeadLetter letter : unjudged) {
      var ride = letter.rideId().flatMap(id -> Optional.ofNullable(found.get(id)));
      Candidate candidate = Candidate.of(letter, ride, rules);
      judged.add(candidate);
      if (candidate.isReplayable() && scope.matching().test(candidate)) {
        replayable++;
      }
    }
    unjudged.clear();
  }

  private Plan sorted(int limit, Set<RideId> done) {
    List<Candidate> oldestFirst =
        judged.stream()
            .filter(scope.matching())
            .sorted(Comparator.comparing(candidate -> candidate.letter().sent()))
            .toList();
    List<Candidate> sendable = new ArrayList<>();
    List<Candidate> doubles = new ArrayList<>();
    Set<RideId> chosen = new HashSet<>();
    for (Candidate candidate : oldestFirst) {
      if (candidate.judgement() instanceof Replayable(var ride) && !done.contains(ride)) {
        (chosen.add(ride) ? sendable : doubles).add(candidate);
      }
    }
    Predicate<Candidate> decided = Candidate::isDecided;
    return new Plan(
        sendable.stream().limit(limit).toList(),
        Math.max(0, sendable.size() - limit),
        oldestFirst.stream().filter(decided).toList(),
        doubles,
        oldestFirst.stream().filter(c -> !c.isReplayable() && !c.isDecided()).toList(),
        judged.size() - oldestFirst.size(),
        heldByOthers());
  }

  private int heldByOthers() {
    return scope.lanes().stream()
        .mapToInt(lane -> Math.max(0, queues.count(lane).held() - holds.count(lane)))
        .sum();
  }
}
