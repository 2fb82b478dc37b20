package wildrydes.benchmarks.cost;

import static java.util.Objects.requireNonNull;
import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.json;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;
import wildrydes.dispatcher.aws.UnicornItem;
import wildrydes.edge.SdkClients;
import wildrydes.messages.Location;
import wildrydes.messages.RideId;
import wildrydes.messages.Unicorn;

/**
 * The same way of a ride, built as samples do: one message an invocation, the claim and the ride in
 * a transaction, a counter of outcomes in the table, one metric call a ride, and every event
 * logged. It takes any free unicorn of the pickup's cell, which is less work than to find the
 * nearest.
 */
final class NaivePipeline {

  private static final Logger LOG = LoggerFactory.getLogger(NaivePipeline.class);

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();

  private static final long LEASE_MILLIS = 300_000;

  private final DynamoDbClient dynamoDb;
  private final SqsClient sqs;
  private final CloudWatchClient cloudWatch;
  private final MeteredAws aws;
  private final boolean logsEvents;

  private NaivePipeline(MeteredAws aws, boolean logsEvents) {
    var clients = new SdkClients(aws.environment("RequestApiFunction"));
    var around = aws.surroundings(clients);
    this.dynamoDb = around.dynamoDb();
    this.sqs = around.sqs();
    this.cloudWatch = aws.metrics(clients);
    this.aws = aws;
    this.logsEvents = logsEvents;
  }

  /**
   * Its three functions, without an access log.
   *
   * @param logsEvents whether each event is logged whole, as the classic sample's are
   */
  static Functions functions(MeteredAws aws, boolean logsEvents) {
    var naive = new NaivePipeline(aws, logsEvents);
    return new Functions(
        naive::api,
        naive::dispatch,
        naive::record,
        LoggedByAws.platformBytesByDefault(),
        0,
        new Functions.Steps(2, 1, 4, 2));
  }

  private APIGatewayProxyResponseEvent api(APIGatewayProxyRequestEvent event, Context context) {
    return logged(
        event, context, () -> event.getHttpMethod().equals("POST") ? accept(event) : show(event));
  }

  private APIGatewayProxyResponseEvent accept(APIGatewayProxyRequestEvent event) {
    byte[] bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    String rideId = RideId.of(bytes).value();
    Map<String, AttributeValue> ride =
        Map.of(
            "RideId", text(rideId),
            "Status", text("REQUESTED"),
            "PickupLocation", text(event.getBody()),
            "RequestTime", text(Instant.now().toString()));
    dynamoDb.putItem(p -> p.tableName(rides()).item(ride));
    String message = "{\"RideId\":\"%s\",\"Request\":%s}".formatted(rideId, event.getBody());
    sqs.sendMessage(m -> m.queueUrl(aws.queueUrl("RideRequestQueue")).messageBody(message));
    return answer("{\"RideId\":\"" + rideId + "\"}");
  }

  private APIGatewayProxyResponseEvent show(APIGatewayProxyRequestEvent event) {
    return answer(
        "{\"Status\":\"" + status(event.getPathParameters().getOrDefault("rideId", "")) + "\"}");
  }

  private SQSBatchResponse dispatch(SQSEvent event, Context context) {
    return logged(
        event,
        context,
        () -> {
          event.getRecords().forEach(message -> assign(message.getBody()));
          return new SQSBatchResponse(List.of());
        });
  }

