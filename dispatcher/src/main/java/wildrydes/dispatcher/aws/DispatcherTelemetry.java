package wildrydes.dispatcher.aws;

import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.entry;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wildrydes.edge.RideLog;
import wildrydes.messages.RideId;
import wildrydes.messages.RideOutcome.RideFailed;

/** One log line per delivery, with the ride's id as its correlation id; never a place or a body. */
final class DispatcherTelemetry {

  private static final Logger LOG = LoggerFactory.getLogger(DispatcherTelemetry.class);

  void report(DispatchBatch.Result result) {
    for (Verdict verdict : result.verdicts()) {
      RideLog.about(rideOf(verdict), () -> report(verdict));
    }
    result.unsent().forEach((outcome, why) -> RideLog.about(outcome.rideId(), () -> unsent(why)));
  }

  private static void report(Verdict verdict) {
    switch (verdict) {
      case Verdict.Assigned(var delivery, var outcome) ->
          LOG.info(
              "Ride assigned: {} {} {} {}",
              entry("unicorn", outcome.unicorn().name()),
              entry("pickupMeters", Math.round(outcome.pickupMeters())),
              entry("etaSeconds", outcome.etaSeconds()),
              entry("receive", delivery.receiveCount()));
      case Verdict.Unassigned(var delivery, _) ->
          LOG.warn(
              "Ride unassigned, nobody came free: {}", entry("receive", delivery.receiveCount()));
      case Verdict.AlreadyDecided _ -> LOG.info("Duplicate acknowledged: the ride is decided");
      case Verdict.NobodyFree(var delivery, _, var retryIn) ->
          LOG.info(
              "Nobody free within reach: {} {}",
              entry("retryInSeconds", retryIn.toSeconds()),
              entry("receive", delivery.receiveCount()));
      case Verdict.TryAgain(var delivery, _, var cause) ->
          LOG.warn(
              "Dispatching failed and will be tried again: {}",
              entry("receive", delivery.receiveCount()),
              cause);
      case Verdict.RetriesExhausted(var delivery, _, var cause) ->
          LOG.error(
              "Dispatching failed for the last time, the request goes to the dead letters: {}",
              entry("receive", delivery.receiveCount()),
              cause);
      case Verdict.DeadLettered(_, var detail, _) ->
          LOG.error("Request put among the dead letters: {}", entry("detail", detail));
    }
  }

  private static void unsent(String why) {
    LOG.warn("Outcome not sent, the request is not acknowledged: {}", entry("cause", why));
  }

  private static Optional<RideId> rideOf(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Assigned(_, var outcome) -> Optional.of(outcome.rideId());
      case Verdict.Unassigned(_, var outcome) -> Optional.of(outcome.rideId());
      case Verdict.AlreadyDecided(_, var rideId) -> Optional.of(rideId);
      case Verdict.NobodyFree(_, var rideId, _) -> Optional.of(rideId);
      case Verdict.TryAgain(_, var rideId, _) -> rideId;
      case Verdict.RetriesExhausted(_, var outcome, _) -> Optional.of(outcome.rideId());
      case Verdict.DeadLettered(_, _, var outcome) -> outcome.map(RideFailed::rideId);
    };
  }
}
