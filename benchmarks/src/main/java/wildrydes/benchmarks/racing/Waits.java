package wildrydes.benchmarks.racing;

import java.util.random.RandomGenerator;

/**
 * How long DynamoDB lets a dispatcher wait: single-digit milliseconds, of which some are longer. A
 * call is done somewhere in the middle of it. One query of three asks a copy of the table that
 * lacks the last writes, as a query that is not strongly consistent may.
 */
record Waits(RandomGenerator random) {

  private static final double QUERY_MILLIS = 3;
  private static final double CLAIM_MILLIS = 5;
  private static final double TAIL = 0.5;
  private static final double BEHIND_MILLIS = 10;
  private static final int COPIES = 3;
  private static final double NANOS = 1e6;

  /** Nanoseconds to or from the table, for half a query. */
  long halfAQuery() {
    return half(QUERY_MILLIS);
  }

  long halfAClaim() {
    return half(CLAIM_MILLIS);
  }

  /** How many nanoseconds old the table is that a query sees. */
  long behind() {
    return random.nextInt(COPIES) > 0 ? 0 : (long) (random.nextDouble(BEHIND_MILLIS) * NANOS);
  }

  private long half(double millis) {
    double tail = -Math.log(1 - random.nextDouble()) * TAIL;
    return (long) (millis / 2 * (1 - TAIL + tail) * NANOS);
  }
}
