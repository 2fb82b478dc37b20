package wildrydes.ops.fleet;

import java.time.Instant;

/** What came of an operator's wish for one unicorn. */
public sealed interface Answer {

  record Done() implements Answer {}

  /** The name belongs to a unicorn already. */
  record NameTaken() implements Answer {}

  /** The table has no unicorn of that name. */
  record NoSuchUnicorn() implements Answer {}

  /** A ride has it until then. */
  record Busy(Instant until) implements Answer {}

  /**
   * The table has several of that name, or an item that is not whole, or somebody else changed it.
   */
  record Unclear(String why) implements Answer {}
}
