package wildrydes.local;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * Rides that were requested while there was no table of unicorns, and given up. Only for a pipeline
 * of one's own, with {@link ChangedTemplate#impatient}.
 */
public final class StrandedRides {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private StrandedRides() {}

  /** Requests them by a rider named alice; all are {@code FAILED} and dead letters. */
  public static Set<String> at(City city, int count) {
    LocalPipeline pipeline = city.pipeline();
    var dynamoDb = pipeline.stack().dynamoDb();
    String unicorns = pipeline.stack().tableName("UnicornsTable");
    int before = deadLetters(pipeline);
    var table = dynamoDb.describeTable(d -> d.tableName(unicorns)).table();
    dynamoDb.deleteTable(d -> d.tableName(unicorns));
    Rider alice = new Rider(pipeline.endpoints().api(), "alice");
    Set<String> rides = new HashSet<>();
    for (int i = 0; i < count; i++) {
      rides.add(alice.request(city.center()));
    }
    rides.forEach(ride -> alice.awaitStatus(ride, "FAILED"));
    await("dead letters").atMost(PATIENCE).until(() -> deadLetters(pipeline) == before + count);
    dynamoDb.createTable(
        c ->
            c.tableName(unicorns)
                .keySchema(table.keySchema())
                .attributeDefinitions(table.attributeDefinitions())
                .billingMode("PAY_PER_REQUEST"));
    return rides;
  }

  /** How many requests are dead letters, those that somebody holds, too. */
  public static int deadLetters(LocalPipeline pipeline) {
    String url = pipeline.stack().queueUrl("RideRequestDeadLetterQueue");
    return pipeline
        .stack()
        .sqs()
        .getQueueAttributes(g -> g.queueUrl(url).attributeNamesWithStrings("All"))
        .attributesAsStrings()
        .entrySet()
        .stream()
        .filter(attribute -> attribute.getKey().startsWith("ApproximateNumberOfMessages"))
        .mapToInt(attribute -> Integer.parseInt(attribute.getValue()))
        .sum();
  }
}
