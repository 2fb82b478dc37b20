package wildrydes.simulation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static wildrydes.simulation.model.DynamoDbTwin.attribute;
import static wildrydes.simulation.model.DynamoDbTwin.errorOf;
import static wildrydes.simulation.model.DynamoDbTwin.l;
import static wildrydes.simulation.model.DynamoDbTwin.m;
import static wildrydes.simulation.model.DynamoDbTwin.n;
import static wildrydes.simulation.model.DynamoDbTwin.s;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** What the reads find, and in which order. */
interface ReadContract extends DynamoDbTwin {

  private void putSorted(String... sorts) {
    for (String sort : sorts) {
      dynamoDb()
          .putItem(
              p ->
                  p.tableName(SORTED.name())
                      .item(
                          Map.of(
                              "P", s(partition()),
                              "R", s(sort),
                              "Length", n(sort.length()))));
    }
  }

  private QueryRequest.Builder query(String condition, Map<String, AttributeValue> values) {
    var all = new HashMap<>(values);
    all.put(":p", s(partition()));
    return QueryRequest.builder()
        .tableName(SORTED.name())
        .consistentRead(true)
        .keyConditionExpression(condition)
        .expressionAttributeValues(all);
  }

  private List<String> sorts(QueryRequest.Builder query) {
    return dynamoDb().query(query.build()).items().stream()
        .map(item -> attribute(item, "R").s())
        .toList();
  }

  @Test
  default void aPartitionIsReadInTheOrderOfUtf8() {
    putSorted("b", "a", "B", "ab", "\uFFFD", "\uD83E\uDD84", "é");

    assertThat(sorts(query("P = :p", Map.of())))
        .containsExactly("B", "a", "ab", "b", "é", "\uFFFD", "\uD83E\uDD84");
    assertThat(sorts(query("P = :p", Map.of()).scanIndexForward(false)))
        .containsExactly("\uD83E\uDD84", "\uFFFD", "é", "b", "ab", "a", "B");
  }

