package wildrydes.simulation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static wildrydes.simulation.model.DynamoDbTwin.l;
import static wildrydes.simulation.model.DynamoDbTwin.m;
import static wildrydes.simulation.model.DynamoDbTwin.n;
import static wildrydes.simulation.model.DynamoDbTwin.s;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** When a conditional write is applied, and what it answers. */
interface ConditionContract extends DynamoDbTwin {

  /** The item that the conditions below are about. */
  Map<String, AttributeValue> BUSY =
      Map.of(
          "BusyUntil", n(1000),
          "RideId", s("ride"),
          "Place", m(Map.of("Cell", s("c23nb"), "Spots", l(s("c23nb62w"), n(7)))),
          "Tags", AttributeValue.fromSs(List.of("fast", "white")),
          "Retired", AttributeValue.fromBool(false));

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          attribute_exists(P)                                                      ; true
          attribute_not_exists(P)                                                  ; false
          attribute_not_exists(BusyUntil) OR BusyUntil < :hundred                  ; false
          attribute_not_exists(BusyUntil) OR BusyUntil < :hundred OR RideId = :ride ; true
          BusyUntil = :thousand AND RideId <> :ride                                ; false
          NOT BusyUntil = :hundred AND RideId = :ride                              ; true
          NOT (BusyUntil = :hundred AND RideId = :ride)                            ; true
          NOT BusyUntil = :hundred AND RideId = :ri                               ; false
          NOT NOT RideId = :ride                                                   ; true
          BusyUntil = :hundred AND RideId = :ride OR Retired = :no                 ; true
          BusyUntil = :hundred AND (RideId = :ride OR Retired = :no)               ; false
          BusyUntil > :hundred                                                     ; true
          BusyUntil >= :thousand                                                   ; true
          BusyUntil <= :thousand                                                   ; true
          BusyUntil < :thousand                                                    ; false
          :hundred < BusyUntil                                                     ; true
          BusyUntil < :ride                                                        ; false
          BusyUntil > :ride                                                        ; false
          BusyUntil <> :ride                                                       ; true
          Absent < :thousand                                                       ; false
          Absent = :thousand                                                       ; false
          Absent <> :thousand                                                      ; true
          NOT Absent = :thousand                                                   ; true
          BusyUntil IN (:hundred, :thousand)                                       ; true
          RideId IN (:hundred, :thousand)                                          ; false
          Absent IN (:hundred)                                                     ; false
          BusyUntil BETWEEN :hundred AND :thousand                                 ; true
          BusyUntil BETWEEN :hundred AND :hundred                                  ; false
          RideId BETWEEN :hundred AND :thousand                                    ; false
          attribute_type(Place, :map)                                              ; true
          attribute_type(RideId, :map)                                             ; false
          begins_with(RideId, :ri)                                                 ; true
          begins_with(BusyUntil, :ri)                                              ; false
          contains(RideId, :ri)                                                    ; true
          contains(Tags, :fast)                                                    ; true
          contains(Tags, :ri)                                                      ; false
          contains(Place.Spots, :seven)                                            ; true
          size(RideId) = :four                                                     ; true
          size(Tags) < :four                                                       ; true
          size(BusyUntil) = :four                                                  ; false
          Place.Cell = :cell                                                       ; true
          Place.#c = :cell                                                         ; true
          Place.Spots[1] = :seven                                                  ; true
          attribute_exists(Place.Spots[2])                                         ; false
          attribute_exists(RideId.Cell)                                            ; false
          """)
  default void aWriteIsAppliedExactlyIfItsConditionHolds(String condition, boolean holds) {
    put(BUSY);

    assertThat(isApplied(condition)).isEqualTo(holds);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          attribute_not_exists(P)                                 ; true
          attribute_exists(P)                                     ; false
          BusyUntil < :thousand                                   ; false
          attribute_not_exists(BusyUntil) OR BusyUntil < :hundred ; true
          RideId <> :ride                                         ; true
          """)
  default void anAbsentItemHasNoAttributes(String condition, boolean holds) {
    assertThat(isApplied(condition)).isEqualTo(holds);
  }

  private boolean isApplied(String condition) {
    try {
      dynamoDb().putItem(conditional(condition).build());
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  private PutItemRequest.Builder conditional(String condition) {
    var meanings =
        Map.of(
            ":hundred", n(100),
            ":thousand", AttributeValue.fromN("1000.0"),
            ":four", n(4),
            ":seven", n(7),
            ":ride", s("ride"),
            ":ri", s("ri"),
            ":fast", s("fast"),
            ":map", s("M"),
            ":cell", s("c23nb"),
            ":no", AttributeValue.fromBool(false));
    var used = new HashMap<>(meanings);
    used.keySet().removeIf(name -> !condition.matches(".*" + name + "\\b.*"));
    var request =
        PutItemRequest.builder()
            .tableName(PLAIN.name())
            .item(item(Map.of("Written", s("yes"))))
            .conditionExpression(condition);
    if (!used.isEmpty()) {
      request.expressionAttributeValues(used);
    }
    return condition.contains("#c")
        ? request.expressionAttributeNames(Map.of("#c", "Cell"))
        : request;
  }

  @Test
  default void aFailedConditionTellsTheOldItemIfAsked() {
    put(BUSY);
    var request = conditional("attribute_not_exists(P)");

    var asked =
        catchThrowableOfType(
            ConditionalCheckFailedException.class,
            () ->
                dynamoDb()
                    .putItem(
                        request
                            .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD)
                            .build()));
    var notAsked =
        catchThrowableOfType(
            ConditionalCheckFailedException.class,
            () -> dynamoDb().putItem(conditional("attribute_not_exists(P)").build()));

    assertThat(asked.item()).isEqualTo(item(BUSY));
    assertThat(notAsked.hasItem()).isFalse();
    assertThat(stored()).isEqualTo(item(BUSY));
  }

  @Test
  default void aFailedConditionOnAnAbsentItemTellsNone() {
    var failed =
        catchThrowableOfType(
            ConditionalCheckFailedException.class,
            () ->
                dynamoDb()
                    .putItem(
                        conditional("attribute_exists(P)")
                            .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD)
                            .build()));

    assertThat(failed.hasItem()).isFalse();
    assertThat(stored()).isEmpty();
  }

  @Test
  default void aPutReplacesTheWholeItemAndTellsTheOldOne() {
    put(BUSY);

    var answer =
        dynamoDb()
            .putItem(
                p ->
                    p.tableName(PLAIN.name())
                        .item(item(Map.of("New", n(1))))
                        .returnValues(ReturnValue.ALL_OLD));

    assertThat(answer.attributes()).isEqualTo(item(BUSY));
    assertThat(stored()).isEqualTo(item(Map.of("New", n(1))));
  }

  @Test
  default void aDeleteIsConditionalToo() {
    put(BUSY);

    var failed =
        catchThrowableOfType(
            ConditionalCheckFailedException.class,
            () ->
                dynamoDb()
                    .deleteItem(
                        d ->
                            d.tableName(PLAIN.name())
                                .key(key())
                                .conditionExpression("attribute_not_exists(BusyUntil)")));
    var answer =
        dynamoDb()
            .deleteItem(
                d -> d.tableName(PLAIN.name()).key(key()).returnValues(ReturnValue.ALL_OLD));

    assertThat(failed).isNotNull();
    assertThat(answer.attributes()).isEqualTo(item(BUSY));
    assertThat(stored()).isEmpty();
  }

  @Test
  default void deletingWhatIsNotThereSucceeds() {
    var answer =
        dynamoDb()
            .deleteItem(
                d -> d.tableName(PLAIN.name()).key(key()).returnValues(ReturnValue.ALL_OLD));

    assertThat(answer.hasAttributes()).isFalse();
  }
}
