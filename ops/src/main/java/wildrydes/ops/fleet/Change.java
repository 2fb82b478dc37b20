package wildrydes.ops.fleet;

import java.time.Instant;

/** How the change of one unicorn ended. Only {@link Done} has changed anything. */
public sealed interface Change {

  /** It is as asked for; perhaps it already was. */
  record Done() implements Change {}

  /** A ride has the unicorn until then. */
  record Busy(Instant until) implements Change {}

  /** The item is not as it was read: somebody else was faster. */
  record Overtaken() implements Change {}
}
