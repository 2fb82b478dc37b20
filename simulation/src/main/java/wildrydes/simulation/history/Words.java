package wildrydes.simulation.history;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequest;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/** Requests, messages and items as somebody wants to read them who looks for a bug. */
final class Words {

  private Words() {}

  static String of(Object what) {
    return switch (what) {
      case PutItemRequest put -> item(put.item());
      case GetItemRequest get -> item(get.key());
      case QueryRequest query -> item(query.expressionAttributeValues());
      case UpdateItemRequest update ->
          item(update.key()) + " with " + item(update.expressionAttributeValues());
      case BatchGetItemRequest get ->
          get.requestItems().values().stream()
              .flatMap(keys -> keys.keys().stream())
              .map(Words::item)
              .collect(joining(" "));
      case SendMessageRequest send -> queue(send.queueUrl()) + " " + send.messageBody();
      case SendMessageBatchRequest send ->
          send.entries().stream()
              .map(entry -> entry.messageBody())
              .collect(joining(" ", queue(send.queueUrl()) + " ", ""));
      case ChangeMessageVisibilityBatchRequest change ->
          change.entries().stream()
              .map(entry -> entry.receiptHandle() + " in " + entry.visibilityTimeout() + " s")
              .collect(joining(", "));
      case PutMetricDataRequest put ->
          put.metricData().stream()
              .map(datum -> datum.metricName() + "=" + datum.values() + "x" + datum.counts())
              .collect(joining(" "));
      case Message message ->
          message.messageId()
              + ", receive "
              + message.attributesAsStrings().get("ApproximateReceiveCount")
              + ": "
              + message.body();
      case List<?> all -> all.stream().map(Words::of).collect(joining("; "));
      case Map<?, ?> item -> item(item);
      default -> what.toString();
    };
  }

  private static String item(Map<?, ?> item) {
    var sorted = new TreeMap<String, String>();
    item.forEach((name, value) -> sorted.put(String.valueOf(name), value(value)));
    return sorted.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String value(Object value) {
    if (!(value instanceof AttributeValue attribute)) {
      return String.valueOf(value);
    }
    if (attribute.hasM()) {
      return item(attribute.m());
    }
    return attribute.s() == null ? attribute.n() : attribute.s();
  }

  private static String queue(String url) {
    return url.substring(url.lastIndexOf('/') + 1);
  }
}
