package wildrydes.local.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static wildrydes.local.rules.ProductTemplate.TEMPLATE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wildrydes.emulators.template.Queue;
import wildrydes.emulators.template.Resource;
import wildrydes.emulators.template.Table;

/** Queues, tables and the topic refuse whoever does not come by TLS, and say so for themselves. */
class TlsRulesTest {

  @Test
  void everyQueueIsReachedByTlsOnly() {
    var policies = TEMPLATE.resources("AWS::SQS::QueuePolicy");

    for (Queue queue : TEMPLATE.queues()) {
      String url = "https://sqs.eu-north-1.amazonaws.com/111122223333/" + queue.name();
      assertThat(policies)
          .filteredOn(policy -> texts(policy.properties().path("Queues")).equals(List.of(url)))
          .as("%s: its QueuePolicy", queue.logicalId())
          .singleElement()
          .satisfies(policy -> assertStatements(policy, tlsOnly("sqs:*", queue.arn())));
    }
    assertThat(policies).hasSameSizeAs(TEMPLATE.queues());
  }

  @Test
  void everyTableIsReachedByTlsOnly() {
    for (Table table : TEMPLATE.tables()) {
      String arn = "arn:aws:dynamodb:eu-north-1:111122223333:table/" + table.name();
      JsonNode policy = TEMPLATE.resource(table.logicalId()).properties().path("ResourcePolicy");

      assertThat(statements(policy))
          .as("%s: its ResourcePolicy", table.logicalId())
          .containsExactly(tlsOnly("dynamodb:*", arn));
    }
  }

  @Test
  void onlyAlarmsOfThisAccountArePublished() {
    String topic = "arn:aws:sns:eu-north-1:111122223333:" + TEMPLATE.resource("AlarmTopic").name();
    var policies = TEMPLATE.resources("AWS::SNS::TopicPolicy");

    assertThat(policies).hasSize(1);
    assertThat(texts(policies.getFirst().properties().path("Topics"))).containsExactly(topic);
    assertStatements(
        policies.getFirst(),
        json(
            """
            {"Sid": "AlarmsOfThisAccount", "Effect": "Allow",
             "Principal": {"Service": "cloudwatch.amazonaws.com"},
             "Action": "sns:Publish", "Resource": "%s",
             "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}}
            """
                .formatted(topic)),
        tlsOnly("sns:Publish", topic));
  }

  /**
   * A wildcard in a Deny takes nothing that should be there; in an Allow it would give too much.
   */
  private static JsonNode tlsOnly(String action, String resource) {
    return json(
        """
        {"Sid": "TlsOnly", "Effect": "Deny", "Principal": "*", "Action": "%s", "Resource": "%s",
         "Condition": {"Bool": {"aws:SecureTransport": "false"}}}
        """
            .formatted(action, resource));
  }

  private static void assertStatements(Resource policy, JsonNode... statements) {
    assertThat(statements(policy.properties()))
        .as("%s: PolicyDocument", policy.logicalId())
        .containsExactly(statements);
  }

  private static Stream<JsonNode> statements(JsonNode policy) {
    return policy.at("/PolicyDocument/Statement").valueStream();
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asText).toList();
  }

  private static JsonNode json(String text) {
    try {
      return new JsonMapper().readTree(text);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
