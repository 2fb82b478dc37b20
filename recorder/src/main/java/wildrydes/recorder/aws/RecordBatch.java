package wildrydes.recorder.aws;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import wildrydes.edge.Attempt;
import wildrydes.edge.DeadLetterQueue;
import wildrydes.edge.Deadline;
import wildrydes.edge.Delivery;
import wildrydes.edge.ParallelWork;
import wildrydes.messages.MessageCodec;
import wildrydes.messages.RideId;
import wildrydes.messages.RideOutcome;
import wildrydes.messages.UnreadableMessage;
import wildrydes.recorder.RecordOutcome;
import wildrydes.recorder.Recording;
import wildrydes.recorder.Recording.Recorded;

/** Works one batch of deliveries side by side, then counts what was recorded. */
final class RecordBatch {

  private final RecordOutcome recordOutcome;
  private final CloudWatchMetrics metrics;
  private final DeadLetterQueue deadLetters;
  private final MessageCodec codec;
  private final ParallelWork parallelWork;

  RecordBatch(
      RecordOutcome recordOutcome,
      CloudWatchMetrics metrics,
      DeadLetterQueue deadLetters,
      MessageCodec codec,
      ParallelWork parallelWork) {
    this.recordOutcome = recordOutcome;
    this.metrics = metrics;
    this.deadLetters = deadLetters;
    this.codec = codec;
    this.parallelWork = parallelWork;
  }

  List<Verdict> work(List<Delivery> deliveries, Deadline deadline) {
    List<Verdict> verdicts =
        parallelWork.on(deliveries, deadline.left(), this::judge).stream()
            .map(this::verdict)
            .toList();
    metrics.count(verdicts.stream().flatMap(RecordBatch::recorded).toList());
    return verdicts;
  }

  /** Those that SQS must not delete. */
  static List<Delivery> failures(List<Verdict> verdicts) {
    return verdicts.stream()
        .filter(Verdict.TryAgain.class::isInstance)
        .map(Verdict::delivery)
        .toList();
  }

  private Verdict judge(Delivery delivery) {
    RideOutcome outcome;
    try {
      outcome = codec.readOutcome(delivery.body());
    } catch (UnreadableMessage e) {
      return unreadable(delivery, e);
    }
    Recording recording = recordOutcome.record(outcome);
    return switch (recording) {
      case Recording.NoSuchRide(var rideId) -> {
        String detail = "the ride is unknown or expired";
        deadLetters.put(delivery, "no-such-ride", detail, Optional.of(rideId));
        yield new Verdict.DeadLettered(delivery, Optional.of(rideId), detail, Optional.empty());
      }
      case Recording.Recorded _, Recording.AlreadyDecided _, Recording.RequestedAnew _ ->
          new Verdict.Worked(delivery, recording);
    };
  }

  /** The ride is told, too: nobody should poll for ever for what lies among the dead letters. */
  private Verdict unreadable(Delivery delivery, UnreadableMessage unreadable) {
    deadLetters.put(delivery, "unreadable-message", unreadable.detail(), unreadable.rideId());
    Optional<Recorded> told = unreadable.rideId().flatMap(this::tellFailed);
    return new Verdict.DeadLettered(delivery, unreadable.rideId(), unreadable.detail(), told);
  }

  private Optional<Recorded> tellFailed(RideId rideId) {
    Recording recording = recordOutcome.fail(rideId, "the outcome could not be read");
    return recording instanceof Recorded recorded ? Optional.of(recorded) : Optional.empty();
  }

  private Verdict verdict(Attempt<Delivery, Verdict> attempt) {
    return switch (attempt) {
      case Attempt.Done<Delivery, Verdict>(_, var verdict) -> verdict;
      case Attempt.Failed<Delivery, Verdict>(var delivery, var cause) ->
          new Verdict.TryAgain(delivery, rideOf(delivery), cause);
      case Attempt.OutOfTime<Delivery, Verdict>(var delivery) ->
          new Verdict.TryAgain(
              delivery, rideOf(delivery), new TimeoutException("the function's time ran out"));
    };
  }

  private Optional<RideId> rideOf(Delivery delivery) {
    try {
      return Optional.of(codec.readOutcome(delivery.body()).rideId());
    } catch (UnreadableMessage e) {
      return e.rideId();
    }
  }

  private static Stream<Recorded> recorded(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Worked(_, Recorded recorded) -> Stream.of(recorded);
      case Verdict.DeadLettered(_, _, _, var told) -> told.stream();
      case Verdict.Worked _, Verdict.TryAgain _ -> Stream.empty();
    };
  }
}
