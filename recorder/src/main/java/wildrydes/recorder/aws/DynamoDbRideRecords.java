package wildrydes.recorder.aws;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import wildrydes.messages.RideId;
import wildrydes.messages.RideOutcome;
import wildrydes.messages.RideOutcome.RideAssigned;
import wildrydes.messages.RideOutcome.RideFailed;
import wildrydes.messages.RideOutcome.RideUnassigned;
import wildrydes.messages.Stage;
import wildrydes.messages.Unicorn;
import wildrydes.recorder.RideRecords;

/** The rides table: one conditional update an outcome, in which the first one wins. */
final class DynamoDbRideRecords implements RideRecords {

  private static final String REQUESTED = "REQUESTED";
  private static final String FAILED = "FAILED";

  /**
   * Mark a write as this call's own. A failure has a mark of its own, for what a replay writes over
   * it must not wipe it out.
   */
  private static final String WRITE_ID = "WriteId";

  private static final String FAILURE_WRITE_ID = "FailureWriteId";

  /** The stages of a failure stay when a replay saves the ride. */
  private static final String APPENDED =
      "#Timeline = list_append(if_not_exists(#Timeline, :none), :stages)";

  private final DynamoDbClient dynamoDb;
  private final String table;

  DynamoDbRideRecords(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  @Override
  public Write record(RideOutcome outcome, Instant recordTime) {
    boolean failed = outcome instanceof RideFailed;
    String mark = failed ? FAILURE_WRITE_ID : WRITE_ID;
    AttributeValue writeId = text(UUID.randomUUID());
    Map<String, AttributeValue> attributes = new HashMap<>(attributes(outcome));
    attributes.put("DecisionTime", text(outcome.decisionTime()));
    attributes.put("RecordTime", text(recordTime));
    attributes.put(mark, writeId);
    try {
      update(outcome.rideId(), attributes, stages(outcome, recordTime), failed);
      return Write.RECORDED;
    } catch (ConditionalCheckFailedException e) {
      if (!e.hasItem() || e.item().isEmpty()) {
        return Write.NO_SUCH_RIDE;
      }
      // The SDK's first attempt may have landed and its answer been lost: the second then meets its
      // own success, which is still to be counted.
      return writeId.equals(e.item().get(mark)) ? Write.RECORDED : Write.ALREADY_DECIDED;
    }
  }

  @Override
  public Write wouldRecord(RideId rideId) {
    // Consistent, for it decides whether the ride is requested anew.
    Map<String, AttributeValue> item =
        dynamoDb.getItem(g -> g.tableName(table).key(key(rideId)).consistentRead(true)).item();
    if (item.isEmpty()) {
      return Write.NO_SUCH_RIDE;
    }
    return switch (item.getOrDefault("Status", text("")).s()) {
      case REQUESTED, FAILED -> Write.RECORDED;
      default -> Write.ALREADY_DECIDED;
    };
  }

  private void update(
      RideId rideId,
      Map<String, AttributeValue> attributes,
      AttributeValue stages,
      boolean onlyFromRequested) {
    Map<String, String> names = new HashMap<>();
    Map<String, AttributeValue> values = new HashMap<>();
    attributes.forEach(
        (name, value) -> {
          names.put("#" + name, name);
          values.put(":" + name, value);
        });
    names.put("#Timeline", "Timeline");
    values.put(":stages", stages);
    values.put(":none", AttributeValue.fromL(List.of()));
    values.put(":requested", text(REQUESTED));
    String from = "#Status = :requested";
    if (!onlyFromRequested) {
      values.put(":failed", text(FAILED));
      from = "#Status IN (:requested, :failed)";
    }
    String condition = "attribute_exists(RideId) AND " + from;
    String assignments =
        attributes.keySet().stream()
            .map(name -> "#" + name + " = :" + name)
            .collect(joining(", ", "SET ", ", " + APPENDED));
    String update = onlyFromRequested ? assignments : assignments + " REMOVE FailureReason";
    dynamoDb.updateItem(
        u ->
            u.tableName(table)
                .key(key(rideId))
                .updateExpression(update)
                .conditionExpression(condition)
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
  }

  private static Map<String, AttributeValue> attributes(RideOutcome outcome) {
    return switch (outcome) {
      case RideAssigned assigned ->
          Map.of(
              "Status", text("ASSIGNED"),
              "Unicorn", unicorn(assigned.unicorn()),
              "UnicornName", text(assigned.unicorn().name()),
              "EtaSeconds", number(assigned.etaSeconds()),
              "PickupMeters", number(assigned.pickupMeters()),
              "LeaseUntil", text(assigned.leaseUntil()));
      case RideUnassigned _ -> Map.of("Status", text("UNASSIGNED"));
      case RideFailed failed ->
          Map.of("Status", text(FAILED), "FailureReason", text(failed.failureReason()));
    };
  }

  private static AttributeValue stages(RideOutcome outcome, Instant recordTime) {
    Stage.Name decided =
        switch (outcome) {
          case RideAssigned _ -> Stage.Name.ASSIGNED;
          case RideUnassigned _ -> Stage.Name.UNASSIGNED;
          case RideFailed _ -> Stage.Name.FAILED;
        };
    return AttributeValue.fromL(
        List.of(
            stage(Stage.Name.DISPATCHED, outcome.dispatchTime()),
            stage(decided, outcome.decisionTime()),
            stage(Stage.Name.RECORDED, recordTime)));
  }

  private static AttributeValue stage(Stage.Name name, Instant time) {
    return AttributeValue.fromM(Map.of("Stage", text(name), "Time", text(time)));
  }

  private static AttributeValue unicorn(Unicorn unicorn) {
    return AttributeValue.fromM(
        Map.of(
            "Name", text(unicorn.name()),
            "Color", text(unicorn.color()),
            "Gender", text(unicorn.gender())));
  }

  private static Map<String, AttributeValue> key(RideId rideId) {
    return Map.of("RideId", text(rideId));
  }

  private static AttributeValue text(Object value) {
    return AttributeValue.fromS(value.toString());
  }

  private static AttributeValue number(Number value) {
    return AttributeValue.fromN(value.toString());
  }
}
