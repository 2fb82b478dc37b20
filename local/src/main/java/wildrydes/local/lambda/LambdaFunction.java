package wildrydes.local.lambda;

/** What can be invoked with an event, wherever it runs: in this JVM or in a process of its own. */
public interface LambdaFunction {

  /** As AWS calls it. */
  String name();

  /**
   * Invokes it once and waits, at most for its time-out.
   *
   * @param event JSON, as AWS would send it
   */
  Invocation invoke(byte[] event);
}
