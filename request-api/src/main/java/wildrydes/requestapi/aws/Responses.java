package wildrydes.requestapi.aws;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import wildrydes.messages.Unicorn;
import wildrydes.requestapi.Ride;
import wildrydes.requestapi.Ride.Status;

/** Turns replies into HTTP: the one place where status codes are decided. */
final class Responses {

  /** Seconds after which it is worth asking again: most rides are assigned within one. */
  private static final String SOON = "1";

  /** Seconds to leave a service alone that does not answer. */
  private static final String LATER = "5";

  private final JsonMapper json = new JsonMapper();

  APIGatewayProxyResponseEvent of(Reply reply, String requestId) {
    return switch (reply) {
      case Reply.Accepted(var ride) -> {
        var response = soonAgain(ride, response(202, "application/json", shortForm(ride)));
        yield with(response, "Location", "/ride/" + ride.id());
      }
      case Reply.Shown(var ride) ->
          soonAgain(ride, response(200, "application/json", longForm(ride)));
      case Reply.Refused refused -> problem(refused, requestId);
    };
  }

  /** A ride that is still on its way is worth asking for again. */
  private static APIGatewayProxyResponseEvent soonAgain(
      Ride ride, APIGatewayProxyResponseEvent response) {
    return ride.status() instanceof Status.Requested
        ? with(response, "Retry-After", SOON)
        : response;
  }

  private APIGatewayProxyResponseEvent problem(Reply.Refused refused, String requestId) {
    int status = refused.problem().status();
    var response = response(status, "application/problem+json", problemBody(refused, requestId));
    return switch (refused.problem()) {
      case UNAVAILABLE -> with(response, "Retry-After", LATER);
      case UNAUTHENTICATED -> with(response, "WWW-Authenticate", "Bearer");
      default -> response;
    };
  }

  private ObjectNode problemBody(Reply.Refused refused, String requestId) {
    ObjectNode body = json.createObjectNode();
    body.put("type", refused.problem().type());
    body.put("title", refused.problem().title());
    body.put("status", refused.problem().status());
    body.put("detail", refused.detail());
    body.put("instance", "urn:wildrydes:request:" + requestId);
    body.put("requestId", requestId);
    if (!refused.errors().isEmpty()) {
      var errors = body.putArray("errors");
      refused
          .errors()
          .forEach(
              error ->
                  errors.addObject().put("pointer", error.pointer()).put("detail", error.detail()));
    }
    return body;
  }

  private ObjectNode shortForm(Ride ride) {
    ObjectNode body = json.createObjectNode();
    body.put("RideId", ride.id().value());
    body.put("Status", nameOf(ride.status()));
    body.put("Rider", ride.rider());
    body.putObject("PickupLocation")
        .put("Latitude", ride.pickupLocation().latitude())
        .put("Longitude", ride.pickupLocation().longitude());
    body.put("RequestTime", ride.requestTime().toString());
    return body;
  }

  private ObjectNode longForm(Ride ride) {
    ObjectNode body = shortForm(ride);
    switch (ride.status()) {
      case Status.Assigned(Unicorn unicorn, double pickupMeters, long etaSeconds) -> {
        body.putObject("Unicorn")
            .put("Name", unicorn.name())
            .put("Color", unicorn.color())
            .put("Gender", unicorn.gender());
        body.put("UnicornName", unicorn.name());
        body.put("Eta", etaSeconds + (etaSeconds == 1 ? " second" : " seconds"));
        body.put("EtaSeconds", etaSeconds);
        body.put("PickupMeters", Math.round(pickupMeters));
      }
      case Status.Failed(String reason) -> body.put("FailureReason", reason);
      case Status.Requested _, Status.Unassigned _ -> {}
    }
    var timeline = body.putArray("Timeline");
    ride.timeline()
        .forEach(
            stage ->
                timeline
                    .addObject()
                    .put("Stage", stage.name().name())
                    .put("Time", stage.time().toString()));
    return body;
  }

  private static String nameOf(Status status) {
    return switch (status) {
      case Status.Requested _ -> "REQUESTED";
      case Status.Assigned _ -> "ASSIGNED";
      case Status.Unassigned _ -> "UNASSIGNED";
      case Status.Failed _ -> "FAILED";
    };
  }

  private static APIGatewayProxyResponseEvent response(int status, String type, ObjectNode body) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", type);
    headers.put("Cache-Control", "no-store");
    return new APIGatewayProxyResponseEvent()
        .withStatusCode(status)
        .withHeaders(headers)
        .withBody(body.toString());
  }

  private static APIGatewayProxyResponseEvent with(
      APIGatewayProxyResponseEvent response, String header, String value) {
    response.getHeaders().put(header, value);
    return response;
  }
}
