package wildrydes.local.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import wildrydes.local.City;
import wildrydes.local.LocalPipeline;
import wildrydes.local.SharedPipeline;
import wildrydes.messages.Location;

/** Rides that went wrong, as their riders see them. They are put into the table as they ended. */
class UnluckyRidesIT {

  private static final LocalPipeline PIPELINE = SharedPipeline.get();
  private static final Instant REQUESTED = Instant.parse("2026-11-22T13:51:45.826Z");

  private final Location place = City.somewhere(PIPELINE).center();
  private final String rider = "rider-" + UUID.randomUUID();

  @Test
  void eachSaysWhatHappenedAndWhatToDo() {
    String unassigned = store(Map.of("Status", text("UNASSIGNED")));
    String failed =
        store(Map.of("Status", text("FAILED"), "FailureReason", text("The table was away.")));
    String saved =
        store(
            Map.of(
                "Status", text("FAILED"),
                "FailureReason", text("Twice."),
                "Timeline",
                    timeline(
                        "REQUESTED", "DISPATCHED", "FAILED", "RECORDED", "DISPATCHED", "FAILED")));
    try (var browser = Browser.open()) {
      var page = new ConsolePage(browser, PIPELINE.endpoints().api());
      page.open(place, rider);
      remember(browser, unassigned, failed, saved, "AAAAAAAAAAAAAAAAAAAAAA");
      browser.driver().navigate().refresh();

      show(page, unassigned);
      page.awaitText("#ride .progress", text -> text.startsWith("No unicorn within reach"));
      show(page, failed);
      page.awaitText("#ride .progress", text -> text.contains("The table was away."));
      assertThat(page.text(".timeline")).contains("Requested", "Failed");
      show(page, saved);
      page.awaitText(".timeline", text -> text.contains("10.0 s until it was replayed"));
      show(page, "AAAAAAAAAAAAAAAAAAAAAA");
      page.awaitText("#ride .progress", text -> text.startsWith("This ride is gone"));
      page.awaitText("[data-ride=AAAAAAAAAAAAAAAAAAAAAA]", text -> text.contains("Gone"));
    }
  }

  private static void show(ConsolePage page, String ride) {
    page.browser().find("[data-ride=\"%s\"]".formatted(ride)).click();
  }

  /** As the page keeps them. */
  private void remember(Browser browser, String... rides) {
    browser
        .driver()
        .executeScript(
            """
            const [rider, latitude, longitude, requestTime, ids] = arguments;
            const rides = ids.map((id) => ({ id, pickup: { latitude, longitude }, requestTime }));
            localStorage.setItem(`wildrydes.rides.${rider}`, JSON.stringify(rides));
            """,
            rider,
            place.latitude(),
            place.longitude(),
            REQUESTED.toString(),
            List.of(rides));
  }

  private String store(Map<String, AttributeValue> outcome) {
    String id = UUID.randomUUID().toString().replace("-", "").substring(0, 21) + "A";
    Map<String, AttributeValue> item = new HashMap<>(outcome);
    item.put("RideId", text(id));
    item.put("User", text(rider));
    item.put("RequestTime", text(REQUESTED.toString()));
    item.put("ExpiresAt", AttributeValue.fromN("99999999999"));
    item.put(
        "PickupLocation",
        AttributeValue.fromM(
            Map.of(
                "Latitude", AttributeValue.fromN("" + place.latitude()),
                "Longitude", AttributeValue.fromN("" + place.longitude()))));
    PIPELINE
        .stack()
        .dynamoDb()
        .putItem(p -> p.tableName(PIPELINE.stack().tableName("RidesTable")).item(item));
    return id;
  }

  /** Ten seconds apart. */
  private static AttributeValue timeline(String... stages) {
    return AttributeValue.fromL(
        IntStream.range(0, stages.length)
            .mapToObj(
                i ->
                    AttributeValue.fromM(
                        Map.of(
                            "Stage", text(stages[i]),
                            "Time", text(REQUESTED.plusSeconds(10L * i).toString()))))
            .toList());
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }
}
