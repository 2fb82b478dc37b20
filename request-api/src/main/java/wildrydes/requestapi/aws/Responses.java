package wildrydes.requestapi.aws;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wildrydes.messages.Json;
import wildrydes.messages.Stage;
import wildrydes.messages.Unicorn;
import wildrydes.requestapi.Ride;
import wildrydes.requestapi.Ride.Status;
import wildrydes.requestapi.aws.Reply.Advice;

/** Turns replies into HTTP: the one place where status codes are decided. */
final class Responses {

  private static final String JSON = "application/json";

  private final Json json = new Json();

  APIGatewayProxyResponseEvent of(Reply reply, String requestId) {
    return switch (reply) {
      case Reply.Accepted(var ride, var advice) ->
          with(advised(response(202, JSON, rideBody(ride, false)), advice), "Location", path(ride));
      case Reply.Decided(var ride, var advice) -> {
        // The classic page takes a 201 for a unicorn.
        int status = ride.status() instanceof Status.Assigned ? 201 : 200;
        yield with(
            advised(response(status, JSON, rideBody(ride, true)), advice), "Location", path(ride));
      }
      case Reply.Shown(var ride, var advice) ->
          advised(response(200, JSON, rideBody(ride, true)), advice);
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

  private String problemBody(Reply.Refused refused, String requestId) {
    var text = new StringWriter();
    try (JsonGenerator body = json.writer(text)) {
      body.writeStartObject();
      body.writeStringField("type", refused.problem().type());
      body.writeStringField("title", refused.problem().title());
      body.writeNumberField("status", refused.problem().status());
      body.writeStringField("detail", refused.detail());
      body.writeStringField("instance", "urn:wildrydes:request:" + requestId);
      body.writeStringField("requestId", requestId);
      if (!refused.errors().isEmpty()) {
        body.writeArrayFieldStart("errors");
        for (var error : refused.errors()) {
          body.writeStartObject();
          body.writeStringField("pointer", error.pointer());
          body.writeStringField("detail", error.detail());
          body.writeEndObject();
        }
        body.writeEndArray();
      }
      body.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** What is known as soon as a ride is accepted, and, if it is to be, what became of it. */
  private String rideBody(Ride ride, boolean withOutcome) {
    var text = new StringWriter();
    try (JsonGenerator body = json.writer(text)) {
      body.writeStartObject();
      body.writeStringField("RideId", ride.id().value());
      body.writeStringField("Status", nameOf(ride.status()));
      body.writeStringField("Rider", ride.rider());
      body.writeObjectFieldStart("PickupLocation");
      body.writeNumberField("Latitude", ride.pickupLocation().latitude());
      body.writeNumberField("Longitude", ride.pickupLocation().longitude());
      body.writeEndObject();
      body.writeStringField("RequestTime", ride.requestTime().toString());
      if (withOutcome) {
        writeOutcome(body, ride.status());
        writeTimeline(body, ride.timeline());
      }
      body.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void writeOutcome(JsonGenerator body, Status status) throws IOException {
    switch (status) {
      case Status.Assigned(Unicorn unicorn, double pickupMeters, long etaSeconds) -> {
        body.writeObjectFieldStart("Unicorn");
        body.writeStringField("Name", unicorn.name());
        body.writeStringField("Color", unicorn.color());
        body.writeStringField("Gender", unicorn.gender());
        body.writeEndObject();
        body.writeStringField("UnicornName", unicorn.name());
        body.writeStringField("Eta", etaSeconds + (etaSeconds == 1 ? " second" : " seconds"));
        body.writeNumberField("EtaSeconds", etaSeconds);
        body.writeNumberField("PickupMeters", Math.round(pickupMeters));
      }
      case Status.Failed(String reason) -> body.writeStringField("FailureReason", reason);
      case Status.Requested _, Status.Unassigned _ -> {}
    }
  }

  private static void writeTimeline(JsonGenerator body, List<Stage> timeline) throws IOException {
    body.writeArrayFieldStart("Timeline");
    for (Stage stage : timeline) {
      body.writeStartObject();
      body.writeStringField("Stage", stage.name().name());
      body.writeStringField("Time", stage.time().toString());
      body.writeEndObject();
    }
    body.writeEndArray();
  }

  private static String nameOf(Status status) {
    return switch (status) {
      case Status.Requested _ -> "REQUESTED";
      case Status.Assigned _ -> "ASSIGNED";
      case Status.Unassigned _ -> "UNASSIGNED";
      case Status.Failed _ -> "FAILED";
    };
  }

  private static APIGatewayProxyResponseEvent response(int status, String type, String body) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", type);
    headers.put("Cache-Control", "no-store");
    return new APIGatewayProxyResponseEvent()
        .withStatusCode(status)
        .withHeaders(headers)
        .withBody(body);
  }

  private static APIGatewayProxyResponseEvent with(
      APIGatewayProxyResponseEvent response, String header, String value) {
    response.getHeaders().put(header, value);
    return response;
  }
}
