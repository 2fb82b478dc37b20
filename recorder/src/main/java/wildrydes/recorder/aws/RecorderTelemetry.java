package wildrydes.recorder.aws;

import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.entry;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wildrydes.edge.RideLog;
import wildrydes.recorder.Recording;

/** One log line per delivery, with the ride's id as its correlation id; never a place or a body. */
final class RecorderTelemetry {

  private static final Logger LOG = LoggerFactory.getLogger(RecorderTelemetry.class);

  void report(List<Verdict> verdicts) {
    for (Verdict verdict : verdicts) {
      switch (verdict) {
        case Verdict.Worked(_, var recording) ->
            RideLog.about(recording.rideId(), () -> worked(recording));
        case Verdict.DeadLettered(_, var rideId, var detail, _) ->
            RideLog.about(
                rideId,
                () -> LOG.error("Outcome put among the dead letters: {}", entry("detail", detail)));
        case Verdict.TryAgain(var delivery, var rideId, var cause) ->
            RideLog.about(
                rideId,
                () ->
                    LOG.warn(
                        "Recording failed and will be tried again: {}",
                        entry("receive", delivery.receiveCount()),
                        cause));
      }
    }
  }

  private static void worked(Recording recording) {
    switch (recording) {
      case Recording.Recorded(var outcome, _) ->
          LOG.info("Outcome recorded: {}", entry("outcome", outcome.getClass().getSimpleName()));
      case Recording.AlreadyDecided _ -> LOG.info("Outcome ignored: the ride has one");
      case Recording.RequestedAnew _ ->
          LOG.warn("Assignment came after its lease: the ride is requested anew");
      case Recording.NoSuchRide _ -> LOG.error("No such ride");
    }
  }
}
