package wildrydes.simulation.model;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import wildrydes.emulators.template.Table;

/** A DynamoDB with two tables: the model or the real one. */
interface DynamoDbTwin {

  /** With items that are found by {@code P} alone. */
  Table PLAIN = table("Parity-Plain", Map.of("P", "S"), Optional.empty());

  /** With items in the order of a text. */
  Table SORTED = table("Parity-Sorted", Map.of("P", "S", "R", "S"), Optional.of("R"));

  /** With items in the order of a number. */
  Table NUMBERED = table("Parity-Numbered", Map.of("P", "S", "R", "N"), Optional.of("R"));

  private static Table table(String name, Map<String, String> types, Optional<String> sort) {
    return new Table(name, name, types, new Table.Key("P", sort), List.of(), Optional.empty());
  }

  DynamoDbClient dynamoDb();

  Set<KnownDifference> differences();

  /** A partition that no other test uses. */
  String partition();

  default Map<String, AttributeValue> key() {
    return Map.of("P", s(partition()));
  }

  /** An item of the plain table, at this test's key. */
  default Map<String, AttributeValue> item(Map<String, AttributeValue> attributes) {
    var item = new HashMap<>(attributes);
    item.putAll(key());
    return item;
  }

  default void put(Map<String, AttributeValue> attributes) {
    dynamoDb().putItem(p -> p.tableName(PLAIN.name()).item(item(attributes)));
  }

  /** This test's item in the plain table; empty if there is none. */
  default Map<String, AttributeValue> stored() {
    return dynamoDb()
        .getItem(g -> g.tableName(PLAIN.name()).key(key()).consistentRead(true))
        .item();
  }

  static AttributeValue s(String text) {
    return AttributeValue.fromS(text);
  }

  static AttributeValue n(long number) {
    return AttributeValue.fromN(Long.toString(number));
  }

  static AttributeValue m(Map<String, AttributeValue> fields) {
    return AttributeValue.fromM(fields);
  }

  static AttributeValue l(AttributeValue... elements) {
    return AttributeValue.fromL(List.of(elements));
  }

  /** An attribute that must be there. */
  static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
    return Objects.requireNonNull(item.get(name), name);
  }

  /** The code with which a call is refused. */
  static String errorOf(ThrowingCallable call) {
    return catchThrowableOfType(AwsServiceException.class, call).awsErrorDetails().errorCode();
  }
}
