package wildrydes.ops.deadletters.replay;

/** What became of a ride whose message was replayed. */
public sealed interface End {

  /**
   * Its outcome is recorded.
   *
   * @param status {@code ASSIGNED}, {@code UNASSIGNED}; or {@code FAILED} where the message itself
   *     said so
   */
  record Recorded(String status) implements End {}

  /** Its message is among the dead letters again. */
  record FailedAgain(String why) implements End {}

  /** Not known when the run stopped following it. */
  record Open() implements End {}

  /** In a word or a short sentence, for the audit and for people. */
  default String words() {
    return switch (this) {
      case Recorded(var status) -> status;
      case FailedAgain(var why) -> "failed again: " + why;
      case Open _ -> "not known yet";
    };
  }
}
