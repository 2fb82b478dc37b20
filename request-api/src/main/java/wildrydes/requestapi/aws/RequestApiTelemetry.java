package wildrydes.requestapi.aws;

import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.entry;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import wildrydes.edge.RideLog;

/**
 * One log line per request, but for polls, which the gateway's access log counts and which would be
 * most of the bill; never a token, a place or a body.
 */
final class RequestApiTelemetry {

  private static final Logger LOG = LoggerFactory.getLogger(RequestApiTelemetry.class);

  void report(Reply reply) {
    switch (reply) {
      case Reply.Accepted(var ride, _) -> RideLog.about(ride.id(), () -> LOG.info("Ride accepted"));
      case Reply.Decided(var ride, _) ->
          RideLog.about(ride.id(), () -> LOG.info("Ride accepted and decided"));
      case Reply.Shown(var ride, _) ->
          RideLog.about(
              ride.id(),
              () ->
                  LOG.debug(
                      "Ride shown: {}", entry("status", ride.status().getClass().getSimpleName())));
      case Reply.Refused(var problem, _, _, _) ->
          LOG.info("Request refused: {}", entry("problem", problem.type()));
    }
  }

  void unavailable(SdkException cause) {
    LOG.error("Request could not be served", cause);
  }
}
