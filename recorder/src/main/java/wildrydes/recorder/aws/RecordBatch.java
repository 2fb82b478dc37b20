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

  RecordBatch(
      RecordOutcome recordOutcome,
      CloudWatchMetrics metrics,
      DeadLetterQueue deadLetters,
      MessageCodec codec) {
    this.recordOutcome = recordOutcome;
    this.metrics = metrics;
    this.deadLetters = deadLetters;
    this.codec = codec;
  }

  List<Verdict> work(List<Delivery> deliveries, Deadline deadline) {
    List<Verdict> verdicts =
        ParallelWork.on(deliveries, deadline.left(), this::judge).stream()
            .map(RecordBatch::verdict)
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
      return deadLetter(delivery, "unreadable-message", e.detail(), e.rideId());
    }
    Recording recording = recordOutcome.record(outcome);
    return switch (recording) {
      case Recording.NoSuchRide(var rideId) ->
          deadLetter(
              delivery, "no-such-ride", "the ride is unknown or expired", Optional.of(rideId));
      case Recording.Recorded _, Recording.AlreadyDecided _, Recording.RequestedAnew _ ->
          new Verdict.Worked(delivery, recording);
    };
  }

  private Verdict deadLetter(
      Delivery delivery, String reason, String detail, Optional<RideId> rideId) {
    deadLetters.put(delivery, reason, detail, rideId);
    return new Verdict.DeadLettered(delivery, rideId, detail);
  }

  private static Verdict verdict(Attempt<Delivery, Verdict> attempt) {
    return switch (attempt) {
      case Attempt.Done<Delivery, Verdict>(_, var verdict) -> verdict;
      case Attempt.Failed<Delivery, Verdict>(var delivery, var cause) ->
          new Verdict.TryAgain(delivery, cause);
      case Attempt.OutOfTime<Delivery, Verdict>(var delivery) ->
          new Verdict.TryAgain(delivery, new TimeoutException("the function's time ran out"));
    };
  }

  private static Stream<Recorded> recorded(Verdict verdict) {
    return verdict instanceof Verdict.Worked(_, Recorded recorded)
        ? Stream.of(recorded)
        : Stream.empty();
  }
}
