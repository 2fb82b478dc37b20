package wildrydes.simulation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wildrydes.simulation.model.DynamoDbTwin.n;
import static wildrydes.simulation.model.DynamoDbTwin.s;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

class ModelDynamoDbTest
    implements ConditionContract, UpdateContract, ReadContract, RefusalContract {

  private final SettableClock clock = new SettableClock();
  private Duration staleness = Duration.ZERO;
  private final ModelDynamoDb model = new ModelDynamoDb(clock, () -> staleness);

  ModelDynamoDbTest() {
    model.createTable(PLAIN);
    model.createTable(SORTED);
    model.createTable(NUMBERED);
  }

  @Override
  public DynamoDbClient dynamoDb() {
    return model;
  }

  @Override
  public Set<KnownDifference> differences() {
    return Set.of(KnownDifference.MODEL_HAS_NO_BYTE_LIMITS);
  }

  @Override
  public String partition() {
    return "p";
  }

  @Test
  void anInconsistentReadSeesAnItemAsItWasAMomentAgo() {
    put(Map.of("a", n(1)));
    clock.advance(Duration.ofSeconds(10));
    put(Map.of("a", n(2)));
    clock.advance(Duration.ofMillis(300));
    put(Map.of("a", n(3)));

    clock.advance(Duration.ofMillis(200));

    assertThat(seen(Duration.ofMillis(199))).isEqualTo(item(Map.of("a", n(3))));
    assertThat(seen(Duration.ofMillis(201))).isEqualTo(item(Map.of("a", n(2))));
    assertThat(seen(Duration.ofSeconds(5))).isEqualTo(item(Map.of("a", n(1))));
    assertThat(stored()).isEqualTo(item(Map.of("a", n(3))));
  }

  @Test
  void anInconsistentReadMissesWhatWasJustPutAndStillSeesWhatWasJustDeleted() {
    put(Map.of());
    clock.advance(Duration.ofMillis(10));

    assertThat(seen(Duration.ofMillis(11))).isEmpty();
    assertThat(queried(Duration.ofMillis(11))).isEmpty();

    clock.advance(Duration.ofSeconds(10));
    model.deleteItem(d -> d.tableName(PLAIN.name()).key(key()));
    clock.advance(Duration.ofMillis(10));

    assertThat(seen(Duration.ofMillis(11))).isEqualTo(key());
    assertThat(queried(Duration.ofMillis(11))).containsExactly(key());
    assertThat(queried(Duration.ZERO)).isEmpty();
  }

  @Test
  void noReadIsStalerThanWhatIsKept() {
    put(Map.of());
    staleness = ItemHistory.KEPT.plusMillis(1);

    assertThatThrownBy(() -> model.getItem(g -> g.tableName(PLAIN.name()).key(key())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aConditionIsNeverJudgedByAStaleItem() {
    put(Map.of("a", n(1)));
    clock.advance(Duration.ofSeconds(10));
    put(Map.of("a", n(2)));
    staleness = Duration.ofSeconds(5);

    assertThatThrownBy(
            () ->
                model.deleteItem(
                    d ->
                        d.tableName(PLAIN.name())
                            .key(key())
                            .conditionExpression("a = :one")
                            .expressionAttributeValues(Map.of(":one", n(1)))))
        .isInstanceOf(ConditionalCheckFailedException.class);
  }

  @Test
  void everyAppliedWriteIsTold() {
    List<ItemChange> changes = new ArrayList<>();
    model.onChange(changes::add);

    put(Map.of("a", n(1)));
    put(Map.of("a", n(1)));
    assertThatThrownBy(
            () ->
                model.putItem(
                    p ->
                        p.tableName(PLAIN.name())
                            .item(key())
                            .conditionExpression("attribute_not_exists(P)")))
        .isInstanceOf(ConditionalCheckFailedException.class);
    model.deleteItem(d -> d.tableName(PLAIN.name()).key(key()));

    var item = item(Map.of("a", n(1)));
    assertThat(changes)
        .containsExactly(
            new ItemChange(PLAIN.name(), Map.of(), item),
            new ItemChange(PLAIN.name(), item, item),
            new ItemChange(PLAIN.name(), item, Map.of()));
    assertThat(model.items(PLAIN.name())).isEmpty();
  }

  @Test
  void aPageEndsAfterSoManyItemsWhateverTheFilterLeaves() {
    for (String sort : List.of("a", "b", "c")) {
      model.putItem(
          p -> p.tableName(SORTED.name()).item(Map.of("P", s("p"), "R", s(sort), "n", s(sort))));
    }
    model.pagesOf(2);

    var first =
        model.query(
            q ->
                q.tableName(SORTED.name())
                    .keyConditionExpression("P = :p")
                    .filterExpression("n > :n")
                    .expressionAttributeValues(Map.of(":p", s("p"), ":n", s("b"))));

    assertThat(first.items()).isEmpty();
    assertThat(first.scannedCount()).isEqualTo(2);
    assertThat(first.lastEvaluatedKey()).isEqualTo(Map.of("P", s("p"), "R", s("b")));
  }

  @Test
  void whatIsNotModelledIsRefused() {
    assertThatThrownBy(() -> model.transactWriteItems(t -> t.transactItems(List.of())))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> model.query(q -> q.tableName(SORTED.name()).indexName("I")))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private Map<String, AttributeValue> seen(Duration age) {
    staleness = age;
    return model.getItem(g -> g.tableName(PLAIN.name()).key(key())).item();
  }

  private List<Map<String, AttributeValue>> queried(Duration age) {
    staleness = age;
    return model
        .query(
            q ->
                q.tableName(PLAIN.name())
                    .keyConditionExpression("P = :p")
                    .expressionAttributeValues(Map.of(":p", s(partition()))))
        .items();
  }
}
