package wildrydes.benchmarks.accepting;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.HdrHistogram.Histogram;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import wildrydes.edge.SdkClients;
import wildrydes.edge.Surroundings;
import wildrydes.emulators.Aws;
import wildrydes.emulators.Stack;

/**
 * What the calls behind a ride take of the emulators, one after another, by the product's clients
 * in this JVM.
 */
record CallTimes(Map<String, Histogram> calls) {

  private static final int WARM_UP = 1000;
  private static final String BODY = "{\"Type\":\"RideRequested\",\"Filler\":\"%s\"}";

  static CallTimes measure(Stack stack, int count) {
    var clients =
        new SdkClients(
            Map.of(
                "AWS_REGION", Aws.REGION,
                "AWS_ACCESS_KEY_ID", Aws.ACCESS_KEY,
                "AWS_SECRET_ACCESS_KEY", Aws.SECRET_KEY,
                "AWS_ENDPOINT_URL_DYNAMODB", stack.dynamoDbEndpoint().toString(),
                "AWS_ENDPOINT_URL_SQS", stack.sqsEndpoint().toString()));
    var around = Surroundings.of(clients, new SecureRandom());
    var times = new CallTimes(new LinkedHashMap<>());
    times.call(stack, around, WARM_UP);
    times.calls.values().forEach(Histogram::reset);
    times.call(stack, around, count);
    return times;
  }

  private void call(Stack stack, Surroundings around, int count) {
    String product = stack.tableName("RidesTable");
    String queue = stack.queueUrl("RideRequestQueue");
    for (int i = 0; i < count; i++) {
      var item = Map.of("RideId", AttributeValue.fromS(randomId()));
      time(
          "a put without a condition, as the seed's",
          () -> around.dynamoDb().putItem(p -> p.tableName(SeedFunction.TABLE).item(item)));
      time(
          "a put if there is no such ride, as the product's",
          () ->
              around
                  .dynamoDb()
                  .putItem(
                      p ->
                          p.tableName(product)
                              .item(item)
                              .conditionExpression("attribute_not_exists(RideId)")));
      time("a message to the product's queue", () -> send(around.sqs(), queue, randomId()));
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
