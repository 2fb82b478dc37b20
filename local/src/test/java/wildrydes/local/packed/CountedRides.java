package wildrydes.local.packed;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import wildrydes.emulators.cloudwatch.store.Distribution;
import wildrydes.emulators.cloudwatch.store.MetricId;
import wildrydes.emulators.cloudwatch.store.TimeWindow;
import wildrydes.local.FinishedRides;

/**
 * What CloudWatch was told, held against what was recorded. An assignment is counted with the
 * milliseconds from its request to its record, which tells the rides apart: a count for a record
 * that is not there shows even where another is missing.
 *
 * @param uncounted rides whose recorder was killed between its write and its metric call
 */
record CountedRides(Deployment deployment, FinishedRides finished, Set<String> uncounted) {

  /** Nothing is counted twice, and nothing is missed but what kills explain. */
  void assertThatTheyAgreeWithTheRecords() {
    Map<Long, Integer> missing = new TreeMap<>(byMillis(finished.inState("ASSIGNED")));
    counted().forEach((millis, count) -> missing.merge(millis, -count, Integer::sum));
    missing.values().removeIf(count -> count == 0);
    Map<Long, Integer> explained =
        byMillis(
            finished
                .inState("ASSIGNED")
                .filter(ride -> uncounted.contains(FinishedRides.text(ride, "RideId"))));
    missing.forEach(
        (millis, count) ->
            assertThat(count)
                .as("assignments recorded but not counted, each after %d ms", millis)
                .isNotNegative()
                .isLessThanOrEqualTo(explained.getOrDefault(millis, 0)));
    assertThat(finished.inState("UNASSIGNED").count() - deployment.sumOf("RidesUnassigned"))
        .as("unassigned rides that were not counted")
        .isBetween(
            0.0,
            (double)
                finished
                    .inState("UNASSIGNED")
                    .filter(ride -> uncounted.contains(FinishedRides.text(ride, "RideId")))
                    .count());
    assertThat(deployment.sumOf("RidesAssigned"))
        .isEqualTo(counted().values().stream().mapToInt(Integer::intValue).sum());
  }

  private static Map<Long, Integer> byMillis(Stream<Map<String, AttributeValue>> rides) {
    return rides.collect(
        groupingBy(
            ride ->
                Duration.between(
                        FinishedRides.time(ride, "RequestTime"),
                        FinishedRides.time(ride, "RecordTime"))
                    .toMillis(),
            summingInt(_ -> 1)));
  }

  private Map<Long, Integer> counted() {
    var all = new TimeWindow(Instant.now().minusSeconds(3600), Instant.now().plusSeconds(60), 60);
    Map<Long, Integer> counted = new HashMap<>();
    deployment
        .cloudWatch()
        .metrics()
        .read(MetricId.of("WildRydes", "TimeToAssign", Map.of()), Optional.empty(), all)
        .values()
        .forEach(distribution -> addTo(counted, distribution));
    return counted;
  }

  /** By its ranks, one after the other: a distribution keeps each value that was put. */
  private static void addTo(Map<Long, Integer> counted, Distribution distribution) {
    double samples = distribution.sampleCount();
    for (int rank = 1; rank <= samples; rank++) {
      var percent =
          BigDecimal.valueOf(100 * (rank - 0.5) / samples).setScale(9, RoundingMode.HALF_UP);
      counted.merge((long) distribution.percentile(percent).orElseThrow(), 1, Integer::sum);
    }
  }
}
