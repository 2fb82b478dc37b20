package wildrydes.simulation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static wildrydes.simulation.model.DynamoDbTwin.NUMBERED;
import static wildrydes.simulation.model.DynamoDbTwin.PLAIN;
import static wildrydes.simulation.model.DynamoDbTwin.attribute;
import static wildrydes.simulation.model.DynamoDbTwin.n;
import static wildrydes.simulation.model.DynamoDbTwin.s;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Random items and random expressions, sensible ones and others: the model and DynamoDB Local must
 * answer the same, or refuse the same.
 *
 * <p>{@code -Dparity.seed=S} repeats a run; {@code -Dparity.rounds=N} makes it N times as long.
 */
class DynamoDbDifferentialIT {

  private static final long SEED = Long.getLong("parity.seed", new Random().nextLong());
  private static final int ROUNDS = Integer.getInteger("parity.rounds", 1);
  private static final int UPDATES = 400;
  private static final int FILTERS = 250;
  private static final int FILTERED_ITEMS = 40;

  private final DynamoDbClient real = ParityTables.inDynamoDbLocal();
  private final ModelDynamoDb model =
      new ModelDynamoDb(InstantSource.system(), () -> Duration.ZERO);
  private final Random random = new Random(SEED);
  private final AttributeValue partition = s(UUID.randomUUID().toString());

  DynamoDbDifferentialIT() {
    model.createTable(PLAIN);
    model.createTable(NUMBERED);
  }

  @Test
  void conditionalUpdatesComeToTheSame() {
    for (int i = 0; i < ROUNDS * UPDATES; i++) {
      if (i % 8 == 0) {
        beginAnew();
      }
      var request = randomUpdate();

      agree(request.toString(), client -> updated(client, request));
    }
  }

  /** With another item, or with none. */
  private void beginAnew() {
    var key = Map.of("P", partition);
    putIntoBoth(PLAIN.name(), key);
    if (random.nextInt(4) == 0) {
      real.deleteItem(d -> d.tableName(PLAIN.name()).key(key));
      model.deleteItem(d -> d.tableName(PLAIN.name()).key(key));
    }
  }

  private UpdateItemRequest randomUpdate() {
    var expressions = new RandomExpressions(random);
    var request =
        UpdateItemRequest.builder()
            .tableName(PLAIN.name())
            .key(Map.of("P", partition))
            .returnValues(ReturnValue.ALL_NEW)
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
    if (random.nextInt(3) == 0) {
      request.conditionExpression(expressions.condition());
    }
    request.updateExpression(expressions.update());
    if (!expressions.names().isEmpty()) {
      request.expressionAttributeNames(expressions.names());
    }
    if (!expressions.values().isEmpty()) {
      request.expressionAttributeValues(expressions.values());
    }
    return request.build();
  }

  private static String updated(DynamoDbClient client, UpdateItemRequest request) {
    try {
      return Canonical.text(client.updateItem(request).attributes());
    } catch (ConditionalCheckFailedException e) {
      return "failed on " + Canonical.text(e.item());
    }
  }

  @Test
  void filtersLetTheSameItemsThrough() {
    for (int i = 0; i < ROUNDS * FILTERS; i++) {
      if (i % 50 == 0) {
        for (int sort = 0; sort < FILTERED_ITEMS; sort++) {
          putIntoBoth(NUMBERED.name(), Map.of("P", partition, "R", n(sort)));
        }
      }
      var request = randomQuery();

      agree(request.toString(), client -> filtered(client, request));
    }
  }

  private QueryRequest randomQuery() {
    var expressions = new RandomExpressions(random);
    var request =
        QueryRequest.builder()
            .tableName(NUMBERED.name())
            .keyConditionExpression("P = :p")
            .filterExpression(expressions.condition())
            .consistentRead(true);
    if (!expressions.names().isEmpty()) {
      request.expressionAttributeNames(expressions.names());
    }
    expressions.values().put(":p", partition);
    return request.expressionAttributeValues(expressions.values()).build();
  }

  private static String filtered(DynamoDbClient client, QueryRequest request) {
    return client.query(request).items().stream()
        .map(item -> attribute(item, "R").n())
        .collect(Collectors.joining(" "));
  }

  private void putIntoBoth(String table, Map<String, AttributeValue> key) {
    var item = new RandomValues(random).attributes();
    item.putAll(key);
    real.putItem(p -> p.tableName(table).item(item));
    model.putItem(p -> p.tableName(table).item(item));
  }

  private void agree(String request, Function<DynamoDbClient, String> call) {
    assertThat(answer(model, call))
        .as("The model's answer to %s, with -Dparity.seed=%d", request, SEED)
        .isEqualTo(answer(real, call));
  }

  private static String answer(DynamoDbClient client, Function<DynamoDbClient, String> call) {
    try {
      return call.apply(client);
    } catch (DynamoDbException e) {
      return e.awsErrorDetails().errorCode();
    }
  }
}
