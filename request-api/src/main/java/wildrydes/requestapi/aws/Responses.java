package wildrydes.requestapi.aws;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import wildrydes.messages.Unicorn;
import wildrydes.requestapi.Ride;
import wildrydes.requestapi.Ride.Status;
import wildrydes.requestapi.aws.Reply.Advice;

/** Turns replies into HTTP: the one place where status codes are decided. */
final class Responses {

  private static final String JSON = "application/json";

  private final JsonMapper json = new JsonMapper();

  APIGatewayProxyResponseEvent of(Reply reply, String requestId) {
    return switch (reply) {
      case Reply.Accepted(var ride, var advice) ->
          with(advised(response(202, JSON, shortForm(ride)), advice), "Location", path(ride));
      case Reply.Decided(var ride, var advice) -> {
        // The classic page takes a 201 for a unicorn.
        int status = ride.status() instanceof Status.Assigned ? 201 : 200;
        yield with(advised(response(status, JSON, longForm(ride)), advice), "Location", path(ride));
      }
      case Reply.Shown(var ride, var advice) ->
          advised(response(200, JSON, longForm(ride)), advice);
      case Reply.Refused refused -> problem(refused, requestId);
    };
  }

  private static String path(Ride ride) {
    return "/ride/" + ride.id();
  }

  private static APIGatewayProxyResponseEvent advised(
      APIGatewayProxyResponseEvent response, Advice advice) {
    advice.retryAfter().ifPresent(wait -> with(response, "Retry-After", wholeSeconds(wait)));
    advice
        .waited()
        .ifPresent(wait -> with(response, "Preference-Applied", "wait=" + wait.toSeconds()));
    return response;
  }

  /** Rounded up: who comes too early asks in vain. */
  private static String wholeSeconds(Duration time) {
    return Long.toString(time.plusNanos(999_999_999).toSeconds());
  }

  private APIGatewayProxyResponseEvent problem(Reply.Refused refused, String requestId) {
    int status = refused.problem().status();
    var response = response(status, "application/problem+json", problemBody(refused, requestId));
    refused.retryAfter().ifPresent(wait -> with(response, "Retry-After", wholeSeconds(wait)));
    return refused.problem() == Problem.UNAUTHENTICATED
        ? with(response, "WWW-Authenticate", "Bearer")
        : response;
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
