package wildrydes.local.access;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SqsException;
import wildrydes.edge.SdkClients;
import wildrydes.emulators.Aws;
import wildrydes.emulators.Stack;
import wildrydes.emulators.StackSettings;
import wildrydes.emulators.template.ServerlessFunction;
import wildrydes.emulators.template.Template;
import wildrydes.emulators.template.TemplateException;
import wildrydes.emulators.template.TemplateSettings;
import wildrydes.local.ChangedTemplate;

/** Calls of functions, with the SDK clients that functions have, against what their roles allow. */
class AccessCheckIT {

  private static final Stack STACK = Stack.shared();
  private static final Map<String, AttributeValue> KEY =
      Map.of("RideId", AttributeValue.fromS("of the access check"));

  @TempDir Path folder;

  private final PipelineAccess access = new PipelineAccess(STACK.template());

  @SuppressWarnings("NullAway.Init") // Built before each test.
  private SdkClients requestApi;

  @BeforeEach
  void begin() {
    var credentials = access.begin(function(STACK.template(), "RequestApiFunction"));
    requestApi =
        new SdkClients(
            Map.of(
                "AWS_REGION", Aws.REGION,
                "AWS_ACCESS_KEY_ID", requireNonNull(credentials.get("AWS_ACCESS_KEY_ID")),
                "AWS_SECRET_ACCESS_KEY", requireNonNull(credentials.get("AWS_SECRET_ACCESS_KEY")),
                "AWS_ENDPOINT_URL_DYNAMODB", STACK.dynamoDbEndpoint().toString(),
                "AWS_ENDPOINT_URL_SQS", STACK.sqsEndpoint().toString()));
  }

  @AfterEach
  void end() {
    access.close();
  }

  @Test
  void whatItsRoleAllowsIsDoneAndWrittenDown() {
    try (var dynamoDb = dynamoDb()) {
      dynamoDb.putItem(p -> p.tableName("WildRydes-Rides").item(KEY));

      assertThat(access.used("RequestApiFunction"))
          .containsExactly(
              Permission.on(
                  "arn:aws:dynamodb:us-west-2:000000000000:table/WildRydes-Rides",
                  "dynamodb:PutItem"));
    }
  }

  @Test
  void whatItsRoleDoesNotAllowFailsAsOnAwsAndIsNotDone() {
    STACK.dynamoDb().putItem(p -> p.tableName("WildRydes-Rides").item(KEY));
    try (var dynamoDb = dynamoDb()) {

      assertThatExceptionOfType(DynamoDbException.class)
          .isThrownBy(() -> dynamoDb.deleteItem(d -> d.tableName("WildRydes-Rides").key(KEY)))
          .satisfies(
              refused -> {
                assertThat(refused.statusCode()).isEqualTo(400);
                assertThat(refused.awsErrorDetails().errorCode())
                    .isEqualTo("AccessDeniedException");
                assertThat(refused.awsErrorDetails().errorMessage())
                    .isEqualTo(
                        "User: arn:aws:sts::000000000000:assumed-role/WildRydes-RequestApiRole/"
                            + "WildRydes-RequestApi is not authorized to perform:"
                            + " dynamodb:DeleteItem on resource:"
                            + " arn:aws:dynamodb:us-west-2:000000000000:table/WildRydes-Rides"
                            + " because no identity-based policy allows the dynamodb:DeleteItem"
                            + " action");
              });
      assertThat(STACK.dynamoDb().getItem(g -> g.tableName("WildRydes-Rides").key(KEY)).hasItem())
          .isTrue();
      assertThat(access.used("RequestApiFunction")).isEmpty();
      assertThat(access.refused("RequestApiFunction"))
          .extracting(Permission::action)
          .containsExactly("dynamodb:DeleteItem");
    }
  }

  @Test
  void anAllowedActionIsForItsOwnResourceOnly() {
    try (var sqs = requestApi.retrying(SqsClient.builder(), "SQS").build()) {
      assertThatExceptionOfType(SqsException.class)
          .isThrownBy(
              () ->
                  sqs.sendMessage(
                      s -> s.queueUrl(STACK.queueUrl("RideOutcomeQueue")).messageBody("x")))
          .satisfies(
              refused -> {
                assertThat(refused.statusCode()).isEqualTo(403);
                assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
              });
    }
  }

  @Test
  void nobodyElseIsChecked() {
    STACK.dynamoDb().deleteItem(d -> d.tableName("WildRydes-Rides").key(KEY));

    assertThat(access.used("RequestApiFunction")).isEmpty();
  }

  @Test
  void theDeveloperIsToldWhichStatementIsMissing() {
    var missing = new MissingStatement(STACK.template());
    var function = function(STACK.template(), "RecorderFunction");
    var role =
        STACK.template().roles().stream()
            .filter(each -> each.logicalId().equals("RecorderRole"))
            .findFirst()
            .orElseThrow();
    var scan =
        Permission.on(
            "arn:aws:dynamodb:us-west-2:000000000000:table/WildRydes-Unicorns", "dynamodb:Scan");
    var put =
        new Permission("cloudwatch:PutMetricData", "*", Map.of("cloudwatch:namespace", "Others"));

    assertThat(missing.tell(function, role, scan, Verdict.NOT_ALLOWED))
        .startsWith("RecorderFunction may not dynamodb:Scan on ")
        .endsWith(
            "add to the Policies of RecorderRole in the template:"
                + " {Effect: Allow, Action: dynamodb:Scan, Resource: !GetAtt UnicornsTable.Arn}");
    assertThat(missing.tell(function, role, put, Verdict.NOT_ALLOWED))
        .endsWith(
            "{Effect: Allow, Action: cloudwatch:PutMetricData, Resource: \"*\","
                + " Condition: {StringEquals: {\"cloudwatch:namespace\": Others}}}");
    assertThat(missing.tell(function, role, scan, Verdict.DENIED)).endsWith("denies it.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [sqs:ReceiveMessage, sqs:DeleteMessage, sqs:GetQueueAttributes, sqs:C | [sqs:ReceiveMessage, sqs:GetQueueAttributes, sqs:C  | Resources.DispatcherRole.Properties | sqs:DeleteMessage
          Principal: {Service: lambda.amazonaws.com}                            | Principal: {Service: ec2.amazonaws.com}             | Resources.DispatcherRole.Properties | lambda.amazonaws.com
          Role: !GetAtt DispatcherRole.Arn                                      | Role: arn:aws:iam::000000000000:role/elsewhere      | Resources.DispatcherFunction.Properties | no Role of this template
          """)
  void withoutWhatLambdaNeedsAFunctionIsRefused(
      String text, String instead, String path, String problem) throws IOException {
    var template =
        Template.read(
            ChangedTemplate.in(folder, Map.of(text, instead)),
            new TemplateSettings(
                StackSettings.STACK_NAME,
                Map.of(),
                Aws.REGION,
                Aws.ACCOUNT_ID,
                STACK.sqsEndpoint()));

    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(
            () -> new PipelineAccess(template).begin(function(template, "DispatcherFunction")))
        .satisfies(refusal -> assertThat(refusal.path()).isEqualTo(path))
        .withMessageContaining(problem);
  }

  private DynamoDbClient dynamoDb() {
    return requestApi.retrying(DynamoDbClient.builder(), "DYNAMODB").build();
  }

  private static ServerlessFunction function(Template template, String logicalId) {
    return template.functions().stream()
        .filter(function -> function.logicalId().equals(logicalId))
        .findFirst()
        .orElseThrow();
  }
}
