package wildrydes.simulation.faults;

/**
 * One call from a machine to AWS, or a step that Lambda takes by itself.
 *
 * @param index its place in the run: 0 for the first call of all
 * @param function who calls: {@code Dispatcher}, or {@code Lambda} for its own steps
 * @param kind what it asks for
 */
public record Call(int index, String function, Kind kind) {

  /** What a call does, and so what can go wrong with it. */
  public enum Kind {
    PUT_ITEM,
    GET_ITEM,
    BATCH_GET_ITEM,
    QUERY,
    UPDATE_ITEM,
    SEND_MESSAGE,
    SEND_MESSAGE_BATCH,
    CHANGE_VISIBILITY_BATCH,
    PUT_METRIC_DATA,
    /** Lambda takes a batch from a queue. */
    RECEIVE,
    /** Lambda hands a batch to a function. */
    INVOKE,
    /** Lambda deletes what a function is done with. */
    ACKNOWLEDGE
  }

  /** Who answers it. */
  public Service service() {
    return switch (kind) {
      case PUT_ITEM, GET_ITEM, BATCH_GET_ITEM, QUERY, UPDATE_ITEM -> Service.DYNAMODB;
      case SEND_MESSAGE, SEND_MESSAGE_BATCH, CHANGE_VISIBILITY_BATCH, RECEIVE, ACKNOWLEDGE ->
          Service.SQS;
      case PUT_METRIC_DATA -> Service.CLOUDWATCH;
      case INVOKE -> Service.LAMBDA;
    };
  }

  @Override
  public String toString() {
    return "#" + index + " " + function + " " + kind;
  }
}
