package wildrydes.local.lambda;

/** What became of one invocation. */
public sealed interface Invocation {

  /** The function answered, with JSON. */
  @SuppressWarnings("ArrayRecordComponent") // Bytes in transit: nobody compares two answers.
  record Answered(byte[] json) implements Invocation {}

  /** The function threw. */
  record Failed(Throwable cause) implements Invocation {}

  /** The function did not answer in time. */
  record TimedOut(int timeoutSeconds) implements Invocation {}
}
