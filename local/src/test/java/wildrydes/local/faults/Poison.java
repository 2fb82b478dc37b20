package wildrydes.local.faults;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wildrydes.emulators.Stack;

/** Messages that nobody can read, between those of the riders. */
final class Poison {

  private static final Pattern NAME = Pattern.compile("poison-\\d+");

  private final Stack stack;
  private final AtomicInteger sent = new AtomicInteger();
  private final Set<String> found = ConcurrentHashMap.newKeySet();

  Poison(Stack stack) {
    this.stack = stack;
  }

  /** Text that is no JSON, into both queues. */
  void sendNonsense() {
    send("RideRequestQueue", "no JSON, " + name());
    send("RideOutcomeQueue", "no JSON, " + name());
  }

  /** A request and an outcome of a version yet unknown, about a ride that is on its way as well. */
  void sendAbout(String rideId) {
    send("RideRequestQueue", body("RideRequested", rideId));
    send("RideOutcomeQueue", body("RideUnassigned", rideId));
  }

  /** Whether the dead letter is poison; if so, it is remembered as found. */
  boolean recognizes(String body) {
    Matcher name = NAME.matcher(body);
    boolean poison = name.find();
    if (poison) {
      found.add(name.group());
    }
    return poison;
  }

  int sent() {
    return sent.get();
  }

  /** How many of those sent were among the dead letters, each counted once. */
  int found() {
    return found.size();
  }

  private String name() {
    return "poison-" + sent.incrementAndGet();
  }

  private String body(String type, String rideId) {
    return "{\"Type\":\"%s\",\"Version\":2,\"RideId\":\"%s\",\"Name\":\"%s\"}"
        .formatted(type, rideId, name());
  }

  private void send(String queue, String body) {
    stack.sqs().sendMessage(s -> s.queueUrl(stack.queueUrl(queue)).messageBody(body));
  }
}
