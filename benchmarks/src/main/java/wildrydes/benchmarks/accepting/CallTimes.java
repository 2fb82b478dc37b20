package wildrydes.benchmarks.accepting;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.HdrHistogram.Histogram;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import wildrydes.emulators.Stack;

/** What the calls behind a ride take of the emulators, one after another, from this JVM. */
record CallTimes(Map<String, Histogram> calls) {

  private static final int WARM_UP = 1000;
  private static final String BODY = "{\"Type\":\"RideRequested\",\"Filler\":\"%s\"}";

  static CallTimes measure(Stack stack, int count) {
    var times = new CallTimes(new LinkedHashMap<>());
    times.call(stack, WARM_UP);
    times.calls.values().forEach(Histogram::reset);
    times.call(stack, count);
    return times;
  }

  private void call(Stack stack, int count) {
    String product = stack.tableName("RidesTable");
    String queue = stack.queueUrl("RideRequestQueue");
    for (int i = 0; i < count; i++) {
      var item = Map.of("RideId", AttributeValue.fromS(randomId()));
      time(
          "the seed's put, without a condition",
          () -> stack.dynamoDb().putItem(p -> p.tableName(SeedFunction.TABLE).item(item)));
      time(
          "the product's put, if there is no such ride",
          () ->
              stack
                  .dynamoDb()
                  .putItem(
                      p ->
                          p.tableName(product)
                              .item(item)
                              .conditionExpression("attribute_not_exists(RideId)")));
      time("the product's send to its queue", () -> send(stack.sqs(), queue, randomId()));
    }
  }

  private static void send(SqsClient sqs, String queue, String id) {
    var attribute = MessageAttributeValue.builder().dataType("String").stringValue(id).build();
    sqs.sendMessage(
        m ->
            m.queueUrl(queue)
                .messageBody(BODY.formatted("x".repeat(200)))
                .messageAttributes(Map.of("RideId", attribute)));
  }

  private void time(String call, Runnable work) {
    long begin = System.nanoTime();
    work.run();
    calls.computeIfAbsent(call, _ -> new Histogram(3)).recordValue(System.nanoTime() - begin);
  }

  private static String randomId() {
    byte[] bytes = new byte[16];
    ThreadLocalRandom.current().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