  @Test
  default void numbersAreReadInTheirOwnOrder() {
    for (String number : List.of("10", "9", "-1", "1.5", "0")) {
      dynamoDb()
          .putItem(
              p ->
                  p.tableName(NUMBERED.name())
                      .item(Map.of("P", s(partition()), "R", AttributeValue.fromN(number))));
    }

    var found = dynamoDb().query(query("P = :p", Map.of()).tableName(NUMBERED.name()).build());

    assertThat(found.items().stream().map(item -> attribute(item, "R").n()))
        .containsExactly("-1", "0", "1.5", "9", "10");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          P = :p AND R = :b                  ; b
          P = :p AND R < :b                  ; a ab
          P = :p AND R <= :b                 ; a ab b
          P = :p AND R > :b                  ; ba c
          P = :p AND R >= :b                 ; b ba c
          R >= :b AND P = :p                 ; b ba c
          P = :p AND begins_with(R, :b)      ; b ba
          P = :p AND R BETWEEN :ab AND :b    ; ab b
          (P = :p) AND (R = :b)              ; b
          """)
  default void aKeyConditionChoosesSortKeys(String condition, String expected) {
    putSorted("a", "ab", "b", "ba", "c");
    var values = new HashMap<>(Map.of(":b", s("b")));
    if (condition.contains(":ab")) {
      values.put(":ab", s("ab"));
    }

    assertThat(sorts(query(condition, values))).containsExactly(expected.split(" ", -1));
  }

  @Test
  default void aFilterComesAfterTheLimit() {
    putSorted("a", "bb", "c", "dd");

    var page =
        dynamoDb()
            .query(
                query("P = :p", Map.of(":two", n(2)))
                    .filterExpression("#l = :two")
                    .expressionAttributeNames(Map.of("#l", "Length"))
                    .limit(3)
                    .build());

    assertThat(page.items().stream().map(item -> attribute(item, "R").s())).containsExactly("bb");
    assertThat(page.count()).isEqualTo(1);
    assertThat(page.scannedCount()).isEqualTo(3);
    assertThat(page.lastEvaluatedKey()).isEqualTo(Map.of("P", s(partition()), "R", s("c")));
  }

  @Test
  default void theNextPageBeginsAfterTheLastKey() {
    putSorted("a", "b", "c");

    var first = dynamoDb().query(query("P = :p", Map.of()).limit(2).build());
    var second =
        dynamoDb()
            .query(
                query("P = :p", Map.of())
                    .limit(2)
                    .exclusiveStartKey(first.lastEvaluatedKey())
                    .build());

    assertThat(second.items().stream().map(item -> attribute(item, "R").s())).containsExactly("c");
    assertThat(second.hasLastEvaluatedKey()).isFalse();
  }

  @Test
  default void aPageThatIsJustFullDoesNotKnowThatItIsTheLast() {
    putSorted("a", "b");

    var page = dynamoDb().query(query("P = :p", Map.of()).limit(2).build());

    assertThat(page.items()).hasSize(2);
    assertThat(page.lastEvaluatedKey()).isEqualTo(Map.of("P", s(partition()), "R", s("b")));
  }

  @Test
  default void aPageMayStartWhereNoItemIsBackwardsToo() {
    putSorted("a", "b", "d");

    assertThat(
            sorts(
                query("P = :p", Map.of())
                    .scanIndexForward(false)
                    .exclusiveStartKey(Map.of("P", s(partition()), "R", s("c")))))
        .containsExactly("b", "a");
  }

  @Test
  default void thePaginatorReadsEveryPage() {
    putSorted("a", "b", "c", "d", "e");

    var found = new ArrayList<String>();
    dynamoDb()
        .queryPaginator(query("P = :p", Map.of()).limit(2).build())
        .items()
        .forEach(item -> found.add(attribute(item, "R").s()));

    assertThat(found).containsExactly("a", "b", "c", "d", "e");
  }

  @Test
  default void anEmptyPartitionHasOneEmptyPage() {
    var page = dynamoDb().query(query("P = :p", Map.of()).build());

    assertThat(page.items()).isEmpty();
    assertThat(page.hasLastEvaluatedKey()).isFalse();
  }

  @Test
  default void aProjectionGivesOnlyWhatIsAskedForInItsPlace() {
    put(
        Map.of(
            "a", n(1),
            "Status", s("ASSIGNED"),
            "m", m(Map.of("x", n(1), "y", n(2))),
            "l", l(n(0), n(1), n(2))));

    var item =
        dynamoDb()
            .getItem(
                g ->
                    g.tableName(PLAIN.name())
                        .key(key())
                        .consistentRead(true)
                        .projectionExpression("#s, m.x, l[2], l[0], absent")
                        .expressionAttributeNames(Map.of("#s", "Status")))
            .item();

    assertThat(item)
        .isEqualTo(Map.of("Status", s("ASSIGNED"), "m", m(Map.of("x", n(1))), "l", l(n(0), n(2))));
  }

  @Test
  default void anItemWithoutWhatIsAskedForIsAnEmptyOne() {
    putSorted("a");
    var lookUp =
        KeysAndAttributes.builder()
            .keys(List.of(sortedKey("a")))
            .projectionExpression("absent")
            .build();

    var batch = dynamoDb().batchGetItem(b -> b.requestItems(Map.of(SORTED.name(), lookUp)));
    var page = dynamoDb().query(query("P = :p", Map.of()).projectionExpression("absent").build());

    assertThat(batch.responses().get(SORTED.name())).containsExactly(Map.of());
    assertThat(page.items()).containsExactly(Map.of());
  }

  @Test
  default void anItemThatIsNotThereIsNoItem() {
    var answer = dynamoDb().getItem(g -> g.tableName(PLAIN.name()).key(key()));

    assertThat(answer.hasItem()).isFalse();
  }

  @Test
  default void aBatchGivesWhatIsThereAndLeavesOutTheRest() {
    putSorted("a", "b");
    var lookUp =
        KeysAndAttributes.builder()
            .keys(List.of(sortedKey("a"), sortedKey("absent"), sortedKey("b")))
            .consistentRead(true)
            .projectionExpression("R")
            .build();

    var answer = dynamoDb().batchGetItem(b -> b.requestItems(Map.of(SORTED.name(), lookUp)));

    assertThat(answer.responses().get(SORTED.name()))
        .containsExactlyInAnyOrder(Map.of("R", s("a")), Map.of("R", s("b")));
    assertThat(answer.unprocessedKeys()).isEmpty();
  }

  @Test
  default void aBatchThatFindsNothingStillAnswersForItsTable() {
    var lookUp = KeysAndAttributes.builder().keys(List.of(sortedKey("absent"))).build();

    var answer = dynamoDb().batchGetItem(b -> b.requestItems(Map.of(SORTED.name(), lookUp)));

    assertThat(answer.responses()).isEqualTo(Map.of(SORTED.name(), List.of()));
  }

  @Test
  default void aBatchNamesNoKeyTwice() {
    var lookUp = KeysAndAttributes.builder().keys(List.of(sortedKey("a"), sortedKey("a"))).build();

    assertThat(
            errorOf(
                () -> dynamoDb().batchGetItem(b -> b.requestItems(Map.of(SORTED.name(), lookUp)))))
        .isEqualTo("ValidationException");
  }

  @Test
  default void aBatchHasAHundredKeysAtMost() {
    var keys = new ArrayList<Map<String, AttributeValue>>();
    for (int i = 0; i <= 100; i++) {
      keys.add(sortedKey("r" + i));
    }
    var tooMany = KeysAndAttributes.builder().keys(keys).build();
    var allowed = KeysAndAttributes.builder().keys(keys.subList(0, 100)).build();

    assertThat(
            errorOf(
                () -> dynamoDb().batchGetItem(b -> b.requestItems(Map.of(SORTED.name(), tooMany)))))
        .isEqualTo("ValidationException");
    assertThat(
            dynamoDb()
                .batchGetItem(b -> b.requestItems(Map.of(SORTED.name(), allowed)))
                .responses()
                .get(SORTED.name()))
        .isEmpty();
  }

  @Test
  default void aScanFindsTheItemsOfAllPartitions() {
    putSorted("a", "b");

    var found = new ArrayList<Map<String, AttributeValue>>();
    dynamoDb()
        .scanPaginator(
            s ->
                s.tableName(SORTED.name())
                    .consistentRead(true)
                    .filterExpression("P = :p AND R > :a")
                    .expressionAttributeValues(
                        Map.of(":p", DynamoDbTwin.s(partition()), ":a", DynamoDbTwin.s("a")))
                    .limit(1))
        .items()
        .forEach(found::add);

    assertThat(found).containsExactly(Map.of("P", s(partition()), "R", s("b"), "Length", n(1)));
  }

  private Map<String, AttributeValue> sortedKey(String sort) {
    return Map.of("P", s(partition()), "R", s(sort));
  }
}
