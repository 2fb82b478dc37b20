package wildrydes.dispatcher.aws;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import wildrydes.dispatcher.DecidedRides;
import wildrydes.dispatcher.Dispatch;
import wildrydes.dispatcher.DispatchRide;
import wildrydes.edge.Attempt;
import wildrydes.edge.DeadLetterQueue;
import wildrydes.edge.Deadline;
import wildrydes.edge.Delivery;
import wildrydes.edge.MessageQueue;
import wildrydes.edge.ParallelWork;
import wildrydes.messages.MessageCodec;
import wildrydes.messages.RideId;
import wildrydes.messages.RideOutcome;
import wildrydes.messages.RideOutcome.RideFailed;

/**
 * Works one batch of deliveries: each is judged alone and side by side with the others, then what
 * the verdicts ask for is sent together. A delivery whose outcome could not be sent counts as
 * failed.
 */
final class DispatchBatch {

  private final Supplier<DispatchRide> dispatchRides;
  private final DecidedRides decidedRides;
  private final MessageQueue outcomes;
  private final DeadLetterQueue deadLetters;
  private final RedeliveryTimes redeliveryTimes;
  private final MessageCodec codec;
  private final int maxReceives;
  private final InstantSource clock;
  private final ParallelWork parallelWork;

  DispatchBatch(
      Supplier<DispatchRide> dispatchRides,
      DecidedRides decidedRides,
      MessageQueue outcomes,
      DeadLetterQueue deadLetters,
      RedeliveryTimes redeliveryTimes,
      MessageCodec codec,
      int maxReceives,
      InstantSource clock,
      ParallelWork parallelWork) {
    this.dispatchRides = dispatchRides;
    this.decidedRides = decidedRides;
    this.outcomes = outcomes;
    this.deadLetters = deadLetters;
    this.redeliveryTimes = redeliveryTimes;
    this.codec = codec;
    this.maxReceives = maxReceives;
    this.clock = clock;
    this.parallelWork = parallelWork;
  }

  /** What became of each delivery, and of which the outcome could not be sent, and why. */
  record Result(List<Verdict> verdicts, Map<RideOutcome, String> unsent) {

    /** Those that SQS must not delete. */
    List<Delivery> failures() {
      return verdicts.stream().filter(this::failed).map(Verdict::delivery).toList();
    }

    private boolean failed(Verdict verdict) {
      return switch (verdict) {
        case Verdict.Assigned(_, var outcome) -> unsent.containsKey(outcome);
        case Verdict.Unassigned(_, var outcome) -> unsent.containsKey(outcome);
        // Dead-lettered twice is better than a ride that is never told.
        case Verdict.DeadLettered(_, _, var outcome) ->
            outcome.filter(unsent::containsKey).isPresent();
        case Verdict.AlreadyDecided _ -> false;
        case Verdict.NobodyFree _, Verdict.TryAgain _, Verdict.RetriesExhausted _ -> true;
      };
    }
  }

  Result work(List<Delivery> deliveries, Deadline deadline) {
    Instant begin = now();
    List<Reading> readings = deliveries.stream().map(d -> Reading.of(d, codec)).toList();
    List<Verdict> verdicts =
        judgeAll(readings, begin, deadline).stream().map(a -> verdict(a, begin)).toList();
    var unsent = outcomes.sendAll(verdicts.stream().flatMap(DispatchBatch::outcome).toList());
    redeliveryTimes.set(redeliveries(verdicts));
    return new Result(verdicts, unsent);
  }

  private List<Attempt<Reading, Verdict>> judgeAll(
      List<Reading> readings, Instant begin, Deadline deadline) {
    Set<RideId> decided;
    try {
      decided = decidedRides.among(ridesOf(readings));
    } catch (SdkException e) {
      return readings.stream()
          .<Attempt<Reading, Verdict>>map(r -> new Attempt.Failed<>(r, e))
          .toList();
    }
    Predicate<RideId> isDecided = decided::contains;
    DispatchRide dispatchRide = dispatchRides.get();
    return parallelWork.on(
        readings, deadline.left(), reading -> judge(reading, begin, isDecided, dispatchRide));
  }

