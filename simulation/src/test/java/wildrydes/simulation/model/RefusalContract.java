package wildrydes.simulation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static wildrydes.simulation.model.DynamoDbTwin.errorOf;
import static wildrydes.simulation.model.DynamoDbTwin.n;
import static wildrydes.simulation.model.DynamoDbTwin.s;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Requests that are refused, whatever the table holds. */
interface RefusalContract extends DynamoDbTwin {

  String REFUSED = "ValidationException";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a = :a AND",
        "a = :a)",
        "(a = :a",
        "((a = :a))",
        "a == :a",
        "a = :a = :a",
        "a AND :a = :a",
        "a = :a; b = :a",
        "Status = :a",
        "a = a AND a = :a",
        "a = :a AND nothing(a)",
        "ATTRIBUTE_EXISTS(a) AND a = :a",
        "attribute_exists(:a)",
        "attribute_exists(a, a) AND a = :a",
        "begins_with(a, :a)",
        "attribute_type(a, :a)",
        "size(:a) = a",
        "size(a) AND a = :a",
        "a BETWEEN :a",
        "a IN ()",
        "a = :a AND a = :unbound",
        "a = :a AND #unbound = :a",
        "a = :a AND m.[0] = :a",
        "a = :a AND l[-1] = :a",
        "attribute_exists(a)"
      })
  default void aConditionThatMakesNoSenseIsRefused(String condition) {
    assertThat(
            errorOf(
                () ->
                    dynamoDb()
                        .putItem(
                            p ->
                                p.tableName(PLAIN.name())
                                    .item(key())
                                    .conditionExpression(condition)
                                    .expressionAttributeValues(Map.of(":a", n(1))))))
        .isEqualTo(REFUSED);
    assertThat(stored()).isEmpty();
  }

  @Test
  default void literalsMustFitTheirOperator() {
    assertThat(refusal("a < :v", Map.of(":v", AttributeValue.fromBool(true)))).isEqualTo(REFUSED);
    assertThat(refusal("a BETWEEN :v AND :w", Map.of(":v", n(2), ":w", n(1)))).isEqualTo(REFUSED);
    assertThat(refusal("a BETWEEN :v AND :w", Map.of(":v", n(2), ":w", s("3")))).isEqualTo(REFUSED);
    assertThat(refusal("a = :v", Map.of(":v", AttributeValue.fromN("twelve")))).isEqualTo(REFUSED);
    assertThat(refusal("a = :v", Map.of(":v", AttributeValue.fromSs(List.of()))))
        .isEqualTo(REFUSED);
  }

  private String refusal(String condition, Map<String, AttributeValue> values) {
    return errorOf(
        () ->
            dynamoDb()
                .putItem(
                    p ->
                        p.tableName(PLAIN.name())
                            .item(key())
                            .conditionExpression(condition)
                            .expressionAttributeValues(values)));
  }

  @Test
  default void aNameThatIsNotUsedIsRefused() {
    assertThat(
            errorOf(
                () ->
                    dynamoDb()
                        .putItem(
                            p ->
                                p.tableName(PLAIN.name())
                                    .item(key())
                                    .conditionExpression("attribute_exists(a)")
                                    .expressionAttributeNames(Map.of("#a", "a")))))
        .isEqualTo(REFUSED);
  }

  @Test
  default void placeholdersNeedAnExpression() {
    assertThat(
            errorOf(
                () ->
                    dynamoDb()
                        .putItem(
                            p ->
                                p.tableName(PLAIN.name())
                                    .item(key())
                                    .expressionAttributeValues(Map.of(":a", n(1))))))
        .isEqualTo(REFUSED);
  }

  @Test
  default void anItemNeedsItsWholeKeyOfTheRightType() {
    for (Map<String, AttributeValue> item :
        List.of(
            Map.of("P", s(partition())),
            Map.of("R", s("r")),
            Map.of("P", s(partition()), "R", n(1)),
            Map.of("P", s(partition()), "R", s("")))) {
      assertThat(errorOf(() -> dynamoDb().putItem(p -> p.tableName(SORTED.name()).item(item))))
          .isEqualTo(REFUSED);
    }
  }

  @Test
  default void aKeyIsTheKeyAndNothingElse() {
    var more = new HashMap<>(key());
    more.put("a", n(1));
    for (Map<String, AttributeValue> key :
        List.of(more, Map.of("a", n(1)), Map.of("P", n(1)), Map.of("P", s("")))) {
      assertThat(errorOf(() -> dynamoDb().getItem(g -> g.tableName(PLAIN.name()).key(key))))
          .isEqualTo(REFUSED);
      assertThat(errorOf(() -> dynamoDb().updateItem(u -> u.tableName(PLAIN.name()).key(key))))
          .isEqualTo(REFUSED);
      assertThat(errorOf(() -> dynamoDb().deleteItem(d -> d.tableName(PLAIN.name()).key(key))))
          .isEqualTo(REFUSED);
    }
  }

  @Test
  default void aTableThatIsNotThereIsNotFound() {
    var unknown = "Resource" + "NotFoundException";

    assertThat(errorOf(() -> dynamoDb().getItem(g -> g.tableName("Nowhere").key(key()))))
        .isEqualTo(unknown);
    assertThat(errorOf(() -> dynamoDb().putItem(p -> p.tableName("Nowhere").item(key()))))
        .isEqualTo(unknown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "R = :p",
        "P > :p",
        "P = :p OR R = :p",
        "NOT P = :p",
        "P = :p AND a = :p",
        "P = :p AND R <> :p",
        "P = :p AND contains(R, :p)",
        "P = :p AND R = :p AND R = :p",
        "P = :p AND attribute_exists(R)",
        "begins_with(P, :p)",
        "P IN (:p)"
      })
  default void aQueryIsOfOnePartitionAndARangeOfItsSortKeys(String condition) {
    assertThat(
            errorOf(
                () ->
                    dynamoDb()
                        .query(
                            q ->
                                q.tableName(SORTED.name())
                                    .keyConditionExpression(condition)
                                    .expressionAttributeValues(Map.of(":p", s(partition()))))))
        .isEqualTo(REFUSED);
  }

  @Test
  default void aFilterLeavesTheKeysAlone() {
    assertThat(
            errorOf(
                () ->
                    dynamoDb()
                        .query(
                            q ->
                                q.tableName(SORTED.name())
                                    .keyConditionExpression("P = :p")
                                    .filterExpression("a = :p OR NOT begins_with(R, :p)")
                                    .expressionAttributeValues(Map.of(":p", s(partition()))))))
        .isEqualTo(REFUSED);
  }
}
