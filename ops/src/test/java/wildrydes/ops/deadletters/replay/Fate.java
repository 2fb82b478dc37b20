package wildrydes.ops.deadletters.replay;

import java.time.Duration;

/** What the functions of a {@link World} make of a ride's message. */
sealed interface Fate {

  /** An outcome is recorded after a while. */
  record Recorded(Duration after, String status) implements Fate {}

  /** It falls among the dead letters after a while: with a reason, if a function puts it there. */
  record DeadLettered(Duration after, String reason) implements Fate {}

  /** Nothing is ever heard of it. */
  record Lost(Duration after) implements Fate {}

  Duration after();

  static Fate assigned() {
    return new Recorded(Duration.ofSeconds(3), "ASSIGNED");
  }

  static Fate lost() {
    return new Lost(Duration.ZERO);
  }

  static Fate failing() {
    return new DeadLettered(Duration.ofSeconds(4), "unreadable-message");
  }
}
