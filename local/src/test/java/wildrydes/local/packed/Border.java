package wildrydes.local.packed;

/**
 * Each side effect of the three functions, in the order of a ride. A process that dies just before
 * or just after one of them is what redelivery has to make good.
 */
enum Border {
  PUT_RIDE("A1", "RequestApiFunction", "PutItem"),
  SEND_REQUEST("A2", "RequestApiFunction", "SendMessage"),
  ANSWER_RIDER("A3", "RequestApiFunction", CallProxy.ANSWER),
  CLAIM("D2", "DispatcherFunction", "UpdateItem"),
  SEND_OUTCOMES("D3", "DispatcherFunction", "SendMessageBatch"),
  ACKNOWLEDGE_REQUESTS("D4", "DispatcherFunction", CallProxy.ANSWER),
  RECORD("R1", "RecorderFunction", "UpdateItem"),
  COUNT("R2", "RecorderFunction", "PutMetricData"),
  ACKNOWLEDGE_OUTCOMES("R3", "RecorderFunction", CallProxy.ANSWER);

  /** The effect is not there yet, or it is and nobody was told. */
  enum Side {
    BEFORE,
    AFTER
  }

  private final String shortName;
  private final String function;
  private final String call;

  Border(String shortName, String function, String call) {
    this.shortName = shortName;
    this.function = function;
    this.call = call;
  }

  /** Its logical id. */
  String function() {
    return function;
  }

  /** The operation that has the effect. */
  String call() {
    return call;
  }

  @Override
  public String toString() {
    return shortName;
  }
}
