package wildrydes.benchmarks.cost;

/** Something that AWS bills by the piece. */
enum Quantity {
  HTTP_REQUESTS("HTTP API requests"),
  INVOCATIONS("Lambda requests"),
  GIGABYTE_SECONDS("Lambda GB-seconds"),
  WRITE_UNITS("DynamoDB write units"),
  READ_UNITS("DynamoDB read units"),
  QUEUE_REQUESTS("SQS requests of up to 64 KB"),
  METRIC_CALLS("PutMetricData calls"),
  LOG_GIGABYTES("log lines, GB"),
  TRACES("X-Ray traces recorded");

  private final String words;

  Quantity(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
