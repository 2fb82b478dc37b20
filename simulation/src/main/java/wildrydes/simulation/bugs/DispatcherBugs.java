package wildrydes.simulation.bugs;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import wildrydes.dispatcher.Fleet;
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

  /** A ride's own claim looks like another's, in a search and where a claim is refused. */
  static Flaw claimForgetsItself() {
    return Flaws.dynamoDb(
        DISPATCHER,
        right ->
            new ForwardingDynamoDb(right) {
              @Override
              public QueryResponse query(QueryRequest request) {
                QueryResponse answer = right.query(request);
                return answer.toBuilder()
                    .items(answer.items().stream().map(DispatcherBugs::ofNobodyKnown).toList())
                    .build();
              }

              @Override
              public UpdateItemResponse updateItem(UpdateItemRequest request) {
                try {
                  return right.updateItem(
                      request.toBuilder()
                          .conditionExpression(
                              "attribute_exists(Cell) AND (attribute_not_exists(BusyUntil)"
                                  + " OR BusyUntil < :now)")
                          .build());
                } catch (ConditionalCheckFailedException e) {
                  throw e.toBuilder().item(ofNobodyKnown(e.item())).build();
                }
              }
            });
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
    return Flaws.dynamoDb(
        DISPATCHER,
        right -> {
          Map<String, String> firstCells = new ConcurrentHashMap<>();
          return new ForwardingDynamoDb(right) {
            @Override
            public QueryResponse query(QueryRequest request) {
              var values = request.expressionAttributeValues();
              String ride = String.valueOf(values.get(":ride"));
              String cell = String.valueOf(values.get(":cell"));
              return firstCells.computeIfAbsent(ride, _ -> cell).equals(cell)
                  ? right.query(request)
                  : nothingToRemember(request);
            }
          };
        });
  }

  /** Nobody is free there, but a lease ends this moment: other rides will look for themselves. */
  private static QueryResponse nothingToRemember(QueryRequest request) {
    var leased = Map.of("BusyUntil", AttributeValue.fromN(Long.toString(now(request))));
    return QueryResponse.builder().items(List.of(leased)).scannedCount(1).build();
  }

  /**
   * A search does not see who comes free within the minute, and so not that it is less than one.
   */
  static Flaw memoryIgnoresLeases() {
    return Flaws.dynamoDb(
        DISPATCHER,
        Flaws.queries(
            query -> {
              var values = new HashMap<>(query.expressionAttributeValues());
              values.put(":soon", AttributeValue.fromN(Long.toString(now(query))));
              return query.toBuilder().expressionAttributeValues(values).build();
            },
            UnaryOperator.identity()));
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
    if (!unicorn.containsKey("BusyUntil")) {
      return true;
    }
    long busyUntil = number(unicorn, "BusyUntil");
    boolean ours = Objects.equals(unicorn.get("RideId"), values.get(":ride"));
    return busyUntil < number(values, ":now") || (ours && busyUntil <= number(values, ":until"));
  }

  private static long number(Map<String, AttributeValue> values, String name) {
    return Long.parseLong(requireNonNull(values.get(name)).n());
  }

  private static QueryResponse firstPage(QueryResponse answer) {
    return answer.toBuilder().lastEvaluatedKey(Map.of()).build();
  }

  /** The dispatcher's queries look a minute ahead. */
  private static long now(QueryRequest query) {
    return number(query.expressionAttributeValues(), ":soon") - Fleet.FORESIGHT.toMillis();
  }

  private static Map<String, AttributeValue> ofNobodyKnown(Map<String, AttributeValue> unicorn) {
    Map<String, AttributeValue> fewer = new HashMap<>(unicorn);
    fewer.remove("RideId");
    return fewer;
  }
}