  private void assign(String message) {
    var request = read(message);
    String rideId = request.path("RideId").asText();
    if (!status(rideId).equals("REQUESTED")) {
      return;
    }
    var place = request.at("/Request/PickupLocation");
    var pickup =
        new Location(place.path("Latitude").asDouble(), place.path("Longitude").asDouble());
    long now = System.currentTimeMillis();
    var cell = UnicornItem.of(new Unicorn("", "", ""), pickup).get("Cell");
    var free =
        dynamoDb
            .query(
                q ->
                    q.tableName(unicorns())
                        .keyConditionExpression("Cell = :cell")
                        .filterExpression("attribute_not_exists(BusyUntil) OR BusyUntil < :now")
                        .expressionAttributeValues(
                            Map.of(":cell", requireNonNull(cell), ":now", number(now))))
            .items();
    if (free.isEmpty()) {
      throw new IllegalStateException("Nobody is free in the pickup's cell: add unicorns.");
    }
    var unicorn = free.getFirst();
    dynamoDb.transactWriteItems(
        t -> t.transactItems(claim(unicorn, rideId, now), assigned(unicorn, rideId)));
    sqs.sendMessage(m -> m.queueUrl(aws.queueUrl("RideOutcomeQueue")).messageBody(message));
  }

  private TransactWriteItem claim(Map<String, AttributeValue> unicorn, String rideId, long now) {
    Map<String, AttributeValue> key = new HashMap<>(unicorn);
    key.keySet().retainAll(List.of("Cell", "Spot"));
    return update(
        Update.builder()
            .tableName(unicorns())
            .key(key)
            .updateExpression("SET BusyUntil = :until, RideId = :ride")
            .conditionExpression("attribute_not_exists(BusyUntil) OR BusyUntil < :now")
            .expressionAttributeValues(
                Map.of(
                    ":until", number(now + LEASE_MILLIS),
                    ":ride", text(rideId),
                    ":now", number(now))));
  }

  private TransactWriteItem assigned(Map<String, AttributeValue> unicorn, String rideId) {
    return update(
        Update.builder()
            .tableName(rides())
            .key(Map.of("RideId", text(rideId)))
            .updateExpression("SET #Status = :assigned, UnicornName = :name")
            .conditionExpression("#Status = :requested")
            .expressionAttributeNames(Map.of("#Status", "Status"))
            .expressionAttributeValues(
                Map.of(
                    ":assigned", text("ASSIGNED"),
                    ":requested", text("REQUESTED"),
                    ":name", requireNonNull(unicorn.get("Name")))));
  }

  private static TransactWriteItem update(Update.Builder update) {
    return TransactWriteItem.builder().update(update.build()).build();
  }

  private SQSBatchResponse record(SQSEvent event, Context context) {
    return logged(
        event,
        context,
        () -> {
          event.getRecords().forEach(_ -> count());
          return new SQSBatchResponse(List.of());
        });
  }

  private void count() {
    dynamoDb.updateItem(
        u ->
            u.tableName(rides())
                .key(Map.of("RideId", text("Counter#ASSIGNED")))
                .updateExpression("ADD Rides :one")
                .expressionAttributeValues(Map.of(":one", number(1))));
    cloudWatch.putMetricData(
        p -> p.namespace("Naive").metricData(metric("RidesAssigned", 1), metric("Eta", 60)));
  }

  private static MetricDatum metric(String name, double value) {
    return MetricDatum.builder().metricName(name).value(value).unit(StandardUnit.COUNT).build();
  }

  private <A> A logged(Object event, Context context, Supplier<A> work) {
    return PowertoolsLogging.withLogging(
        context,
        () -> {
          if (logsEvents) {
            LOG.info("Received event", json("event", written(event)));
          } else {
            LOG.info("Received event");
          }
          return work.get();
        });
  }

  private String status(String rideId) {
    var item =
        dynamoDb
            .getItem(
                g -> g.tableName(rides()).key(Map.of("RideId", text(rideId))).consistentRead(true))
            .item();
    return requireNonNull(item.get("Status")).s();
  }

  private static APIGatewayProxyResponseEvent answer(String body) {
    return new APIGatewayProxyResponseEvent().withStatusCode(200).withBody(body);
  }

  private static JsonNode read(String message) {
    try {
      return JSON.readTree(message);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String written(Object event) {
    try {
      return JSON.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String rides() {
    return aws.tableName("RidesTable");
  }

  private String unicorns() {
    return aws.tableName("UnicornsTable");
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
