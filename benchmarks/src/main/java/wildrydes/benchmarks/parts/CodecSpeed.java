package wildrydes.benchmarks.parts;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import wildrydes.messages.Location;
import wildrydes.messages.MessageCodec;
import wildrydes.messages.RideId;
import wildrydes.messages.RideOutcome;
import wildrydes.messages.RideOutcome.RideAssigned;
import wildrydes.messages.Unicorn;
import wildrydes.messages.UnreadableMessage;

/** The largest message, written and read; beside it, Jackson's binding of the same text. */
@State(Scope.Benchmark)
public class CodecSpeed {

  /** The message as Jackson binds it: nothing is checked, and times stay texts. */
  public record Bound(
      @JsonProperty("Type") String type,
      @JsonProperty("Version") int version,
      @JsonProperty("RideId") String rideId,
      @JsonProperty("Rider") String rider,
      @JsonProperty("PickupLocation") Place pickupLocation,
      @JsonProperty("RequestTime") String requestTime,
      @JsonProperty("Unicorn") Named unicorn,
      @JsonProperty("PickupMeters") double pickupMeters,
      @JsonProperty("EtaSeconds") long etaSeconds,
      @JsonProperty("DispatchTime") String dispatchTime,
      @JsonProperty("DecisionTime") String decisionTime,
      @JsonProperty("LeaseUntil") String leaseUntil) {

    /** A location. */
    public record Place(
        @JsonProperty("Latitude") double latitude, @JsonProperty("Longitude") double longitude) {}

    /** A unicorn. */
    public record Named(
        @JsonProperty("Name") String name,
        @JsonProperty("Color") String color,
        @JsonProperty("Gender") String gender) {}
  }

  private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678Z");

  private final MessageCodec codec = new MessageCodec();
  private final JsonMapper jackson =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final RideAssigned message =
      new RideAssigned(
          new RideId("AAAAAAAAAAAAAAAAAAAAAA"),
          "a rider of usual length",
          new Location(47.6174755835663, -122.28837066650185),
          TIME,
          new Unicorn("Shadowfax", "White", "Male"),
          1234.5678,
          123,
          TIME,
          TIME,
          TIME.plusSeconds(423));
  private final String body = codec.write(message);
  private final Bound bound = bind(jackson, body);

  @Benchmark
  public RideOutcome read() throws UnreadableMessage {
    return codec.readOutcome(body);
  }

  @Benchmark
  public Bound readByJackson() {
    return bind(jackson, body);
  }

  @Benchmark
  public String write() {
    return codec.write(message);
  }

  @Benchmark
  public String writeByJackson() throws JsonProcessingException {
    return jackson.writeValueAsString(bound);
  }

  private static Bound bind(JsonMapper jackson, String body) {
    try {
      return jackson.readValue(body, Bound.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
