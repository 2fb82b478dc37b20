package wildrydes.simulation.bugs;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import wildrydes.simulation.world.Flaw;

/** What can be wrong with the search, the claim and the look-up of decided rides. */
final class DispatcherBugs {

  private static final String DISPATCHER = "Dispatcher";

  private DispatcherBugs() {}

  static Flaw claimWithoutCondition() {
    return Flaws.dynamoDb(DISPATCHER, Flaws.updates(DispatcherBugs::anyway));
  }

  /** Looks whether the unicorn is free, then takes it. */
  static Flaw claimInTwoSteps() {
    return Flaws.dynamoDb(
        DISPATCHER,
        right ->
            new ForwardingDynamoDb(right) {
              @Override
              public UpdateItemResponse updateItem(UpdateItemRequest request) {
                var unicorn =
                    right
                        .getItem(
                            g ->
                                g.tableName(request.tableName())
                                    .key(request.key())
                                    .consistentRead(true))
                        .item();
                if (!isFree(unicorn, request.expressionAttributeValues())) {
                  throw ConditionalCheckFailedException.builder().item(unicorn).build();
                }
                return right.updateItem(anyway(request));
              }
            });
  }

  /** A ride's own claim looks like another's. */
  static Flaw claimForgetsItself() {
    UnaryOperator<DynamoDbClient> claims =
        Flaws.updates(
            claim ->
                claim.toBuilder()
                    .conditionExpression(
                        "attribute_exists(Cell) AND (attribute_not_exists(BusyUntil)"
                            + " OR BusyUntil < :now)")
                    .build());
    UnaryOperator<DynamoDbClient> searches =
        Flaws.queries(
            query ->
                query.toBuilder()
                    .filterExpression("attribute_not_exists(BusyUntil) OR BusyUntil < :now")
                    .expressionAttributeValues(without(query.expressionAttributeValues(), ":ride"))
                    .build(),
            UnaryOperator.identity());
    return Flaws.dynamoDb(DISPATCHER, right -> searches.apply(claims.apply(right)));
  }

  static Flaw renewalShortensTheLease() {
    return Flaws.dynamoDb(
        DISPATCHER,
        Flaws.updates(
            claim ->
                claim.toBuilder()
                    .conditionExpression(
                        claim.conditionExpression().replace(" AND BusyUntil <= :until", ""))
                    .build()));
  }

  static Flaw leasesEndEarly() {
    return Flaws.clock(DISPATCHER, Duration.ofMinutes(4));
  }

  static Flaw searchLimitsBeforeItFilters() {
    return Flaws.dynamoDb(
        DISPATCHER,
        Flaws.queries(query -> query.toBuilder().limit(1).build(), DispatcherBugs::firstPage));
  }

  static Flaw searchReadsOnePage() {
    return Flaws.dynamoDb(
        DISPATCHER, Flaws.queries(UnaryOperator.identity(), DispatcherBugs::firstPage));
  }

  /** The search stops at the first cell, whoever may be nearer in the next. */
  static Flaw searchIgnoresOtherCells() {
    return Flaws.around(
        DISPATCHER,
        around -> {
          Map<String, String> firstCells = new ConcurrentHashMap<>();
          UnaryOperator<DynamoDbClient> wrong =
              right ->
                  new ForwardingDynamoDb(right) {
                    @Override
                    public QueryResponse query(QueryRequest request) {
                      var values = request.expressionAttributeValues();
                      String ride = String.valueOf(values.get(":ride"));
                      String cell = String.valueOf(values.get(":cell"));
                      return firstCells.computeIfAbsent(ride, _ -> cell).equals(cell)
                          ? right.query(request)
                          : QueryResponse.builder()
                              .items(Set.<Map<String, AttributeValue>>of())
                              .build();
                    }
                  };
          return Flaws.with(around, wrong.apply(around.dynamoDb()), around.sqs());
        });
  }

  static Flaw lookUpFindsNothing() {
    return lookUp(_ -> BatchGetItemResponse.builder().responses(Map.of()).build());
  }

  static Flaw lookUpMayBeStale() {
    return Flaws.dynamoDb(
        DISPATCHER,
        right ->
            new ForwardingDynamoDb(right) {
              @Override
              public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
                Map<String, KeysAndAttributes> stale = new HashMap<>();
                request
                    .requestItems()
                    .forEach(
                        (table, keys) ->
                            stale.put(table, keys.toBuilder().consistentRead(false).build()));
                return right.batchGetItem(b -> b.requestItems(stale));
              }
            });
  }

  static Flaw unprocessedKeysAreIgnored() {
    return lookUp(answer -> answer.toBuilder().unprocessedKeys(Map.of()).build());
  }

  private static Flaw lookUp(UnaryOperator<BatchGetItemResponse> misread) {
    return Flaws.dynamoDb(
        DISPATCHER,
        right ->
            new ForwardingDynamoDb(right) {
              @Override
              public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
                return misread.apply(right.batchGetItem(request));
              }
            });
  }

  private static UpdateItemRequest anyway(UpdateItemRequest claim) {
    return claim.toBuilder()
        .conditionExpression("attribute_exists(Cell) OR BusyUntil < :now")
        .build();
  }

  private static boolean isFree(
      Map<String, AttributeValue> unicorn, Map<String, AttributeValue> values) {
    AttributeValue busyUntil = unicorn.get("BusyUntil");
    AttributeValue now = values.get(":now");
    return busyUntil == null
        || now == null
        || Long.parseLong(busyUntil.n()) < Long.parseLong(now.n())
        || String.valueOf(unicorn.get("RideId")).equals(String.valueOf(values.get(":ride")));
  }

  private static QueryResponse firstPage(QueryResponse answer) {
    return answer.toBuilder().lastEvaluatedKey(Map.of()).build();
  }

  private static Map<String, AttributeValue> without(
      Map<String, AttributeValue> values, String name) {
    Map<String, AttributeValue> fewer = new HashMap<>(values);
    fewer.remove(name);
    return fewer;
  }
}
