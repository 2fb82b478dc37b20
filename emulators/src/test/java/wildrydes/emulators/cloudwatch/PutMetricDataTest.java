package wildrydes.emulators.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;
import wildrydes.emulators.cloudwatch.api.ApiError;
import wildrydes.emulators.cloudwatch.api.ApiError.Code;
import wildrydes.emulators.cloudwatch.api.Operation;
import wildrydes.emulators.cloudwatch.api.Parameters;
import wildrydes.emulators.cloudwatch.metrics.PutMetricData;
import wildrydes.emulators.cloudwatch.store.MetricId;
import wildrydes.emulators.cloudwatch.store.MetricStore;
import wildrydes.emulators.cloudwatch.store.TimeWindow;

class PutMetricDataTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final SettableClock clock = new SettableClock(NOON);
  private final MetricStore store = new MetricStore(clock);
  private final PutMetricData operation = new PutMetricData(store, clock);

  @Test
  void whatIsLeftOutIsNowAndWithoutUnit() {
    put(datum().put("Value", 3));

    var read = store.readByUnit(MetricId.of("N", "M", Map.of()), minute());
    assertThat(read).containsOnlyKeys(StandardUnit.NONE);
    assertThat(read.get(StandardUnit.NONE)).containsOnlyKeys(NOON);
  }

  @Test
  void oneBadSampleKeepsTheWholeCallOut() {
    var request = request(datum().put("Value", 1));
    data(request).add(datum().put("Value", Double.NaN));

    assertRefused(
        request,
        Code.INVALID_VALUE,
        "The value NaN for parameter MetricData.member.2.Value is invalid.");

    assertThat(store.newest()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MAX_VALUE,
        -Double.MAX_VALUE
      })
  void aValueMustBeInRange(double value) {
    assertRefused(
        request(datum().put("Value", value)),
        Code.INVALID_VALUE,
        "The value %s for parameter MetricData.member.1.Value is invalid.".formatted(value));
  }

  @ParameterizedTest
  @CsvSource({
    "NaN, INVALID_VALUE",
    "Infinity, INVALID_VALUE",
    "-Infinity, INVALID_VALUE",
    "seven, UNREADABLE"
  })
  void aNumberInQuotesIsOnlyWhatJsonCannotWrite(String value, Code code) {
    assertThatExceptionOfType(ApiError.class)
        .isThrownBy(() -> put(datum().put("Value", value)))
        .extracting(ApiError::code)
        .isEqualTo(code);
  }

  @Test
  void aCallHoldsAThousandMetrics() {
    var request = request(datum().put("Value", 1));
    for (int i = 1; i < 1_000; i++) {
      data(request).add(datum().put("Value", 1));
    }

    put(request);

    data(request).add(datum().put("Value", 1));
    assertRefused(
        request,
        Code.INVALID_VALUE,
        "The collection MetricData must not have a size greater than 1000.");
  }

  @Test
  void aMetricHolds150Values() {
    var datum = datum();
    var values = datum.putArray("Values");
    for (int i = 0; i < 150; i++) {
      values.add(i);
    }

    put(datum);

    values.add(150);
    assertRefused(
        request(datum),
        Code.INVALID_VALUE,
        "The collection MetricData.member.1.Values must not have a size greater than 150.");
  }

  @Test
  void valuesAndCountsAreOfOneLength() {
    var datum = datum();
    datum.putArray("Values").add(1).add(2);
    datum.putArray("Counts").add(1);

    assertRefused(
        request(datum),
        Code.INVALID_VALUE,
        "The parameters MetricData.member.1.Values and MetricData.member.1.Counts must be of the"
            + " same size.");
  }

  @Test
  void aCountIsAboveZero() {
    var datum = datum();
    datum.putArray("Values").add(1);
    datum.putArray("Counts").add(-1);

    assertRefused(
        request(datum),
        Code.INVALID_VALUE,
        "The value -1.0 for parameter MetricData.member.1.Counts.member.1 is invalid: it must be"
            + " above 0.");
  }

  @Test
  void aMetricIsEitherAValueOrASummary() {
    var datum = datum().put("Value", 1);
    datum.putObject("StatisticValues");

    assertRefused(
        request(datum),
        Code.INVALID_COMBINATION,
        "The parameters MetricData.member.1.Value and MetricData.member.1.StatisticValues are"
            + " mutually exclusive and you have specified both.");
  }

  @Test
  void aMetricIsSomething() {
    assertRefused(
        request(datum()),
        Code.MISSING_PARAMETER,
        "One of the parameters MetricData.member.1.Value, MetricData.member.1.Values and"
            + " MetricData.member.1.StatisticValues is required.");
  }

  @Test
  void aSummaryIsWhole() {
    var datum = datum();
    datum.putObject("StatisticValues").put("SampleCount", 1).put("Sum", 1).put("Minimum", 1);

    assertRefused(
        request(datum),
        Code.MISSING_PARAMETER,
        "The parameter MetricData.member.1.StatisticValues.Maximum is required.");
  }

  @Test
  void timeReachesFromTwoWeeksAgoToTwoHoursAhead() {
    put(at(NOON.minus(Duration.ofDays(14))));
    put(at(NOON.plus(Duration.ofHours(2))));

    assertRefused(
        request(at(NOON.minus(Duration.ofDays(14)).minusSeconds(1))),
        Code.INVALID_VALUE,
        "The value 2026-02-15T11:59:59Z for parameter MetricData.member.1.Timestamp is invalid: it"
            + " must be within the past two weeks.");
    assertRefused(
        request(at(NOON.plus(Duration.ofHours(2)).plusSeconds(1))),
        Code.INVALID_VALUE,
        "The value 2026-03-01T14:00:01Z for parameter MetricData.member.1.Timestamp is invalid: it"
            + " must be no more than two hours in the future.");
  }

  @Test
  void theNamespacesOfAwsAreForAws() {
    assertRefused(
        request(datum().put("Value", 1)).put("Namespace", "AWS/SQS"),
        Code.INVALID_VALUE,
        "The value AWS/ for parameter Namespace is invalid.");
  }

  @Test
  void namesAreRequired() {
    assertRefused(
        Operation.structure(), Code.MISSING_PARAMETER, "The parameter Namespace is required.");
    assertRefused(
        Operation.structure().put("Namespace", "N"),
        Code.MISSING_PARAMETER,
        "The parameter MetricData is required.");
    assertRefused(
        Operation.structure()
            .put("Namespace", "N")
            .set("MetricData", Operation.structure().arrayNode()),
        Code.MISSING_PARAMETER,
        "The parameter MetricData is required.");
    assertRefused(
        request(Operation.structure().put("Value", 1)),
        Code.MISSING_PARAMETER,
        "The parameter MetricData.member.1.MetricName is required.");
  }

  @Test
  void aResolutionIsASecondOrAMinute() {
    assertRefused(
        request(datum().put("Value", 1).put("StorageResolution", 5)),
        Code.INVALID_VALUE,
        "The value 5 for parameter MetricData.member.1.StorageResolution is invalid: it must be 1"
            + " or 60.");
  }

  private void put(ObjectNode datumOrRequest) {
    var request = datumOrRequest.has("MetricData") ? datumOrRequest : request(datumOrRequest);
    operation.answer(new Parameters(request, ""));
  }

  private void assertRefused(ObjectNode request, Code code, String message) {
    assertThatExceptionOfType(ApiError.class)
        .isThrownBy(() -> operation.answer(new Parameters(request, "")))
        .withMessage(message)
        .extracting(ApiError::code)
        .isEqualTo(code);
  }

  private static ObjectNode request(ObjectNode datum) {
    var request = Operation.structure().put("Namespace", "N");
    request.putArray("MetricData").add(datum);
    return request;
  }

  private static ArrayNode data(ObjectNode request) {
    return request.withArray("MetricData");
  }

  private static ObjectNode datum() {
    return JsonNodeFactory.instance.objectNode().put("MetricName", "M");
  }

  private static ObjectNode at(Instant time) {
    return datum().put("Value", 1).put("Timestamp", time.getEpochSecond());
  }

  private static TimeWindow minute() {
    return new TimeWindow(NOON, NOON.plusSeconds(60), 60);
  }
}
