package wildrydes.ops.deadletters;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Both lanes in memory. Time passes only as the clock says; a receipt is good until the message is
 * received anew. Safe for many threads.
 */
public final class InMemoryDeadLetterQueues implements DeadLetterQueues {

  /** A message that was sent, with its attributes. */
  public record Sent(String body, Map<String, String> attributes) {}

  private static final int MOST = 10;

  private final InstantSource clock;

  /** By their ids, the first put first. */
  private final Map<Lane, Map<String, Held>> deadLetters = new EnumMap<>(Lane.class);

  private final Map<Lane, List<Sent>> waiting = new EnumMap<>(Lane.class);
  private int serial;

  private record Held(DeadLetter letter, Instant until) {}

  public InMemoryDeadLetterQueues(InstantSource clock) {
    this.clock = clock;
    for (Lane lane : Lane.values()) {
      deadLetters.put(lane, new LinkedHashMap<>());
      waiting.put(lane, new ArrayList<>());
    }
  }

  /** Puts a message among the dead letters that was sent at a time; returns its id. */
  public synchronized String putSentAt(
      Lane lane, String body, Map<String, String> attributes, Instant sent) {
    String id = "message-" + ++serial;
    var letter = new DeadLetter(lane, id, receipt(), body, attributes, sent);
    letters(lane).put(id, new Held(letter, Instant.MIN));
    return id;
  }

  /** All dead letters, held or not, the first put first. */
  public synchronized List<DeadLetter> all(Lane lane) {
    return letters(lane).values().stream().map(Held::letter).toList();
  }

  /** What was sent to the functions' queue. */
  public synchronized List<Sent> sent(Lane lane) {
    return List.copyOf(waiting.getOrDefault(lane, List.of()));
  }

  @Override
  public synchronized Count count(Lane lane) {
    Collection<Held> all = letters(lane).values();
    int visible = (int) all.stream().filter(this::isVisible).count();
    return new Count(visible, all.size() - visible);
  }

  @Override
  public synchronized Count waiting(Lane lane) {
    return new Count(sent(lane).size(), 0);
  }

  @Override
  public synchronized List<DeadLetter> receive(Lane lane, int most, Duration hold) {
    List<DeadLetter> received = new ArrayList<>();
    for (Map.Entry<String, Held> entry : letters(lane).entrySet()) {
      if (received.size() == Math.min(most, MOST)) {
        break;
      }
      if (isVisible(entry.getValue())) {
        DeadLetter letter = withReceipt(entry.getValue().letter(), receipt());
        entry.setValue(new Held(letter, clock.instant().plus(hold)));
        received.add(letter);
      }
    }
    return received;
  }

  @Override
  public synchronized void release(List<DeadLetter> letters) {
    letters.forEach(letter -> until(letter, Instant.MIN));
  }

  @Override
  public synchronized void hold(DeadLetter letter, Duration hold) {
    until(letter, clock.instant().plus(hold));
  }

  private void until(DeadLetter letter, Instant until) {
    letters(letter.lane())
        .computeIfPresent(
            letter.messageId(),
            (_, held) -> isReceiptOf(held, letter) ? new Held(held.letter(), until) : held);
  }

  @Override
  public synchronized void send(Lane lane, String body, Map<String, String> attributes) {
    waiting.getOrDefault(lane, new ArrayList<>()).add(new Sent(body, Map.copyOf(attributes)));
  }

  @Override
  public synchronized void put(Lane lane, String body, Map<String, String> attributes) {
    putSentAt(lane, body, attributes, clock.instant());
  }

  @Override
  public synchronized void delete(DeadLetter letter) {
    letters(letter.lane())
        .computeIfPresent(letter.messageId(), (_, held) -> isReceiptOf(held, letter) ? null : held);
  }

  private Map<String, Held> letters(Lane lane) {
    return requireNonNull(deadLetters.get(lane));
  }

  private static boolean isReceiptOf(Held held, DeadLetter letter) {
    return held.letter().receipt().equals(letter.receipt());
  }

  private boolean isVisible(Held held) {
    return !held.until().isAfter(clock.instant());
  }

  private String receipt() {
    return "receipt-" + ++serial;
  }

  private static DeadLetter withReceipt(DeadLetter letter, String receipt) {
    return new DeadLetter(
        letter.lane(),
        letter.messageId(),
        receipt,
        letter.body(),
        letter.attributes(),
        letter.sent());
  }
}