  private static Set<RideId> ridesOf(List<Reading> readings) {
    return readings.stream()
        .filter(Reading.Request.class::isInstance)
        .flatMap(reading -> reading.rideId().stream())
        .collect(toUnmodifiableSet());
  }

  private Verdict judge(
      Reading reading, Instant begin, Predicate<RideId> isDecided, DispatchRide dispatchRide) {
    return switch (reading) {
      case Reading.Unreadable(var delivery, var rideId, var detail) -> {
        deadLetters.put(delivery, "unreadable-message", detail, rideId);
        yield new Verdict.DeadLettered(
            delivery, detail, rideId.map(id -> failed(id, "the request could not be read", begin)));
      }
      case Reading.Request(var delivery, var request) when isDecided.test(request.rideId()) ->
          new Verdict.AlreadyDecided(delivery, request.rideId());
      case Reading.Request(var delivery, var request) ->
          switch (dispatchRide.dispatch(request, delivery.receiveCount())) {
            case Dispatch.Assigned(var outcome) -> new Verdict.Assigned(delivery, outcome);
            case Dispatch.Unassigned(var outcome) -> new Verdict.Unassigned(delivery, outcome);
            case Dispatch.NobodyFree(var retryIn) ->
                new Verdict.NobodyFree(delivery, request.rideId(), retryIn);
          };
    };
  }

  private Verdict verdict(Attempt<Reading, Verdict> attempt, Instant begin) {
    return switch (attempt) {
      case Attempt.Done<Reading, Verdict>(_, var verdict) -> verdict;
      case Attempt.Failed<Reading, Verdict>(var reading, var cause) ->
          failure(reading, cause, begin);
      case Attempt.OutOfTime<Reading, Verdict>(var reading) ->
          failure(reading, new TimeoutException("the function's time ran out"), begin);
    };
  }

  private Verdict failure(Reading reading, Exception cause, Instant begin) {
    Delivery delivery = reading.delivery();
    if (delivery.receiveCount() >= maxReceives && reading.rideId().isPresent()) {
      RideFailed outcome = failed(reading.rideId().get(), "retries exhausted", begin);
      return new Verdict.RetriesExhausted(delivery, outcome, cause);
    }
    return new Verdict.TryAgain(delivery, reading.rideId(), cause);
  }

  private RideFailed failed(RideId rideId, String reason, Instant begin) {
    return new RideFailed(rideId, reason, begin, now());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static Stream<RideOutcome> outcome(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Assigned(_, var outcome) -> Stream.of(outcome);
      case Verdict.Unassigned(_, var outcome) -> Stream.of(outcome);
      case Verdict.RetriesExhausted(_, var outcome, _) -> Stream.of(outcome);
      case Verdict.DeadLettered(_, _, var outcome) -> outcome.<RideOutcome>map(o -> o).stream();
      case Verdict.AlreadyDecided _, Verdict.NobodyFree _, Verdict.TryAgain _ -> Stream.empty();
    };
  }

  /** What ran out of retries is delivered once more at once: that is when SQS moves it. */
  private static Map<Delivery, Duration> redeliveries(List<Verdict> verdicts) {
    return verdicts.stream()
        .flatMap(
            verdict ->
                switch (verdict) {
                  case Verdict.NobodyFree(var delivery, _, var retryIn) ->
                      Stream.of(Map.entry(delivery, retryIn));
                  case Verdict.RetriesExhausted(var delivery, _, _) ->
                      Stream.of(Map.entry(delivery, Duration.ZERO));
                  case Verdict.Assigned _,
                      Verdict.Unassigned _,
                      Verdict.AlreadyDecided _,
                      Verdict.TryAgain _,
                      Verdict.DeadLettered _ ->
                      Stream.empty();
                })
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (first, _) -> first));
  }
}
