package wildrydes.local.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import wildrydes.emulators.template.Statement;
import wildrydes.emulators.template.TemplateSettings;

class CallPermissionsTest {

  private static final String TABLE = "arn:aws:dynamodb:eu-north-1:111122223333:table/";
  private static final String QUEUE = "arn:aws:sqs:eu-north-1:111122223333:";
  private static final String QUEUE_URL = "http://127.0.0.1:9324/111122223333/jobs";

  private final CallPermissions permissions =
      new CallPermissions(
          new TemplateSettings(
              "Test", Map.of(), "eu-north-1", "111122223333", URI.create("http://127.0.0.1")));

  @Test
  void aCallOnATableAsksForThatTable() {
    var put = PutItemRequest.builder().tableName("Rides").build();
    var byArn = PutItemRequest.builder().tableName(TABLE + "Rides").build();

    assertThat(permissions.of("DynamoDb", "PutItem", put))
        .isEqualTo(permissions.of("DynamoDb", "PutItem", byArn))
        .containsExactly(Permission.on(TABLE + "Rides", "dynamodb:PutItem"));
  }

  @Test
  void aQueryOfAnIndexAsksForTheIndex() {
    var query = QueryRequest.builder().tableName("Rides").indexName("ByRider").build();

    assertThat(permissions.of("DynamoDb", "Query", query))
        .containsExactly(Permission.on(TABLE + "Rides/index/ByRider", "dynamodb:Query"));
  }

  @Test
  void aBatchAsksForEveryTableInIt() {
    var keys = KeysAndAttributes.builder().build();
    var get = BatchGetItemRequest.builder().requestItems(Map.of("A", keys, "B", keys)).build();

    assertThat(permissions.of("DynamoDb", "BatchGetItem", get))
        .containsExactlyInAnyOrder(
            Permission.on(TABLE + "A", "dynamodb:BatchGetItem"),
            Permission.on(TABLE + "B", "dynamodb:BatchGetItem"));
  }

  @Test
  void iamKnowsOnlyTheSingleFormOfWhatSqsDoesByTens() {
    var send = SendMessageRequest.builder().queueUrl(QUEUE_URL).build();
    var change = ChangeMessageVisibilityBatchRequest.builder().queueUrl(QUEUE_URL).build();

    assertThat(permissions.of("Sqs", "SendMessage", send))
        .containsExactly(Permission.on(QUEUE + "jobs", "sqs:SendMessage"));
    assertThat(permissions.of("Sqs", "ChangeMessageVisibilityBatch", change))
        .containsExactly(Permission.on(QUEUE + "jobs", "sqs:ChangeMessageVisibility"));
  }

  @Test
  void metricsArePutIntoANamespace() {
    var put = PutMetricDataRequest.builder().namespace("WildRydes").build();

    assertThat(permissions.of("CloudWatch", "PutMetricData", put))
        .isEqualTo(
            List.of(
                new Permission(
                    "cloudwatch:PutMetricData", "*", Map.of(Statement.NAMESPACE, "WildRydes"))));
  }

  @Test
  void whatIsNotKnownIsRefusedByName() {
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(
            () ->
                permissions.of(
                    "DynamoDb", "TransactWriteItems", TransactWriteItemsRequest.builder().build()))
        .withMessageContaining("dynamodb:TransactWriteItems");
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(
            () ->
                permissions.of(
                    "DynamoDb", "ExecuteStatement", ExecuteStatementRequest.builder().build()))
        .withMessageContaining("dynamodb:ExecuteStatement");
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> permissions.of("Sns", "Publish", SendMessageRequest.builder().build()))
        .withMessageContaining("sns:Publish");
  }
}
