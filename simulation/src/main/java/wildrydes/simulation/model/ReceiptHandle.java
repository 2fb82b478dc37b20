package wildrydes.simulation.model;

/**
 * Names one delivery of one copy of a message.
 *
 * @param delivery the copy's receive count then: an older one than the latest no longer speaks for
 *     the message
 */
record ReceiptHandle(String queue, long copy, int delivery) {

  private static final char SEPARATOR = '#';

  static ReceiptHandle of(ModelQueue queue, QueuedMessage message) {
    return new ReceiptHandle(queue.name(), message.copy, message.receiveCount);
  }

  /** Refuses what no queue of that name has given out. */
  static ReceiptHandle parse(String text, ModelQueue queue) {
    int first = text.indexOf(SEPARATOR);
    int second = text.indexOf(SEPARATOR, first + 1);
    if (first < 0 || second < 0 || !text.substring(0, first).equals(queue.name())) {
      throw SqsErrors.invalidHandle();
    }
    try {
      return new ReceiptHandle(
          queue.name(),
          Long.parseLong(text, first + 1, second, 10),
          Integer.parseInt(text, second + 1, text.length(), 10));
    } catch (NumberFormatException e) {
      throw SqsErrors.invalidHandle();
    }
  }

  String text() {
    return queue + SEPARATOR + copy + SEPARATOR + delivery;
  }
}
