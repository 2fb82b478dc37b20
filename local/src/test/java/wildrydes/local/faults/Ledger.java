package wildrydes.local.faults;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * What the functions' writes really did, as the services answered them, beside what the functions
 * heard of it: the difference is what faults can explain.
 */
final class Ledger {

  /**
   * A claim.
   *
   * @param begun by the wall clock; the write can only have landed later
   * @param landings how often it landed for certain: each attempt may
   * @param perhaps whether it may have landed though nobody answered
   */
  record Claim(
      String unicorn, String ride, Instant begun, Instant until, int landings, boolean perhaps) {}

  /** What a function knew of its own write in the end. */
  enum Heard {
    SUCCESS,
    /** The condition failed, for its own earlier attempt stood there. */
    OWN_SUCCESS,
    /** The condition failed for another reason. */
    REFUSAL,
    /** Neither: whether it landed, the function could not tell. */
    NOTHING
  }

  /**
   * An outcome being recorded.
   *
   * @param writeId what it leaves in the row, different for every write
   */
  record OutcomeWrite(
      String ride, String status, String writeId, int landings, boolean perhaps, Heard heard) {

    /** The same, with what the row tells about a write to which nobody heard the answer. */
    OutcomeWrite knowing(Map<String, RecordedRide> rides) {
      RecordedRide ride = rides.get(this.ride);
      return landings == 0 && perhaps && ride != null && ride.wasWrittenBy(writeId)
          ? new OutcomeWrite(this.ride, status, writeId, 1, false, heard)
          : this;
    }
  }

  /** Outcomes of one kind being counted by one call. */
  record Count(String metric, double sum, int landings, boolean perhaps) {}

  private final Queue<Claim> claims = new ConcurrentLinkedQueue<>();
  private final Queue<OutcomeWrite> outcomeWrites = new ConcurrentLinkedQueue<>();
  private final Queue<Count> counts = new ConcurrentLinkedQueue<>();

  void ended(FunctionCall call, Optional<Throwable> failure) {
    switch (call.request()) {
      case UpdateItemRequest update when update.tableName().endsWith("-Unicorns") ->
          claims.add(claim(update, call));
      case UpdateItemRequest update -> outcomeWrites.add(write(update, call, failure));
      case PutMetricDataRequest put -> put.metricData().forEach(datum -> count(datum, call));
      default -> {
        // Reads and messages: what they do shows in the tables and queues.
      }
    }
  }

  List<Claim> claims() {
    return List.copyOf(claims);
  }

  List<OutcomeWrite> outcomeWrites() {
    return List.copyOf(outcomeWrites);
  }

  List<Count> counts() {
    return List.copyOf(counts);
  }

  private static Claim claim(UpdateItemRequest update, FunctionCall call) {
    var values = update.expressionAttributeValues();
    String spot = get(update.key(), "Spot").s();
    return new Claim(
        spot.substring(spot.indexOf('#') + 1),
        get(values, ":ride").s(),
        call.begun(),
        Instant.ofEpochMilli(Long.parseLong(get(values, ":until").n())),
        call.landings(),
        call.mayHaveLandedUnheard());
  }

  private static OutcomeWrite write(
      UpdateItemRequest update, FunctionCall call, Optional<Throwable> failure) {
    var values = update.expressionAttributeValues();
    return new OutcomeWrite(
        get(update.key(), "RideId").s(),
        get(values, ":Status").s(),
        get(values, ":" + mark(values)).s(),
        call.landings(),
        call.mayHaveLandedUnheard(),
        failure.map(f -> heard(f, values)).orElse(Heard.SUCCESS));
  }

  private static Heard heard(Throwable failure, Map<String, AttributeValue> values) {
    if (failure instanceof ConditionalCheckFailedException refusal) {
      AttributeValue own = get(values, ":" + mark(values));
      return own.equals(refusal.item().get(mark(values))) ? Heard.OWN_SUCCESS : Heard.REFUSAL;
    }
    return Heard.NOTHING;
  }

  /** By which attribute the write knows itself again. */
  private static String mark(Map<String, AttributeValue> values) {
    return values.containsKey(":WriteId") ? "WriteId" : "FailureWriteId";
  }

  private void count(MetricDatum datum, FunctionCall call) {
    double sum = 0;
    for (int i = 0; i < datum.values().size(); i++) {
      sum += datum.values().get(i) * datum.counts().get(i);
    }
    counts.add(new Count(datum.metricName(), sum, call.landings(), call.mayHaveLandedUnheard()));
  }

  private static AttributeValue get(Map<String, AttributeValue> values, String name) {
    return requireNonNull(values.get(name), name);
  }
}
