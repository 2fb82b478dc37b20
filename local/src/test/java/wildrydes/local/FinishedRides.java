package wildrydes.local;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import wildrydes.dispatcher.aws.UnicornItem;

/**
 * Both tables once all messages are worked, read as an auditor would, and what must hold of them
 * whatever happened on the way.
 */
public record FinishedRides(
    List<Map<String, AttributeValue>> rides, Map<String, Map<String, AttributeValue>> unicorns) {

  /** How long after its end a dispatcher takes a lease for over. */
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(5);

  private static final Set<String> FINAL = Set.of("ASSIGNED", "UNASSIGNED");

  /** Reads all of both. */
  public static FinishedRides read(DynamoDbClient dynamoDb, String rides, String unicorns) {
    return new FinishedRides(
        items(dynamoDb, rides).toList(),
        items(dynamoDb, unicorns).collect(toMap(item -> text(item, "Name"), item -> item)));
  }

  private static Stream<Map<String, AttributeValue>> items(DynamoDbClient dynamoDb, String table) {
    return dynamoDb.scanPaginator(s -> s.tableName(table).consistentRead(true)).items().stream();
  }

  /** These rides exist, no others, and each has one of the two outcomes that are final. */
  public void assertThatExactlyTheseAreDecided(Set<String> accepted) {
    assertThat(rides)
        .extracting(ride -> text(ride, "RideId"))
        .containsExactlyInAnyOrderElementsOf(accepted);
    assertThat(rides)
        .filteredOn(ride -> !FINAL.contains(text(ride, "Status")))
        .extracting(ride -> text(ride, "RideId") + " is " + text(ride, "Status"))
        .isEmpty();
  }

  /** No two rides were promised one unicorn for the same time. */
  public void assertThatNoUnicornServesTwoRidesAtOnce() {
    inState("ASSIGNED")
        .collect(groupingBy(ride -> text(ride, "UnicornName")))
        .forEach(
            (unicorn, itsRides) -> {
              List<Map<String, AttributeValue>> inOrder =
                  itsRides.stream()
                      .sorted(Comparator.comparing(ride -> time(ride, "DecisionTime")))
                      .toList();
              for (int i = 1; i < inOrder.size(); i++) {
                assertThat(time(inOrder.get(i), "DecisionTime"))
                    .as("%s serves\n%s\n%s", unicorn, inOrder.get(i - 1), inOrder.get(i))
                    .isAfter(time(inOrder.get(i - 1), "LeaseUntil"));
              }
            });
  }

  /**
   * Each promised unicorn has been held for its ride until the promised time: its item is still the
   * ride's, or somebody else's who came later.
   *
   * @param rideTime how long a lease is at least
   */
  public void assertThatTheFleetKeptThePromises(Duration rideTime) {
    assertThat(inState("ASSIGNED"))
        .allSatisfy(
            ride -> {
              var unicorn = requireNonNull(unicorns.get(text(ride, "UnicornName")));
              Instant promised = time(ride, "LeaseUntil");
              boolean stillIts = text(unicorn, "RideId").equals(text(ride, "RideId"));
              assertThat(UnicornItem.busyUntil(unicorn).orElseThrow())
                  .as("%s\nhas\n%s", ride, unicorn)
                  .isAfterOrEqualTo(stillIts ? promised : promised.plus(CLOCK_SKEW).plus(rideTime));
            });
  }

  public Stream<Map<String, AttributeValue>> inState(String status) {
    return rides.stream().filter(ride -> text(ride, "Status").equals(status));
  }

  public static String text(Map<String, AttributeValue> item, String attribute) {
    return requireNonNull(item.get(attribute), attribute).s();
  }

  public static Instant time(Map<String, AttributeValue> item, String attribute) {
    return Instant.parse(text(item, attribute));
  }
}
