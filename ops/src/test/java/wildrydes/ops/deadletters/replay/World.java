package wildrydes.ops.deadletters.replay;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import wildrydes.messages.Location;
import wildrydes.messages.MessageCodec;
import wildrydes.messages.RideId;
import wildrydes.messages.RideMessage;
import wildrydes.messages.RideRequested;
import wildrydes.ops.deadletters.Audit;
import wildrydes.ops.deadletters.DeadLetter;
import wildrydes.ops.deadletters.DeadLetterQueues;
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

  /** A message among the dead letters, and until when somebody holds it. */
  private static final class Lying {
    private final DeadLetter letter;
    private String receipt = "";
    private Instant heldUntil = Instant.MIN;

    private Lying(DeadLetter letter) {
      this.letter = letter;
    }
  }

  /** A message sent to the functions. */
  record Sending(Lane lane, String body, Map<String, String> attributes, Instant at) {
    RideId rideId() {
      return lane.rideOf(body).orElseThrow();
    }
  }

  final List<Sending> sendings = new ArrayList<>();
  final List<Audit.Entry> audit = new ArrayList<>();
  final Map<RideId, RideRecord> rides = new HashMap<>();

  /** What the functions make of a ride's message; assigned, where it is not said. */
  final Map<RideId, Fate> fates = new HashMap<>();

  private final List<Sending> underWay = new ArrayList<>();
  private final Map<String, Lying> lying = new LinkedHashMap<>();
  private final Random random;
  private Instant now = BEGIN;
  private int ids;

  World(long seed) {
    random = new Random(seed);
  }

  // ---- Setting the scene --------------------------------------------------------------------

  /** A ride that has failed, and its request among the dead letters. */
  RideRequested failed(String... attributes) {
    return failed(Duration.ofHours(1), attributes);
  }

  RideRequested failed(Duration age, String... attributes) {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    var ride = new RideRequested(RideId.of(bytes), "alice", new Location(1, 2), BEGIN);
    record(ride.rideId(), "FAILED", "retries exhausted");
    lie(Lane.REQUESTS, CODEC.write(ride), age, attributes);
    return ride;
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
    lie(lane, body, map, now.minus(age));
  }

  private void lie(Lane lane, String body, Map<String, String> attributes, Instant sent) {
    String id = "m-" + ids++;
    lying.put(id, new Lying(new DeadLetter(lane, id, "", body, attributes, sent)));
  }

  // ---- Looking at it ------------------------------------------------------------------------

  /** All dead letters, held or not. */
  synchronized List<DeadLetter> deadLetters() {
    return lying.values().stream().map(each -> each.letter).toList();
  }

  synchronized boolean nothingIsHeld() {
    return lying.values().stream().noneMatch(this::isHeld);
  }

  List<Audit.Action> actions(RideId ride) {
    return audit.stream()
        .filter(entry -> entry.rideId().equals(Optional.of(ride)))
        .map(Audit.Entry::action)
        .toList();
  }

  Replay replay() {
    return new Replay(this, this, this, this);
  }

  // ---- The ports ----------------------------------------------------------------------------

  @Override
  public synchronized Count count(Lane lane) {
    List<Lying> all = lying.values().stream().filter(each -> each.letter.lane() == lane).toList();
    int held = (int) all.stream().filter(this::isHeld).count();
    return new Count(all.size() - held, held);
  }

  @Override
  public synchronized Count waiting(Lane lane) {
    return new Count((int) underWay.stream().filter(each -> each.lane() == lane).count(), 0);
  }

  @Override
  public synchronized List<DeadLetter> receive(Lane lane, int most, Duration hold) {
    List<DeadLetter> received = new ArrayList<>();
    for (Lying each : lying.values()) {
      if (received.size() < Math.min(most, 10) && each.letter.lane() == lane && !isHeld(each)) {
        each.receipt = "r-" + ids++;
        each.heldUntil = now.plus(hold);
        DeadLetter l = each.letter;
        received.add(
            new DeadLetter(lane, l.messageId(), each.receipt, l.body(), l.attributes(), l.sent()));
      }
    }
    return received;
  }

  @Override
  public synchronized void release(List<DeadLetter> letters) {
    letters.forEach(letter -> hold(letter, Duration.ZERO));
  }

  @Override
  public synchronized void hold(DeadLetter letter, Duration hold) {
    Lying each = lying.get(letter.messageId());
    if (each != null && each.receipt.equals(letter.receipt())) {
      each.heldUntil = now.plus(hold);
    }
  }

  @Override
  public synchronized void send(Lane lane, String body, Map<String, String> attributes) {
    var sending = new Sending(lane, body, attributes, now);
    sendings.add(sending);
    underWay.add(sending);
  }

  @Override
  public synchronized void put(Lane lane, String body, Map<String, String> attributes) {
    lie(lane, body, attributes, now);
  }

  @Override
  public synchronized void delete(DeadLetter letter) {
    Lying each = lying.get(letter.messageId());
    if (each != null && each.receipt.equals(letter.receipt())) {
      lying.remove(letter.messageId());
    }
  }

  @Override
  public synchronized Map<RideId, RideRecord> find(Collection<RideId> wanted) {
    return wanted.stream().filter(rides::containsKey).collect(toMap(id -> id, rides::get));
  }

  @Override
  public synchronized void write(Entry entry) {
    audit.add(entry);
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public synchronized void sleep(Duration pause) {
    now = now.plus(pause);
    List.copyOf(underWay).forEach(this::work);
  }

  private boolean isHeld(Lying each) {
    return each.heldUntil.isAfter(now);
  }

  // ---- The functions ------------------------------------------------------------------------

  private void work(Sending sending) {
    RideId ride = sending.rideId();
    switch (fates.getOrDefault(ride, Fate.assigned())) {
      case Fate.Recorded(var after, var status) when isDue(sending, after) -> {
        underWay.remove(sending);
        RideRecord before = rides.get(ride);
        if (before != null && !before.isDecided()) {
          record(ride, status);
        }
      }
      case Fate.DeadLettered(var after, var reason) when isDue(sending, after) -> {
        underWay.remove(sending);
        Map<String, String> attributes = new HashMap<>(sending.attributes());
        if (!reason.isEmpty()) {
          attributes.put("Reason", reason);
        }
        lie(sending.lane(), sending.body(), attributes, sending.at());
      }
      case Fate.Recorded _, Fate.DeadLettered _, Fate.Lost _ -> {}
    }
  }

  private boolean isDue(Sending sending, Duration after) {
    return !now.isBefore(sending.at().plus(after));
  }
}
