package wildrydes.ops.deadletters.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.stream.Stream;
import wildrydes.messages.Location;
import wildrydes.messages.MessageCodec;
import wildrydes.messages.RideId;
import wildrydes.messages.RideMessage;
import wildrydes.messages.RideRequested;
import wildrydes.ops.deadletters.Audit;
import wildrydes.ops.deadletters.DeadLetter;
import wildrydes.ops.deadletters.DeadLetterQueues;
import wildrydes.ops.deadletters.InMemoryAudit;
import wildrydes.ops.deadletters.InMemoryDeadLetterQueues;
import wildrydes.ops.deadletters.InMemoryRideRecords;
import wildrydes.ops.deadletters.Lane;
import wildrydes.ops.deadletters.RideRecords;
import wildrydes.ops.ride.Wait;

/**
 * Both lanes, the rides' records, the audit and the functions, in memory and in a time that only
 * sleeping moves. Safe for several operators at once.
 */
final class World implements DeadLetterQueues, RideRecords, Audit, Wait {

  static final Instant BEGIN = Instant.parse("2026-03-01T12:00:00Z");

  private static final MessageCodec CODEC = new MessageCodec();

  /** A message sent to the functions. */
  record Sending(Lane lane, String body, Map<String, String> attributes, Instant at) {
    RideId rideId() {
      return lane.rideOf(body).orElseThrow();
    }
  }

  /** When the functions are done with a message. */
  private record Due(Instant at, RideId rideId, Sending sending, Fate fate) {}

  final List<Sending> sendings = new ArrayList<>();
  final InMemoryAudit audit = new InMemoryAudit();
  final InMemoryRideRecords rides = new InMemoryRideRecords();

  /** What the functions make of a ride's message; assigned, where it is not said. */
  final Map<RideId, Fate> fates = new HashMap<>();

  /** How long each call of SQS takes. */
  Duration latency = Duration.ZERO;

  private final PriorityQueue<Due> underWay = new PriorityQueue<>(Comparator.comparing(Due::at));
  private final InMemoryDeadLetterQueues queues = new InMemoryDeadLetterQueues(() -> this.now);
  private final Random random;
  private Instant now = BEGIN;

  World(long seed) {
    random = new Random(seed);
  }

  // ---- Setting the scene --------------------------------------------------------------------

  /** A ride that has failed, and its request among the dead letters. */
  RideRequested failed(String... attributes) {
    return failed(Duration.ofHours(1), attributes);
  }

  RideRequested failed(Duration age, String... attributes) {
    RideRequested ride = unknown();
    record(ride.rideId(), "FAILED", "retries exhausted");
    lie(Lane.REQUESTS, CODEC.write(ride), age, attributes);
    return ride;
  }

  /** The request of a ride that has no record. */
  RideRequested unknown() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return new RideRequested(RideId.of(bytes), "alice", new Location(1, 2), BEGIN);
  }

  void record(RideId ride, String status, String... reason) {
    rides.put(
        ride,
        new RideRecord(
            status, List.of(reason).stream().findFirst(), Optional.empty(), Optional.of(now)));
  }

  void lie(Lane lane, RideMessage message, String... attributes) {
    lie(lane, CODEC.write(message), Duration.ofHours(1), attributes);
  }

  void lie(Lane lane, String body, Duration age, String... attributes) {
    Map<String, String> map = new HashMap<>();
    for (int i = 0; i < attributes.length; i += 2) {
      map.put(attributes[i], attributes[i + 1]);
    }
    queues.putSentAt(lane, body, map, now.minus(age));
  }

  // ---- Looking at it ------------------------------------------------------------------------

  /** All dead letters, held or not. */
  List<DeadLetter> deadLetters() {
    return Stream.of(Lane.values()).flatMap(lane -> queues.all(lane).stream()).toList();
  }

  boolean nothingIsHeld() {
    return Stream.of(Lane.values()).allMatch(lane -> queues.count(lane).held() == 0);
  }

  List<Audit.Action> actions(RideId ride) {
    return audit.entries().stream()
        .filter(entry -> entry.rideId().equals(Optional.of(ride)))
        .map(Audit.Entry::action)
        .toList();
  }

  Replay replay() {
    return new Replay(this, this, this, this);
  }

  /** Replays everything, to its end. */
  ReplayReport execute(ReplayRules rules) {
    return replay().execute(Scope.everything(), rules, Silent.WATCHER, () -> false);
  }

  // ---- The ports ----------------------------------------------------------------------------

  @Override
  public Count count(Lane lane) {
    sleep(latency);
    return queues.count(lane);
  }

  @Override
  public Count waiting(Lane lane) {
    return queues.waiting(lane);
  }

  @Override
  public List<DeadLetter> receive(Lane lane, int most, Duration hold) {
    sleep(latency);
    return queues.receive(lane, most, hold);
  }

  @Override
  public void release(List<DeadLetter> letters) {
    sleep(latency.multipliedBy(1 + letters.size() / 10));
    queues.release(letters);
  }

  @Override
  public void hold(DeadLetter letter, Duration hold) {
    sleep(latency);
    queues.hold(letter, hold);
  }

  @Override
  public synchronized void send(Lane lane, String body, Map<String, String> attributes) {
    sleep(latency);
    var sending = new Sending(lane, body, attributes, now);
    sendings.add(sending);
    Fate fate = fates.getOrDefault(sending.rideId(), Fate.assigned());
    underWay.add(new Due(now.plus(fate.after()), sending.rideId(), sending, fate));
  }

  @Override
  public void put(Lane lane, String body, Map<String, String> attributes) {
    sleep(latency);
    queues.put(lane, body, attributes);
  }

  @Override
  public void delete(DeadLetter letter) {
    sleep(latency);
    queues.delete(letter);
  }

  @Override
  public Map<RideId, RideRecord> find(Collection<RideId> wanted) {
    return rides.find(wanted);
  }

  @Override
  public void write(Entry entry) {
    audit.write(entry);
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public synchronized void sleep(Duration pause) {
    now = now.plus(pause);
    while (!underWay.isEmpty() && !underWay.element().at().isAfter(now)) {
      work(underWay.remove());
    }
  }

  // ---- The functions ------------------------------------------------------------------------

  private void work(Due due) {
    switch (due.fate()) {
      case Fate.Recorded(_, var status) ->
          Optional.ofNullable(rides.find(List.of(due.rideId())).get(due.rideId()))
              .filter(before -> !before.isDecided())
              .ifPresent(_ -> record(due.rideId(), status));
      case Fate.DeadLettered(_, var reason) -> {
        Sending sending = due.sending();
        Map<String, String> attributes = new HashMap<>(sending.attributes());
        if (!reason.isEmpty()) {
          attributes.put("Reason", reason);
        }
        queues.putSentAt(sending.lane(), sending.body(), attributes, sending.at());
      }
      case Fate.Lost _ -> {}
    }
  }
}
