package wildrydes.simulation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static wildrydes.simulation.model.DynamoDbTwin.attribute;
import static wildrydes.simulation.model.DynamoDbTwin.errorOf;
import static wildrydes.simulation.model.DynamoDbTwin.l;
import static wildrydes.simulation.model.DynamoDbTwin.m;
import static wildrydes.simulation.model.DynamoDbTwin.n;
import static wildrydes.simulation.model.DynamoDbTwin.s;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** What an update makes of an item. */
interface UpdateContract extends DynamoDbTwin {

  private UpdateItemResponse update(String expression, Map<String, AttributeValue> values) {
    return dynamoDb()
        .updateItem(
            u -> {
              u.tableName(PLAIN.name()).key(key()).updateExpression(expression);
              u.returnValues(ReturnValue.ALL_NEW);
              if (!values.isEmpty()) {
                u.expressionAttributeValues(values);
              }
            });
  }

  @Test
  default void anUpdateCreatesWhatIsNotThere() {
    update("SET a = :a", Map.of(":a", n(1)));

    assertThat(stored()).isEqualTo(item(Map.of("a", n(1))));
  }

  @Test
  default void anUpdateWithoutAnExpressionCreatesTheKeyAlone() {
    dynamoDb().updateItem(u -> u.tableName(PLAIN.name()).key(key()));

    assertThat(stored()).isEqualTo(key());
  }

  @Test
  default void aNumberHasOneText() {
    put(Map.of("m", m(Map.of("x", AttributeValue.fromN("1.50")))));

    boolean asWritten =
        differences().contains(KnownDifference.DYNAMODB_LOCAL_KEEPS_NUMBERS_AS_WRITTEN);
    assertThat(attribute(attribute(stored(), "m").m(), "x").n())
        .isEqualTo(asWritten ? "1.50" : "1.5");
  }

  @Test
  default void aRemovalFromWhatIsNotThereCreatesTheKeyAlone() {
    update("REMOVE a", Map.of());

    assertThat(stored()).isEqualTo(key());
  }

  @Test
  default void onlyWhatIsNamedChanges() {
    put(Map.of("a", n(1), "b", n(2), "c", n(3)));

    var answer = update("SET a = :a REMOVE b, absent", Map.of(":a", s("new")));

    assertThat(answer.attributes()).isEqualTo(item(Map.of("a", s("new"), "c", n(3))));
    assertThat(stored()).isEqualTo(answer.attributes());
  }

  @Test
  default void theOldItemIsToldIfAsked() {
    put(Map.of("a", n(1)));

    var answer =
        dynamoDb()
            .updateItem(
                u ->
                    u.tableName(PLAIN.name())
                        .key(key())
                        .updateExpression("SET a = a + :one")
                        .expressionAttributeValues(Map.of(":one", n(1)))
                        .returnValues(ReturnValue.ALL_OLD));

    assertThat(answer.attributes()).isEqualTo(item(Map.of("a", n(1))));
    assertThat(stored()).isEqualTo(item(Map.of("a", n(2))));
  }

  @Test
  default void nothingIsToldUnlessAsked() {
    var answer = dynamoDb().updateItem(u -> u.tableName(PLAIN.name()).key(key()));

    assertThat(answer.hasAttributes()).isFalse();
  }

  @Test
  default void valuesAreTakenFromTheItemAsItWas() {
    put(Map.of("a", n(1), "b", n(2)));

    var answer = update("SET a = b, b = a, c = a - b, d = if_not_exists(e, a)", Map.of());

    assertThat(answer.attributes())
        .isEqualTo(item(Map.of("a", n(2), "b", n(1), "c", n(-1), "d", n(1))));
  }

  @Test
  default void aCounterMayStartByItself() {
    update("SET a = if_not_exists(a, :zero) + :one", Map.of(":zero", n(0), ":one", n(1)));
    update("SET a = if_not_exists(a, :zero) + :one", Map.of(":zero", n(0), ":one", n(1)));

    assertThat(stored()).isEqualTo(item(Map.of("a", n(2))));
  }

  @Test
  default void addAddsNumbersAndUnitesSets() {
    put(Map.of("a", n(40), "c", AttributeValue.fromSs(List.of("x"))));

    var answer =
        update(
            "ADD a :two, b :two, c :set",
            Map.of(":two", n(2), ":set", AttributeValue.fromSs(List.of("x", "y"))));

    assertThat(Canonical.text(answer.attributes()))
        .isEqualTo(
            Canonical.text(
                item(
                    Map.of("a", n(42), "b", n(2), "c", AttributeValue.fromSs(List.of("x", "y"))))));
  }

  @Test
  default void aSetFromWhichAllIsDeletedIsGone() {
    put(Map.of("c", AttributeValue.fromSs(List.of("x", "y"))));

    var answer =
        update("DELETE c :all", Map.of(":all", AttributeValue.fromSs(List.of("x", "y", "z"))));

    assertThat(answer.attributes()).isEqualTo(key());
  }

  @Test
  default void listsAreAppendedInOrder() {
    put(Map.of("l", l(n(1))));

    var answer = update("SET l = list_append(:first, l)", Map.of(":first", l(s("before"), n(0))));

    assertThat(answer.attributes()).isEqualTo(item(Map.of("l", l(s("before"), n(0), n(1)))));
  }

  @Test
  default void deepPlacesAreWritten() {
    put(Map.of("m", m(Map.of("x", n(1), "y", m(Map.of("z", n(2))))), "l", l(n(0), n(1), n(2))));

    var answer =
        update(
            "SET m.y.z = :new, m.w = :new, l[1] = :new, l[9] = :end REMOVE m.x, l[0]",
            Map.of(":new", s("new"), ":end", s("end")));

    assertThat(answer.attributes())
        .isEqualTo(
            item(
                Map.of(
                    "m", m(Map.of("y", m(Map.of("z", s("new"))), "w", s("new"))),
                    "l", l(s("new"), n(2), s("end")))));
  }

  @Test
  default void namesAndValuesMayStandForAnything() {
    dynamoDb()
        .updateItem(
            u ->
                u.tableName(PLAIN.name())
                    .key(key())
                    .updateExpression("SET #Status = :Status, #dotted = :Status")
                    .expressionAttributeNames(Map.of("#Status", "Status", "#dotted", "a.b"))
                    .expressionAttributeValues(Map.of(":Status", s("FAILED"))));

    assertThat(stored()).isEqualTo(item(Map.of("Status", s("FAILED"), "a.b", s("FAILED"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SET a = absent",
        "SET a = text + a",
        "SET absent.x = a",
        "SET a.x = a",
        "SET a = a SET b = a",
        "SET m.x = a, m = a",
        "SET a = a, a = a",
        "SET m.x = a, m[0] = a",
        "SET P = a",
        "REMOVE P",
        "SET a = a + a + a",
        "SET a = list_append(a, a)",
        "SET a == a",
        "SET",
        "",
        "INCREASE a",
        "SET a = nothing(a, a)",
        "SET Status = a"
      })
  default void whatMakesNoSenseIsRefusedAndChangesNothing(String expression) {
    var before = item(Map.of("a", n(1), "text", s("t"), "m", m(Map.of("x", n(1)))));
    put(before);

    assertThat(errorOf(() -> update(expression, Map.of()))).isEqualTo("ValidationException");
    assertThat(stored()).isEqualTo(before);
  }
}
