package wildrydes.emulators.template;

import static org.assertj.core.api.Assertions.assertThat;
import static wildrydes.emulators.template.TemplateText.read;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateTest {

  @TempDir private Path folder;

  @Test
  void intrinsicsGiveWhatAwsGives() {
    var template =
        read(
            folder,
            """
            Mappings:
              Sizes: {us-west-2: {Small: [1, 2]}}
            Resources:
              Jobs:
                Type: AWS::SQS::Queue
                Properties: {QueueName: !Sub "${AWS::StackName}-Jobs"}
              Unnamed:
                Type: AWS::DynamoDB::Table
                Properties:
                  KeySchema: [{AttributeName: Id, KeyType: HASH}]
              Group:
                Type: AWS::Logs::LogGroup
                Properties:
                  Url: !Ref Jobs
                  Arn: !GetAtt Jobs.Arn
                  LongArn: {"Fn::GetAtt": [Unnamed, Arn]}
                  Table: {Ref: Unnamed}
                  Sub: !Sub ["${Who} at ${Jobs.QueueName} of ${AWS::AccountId}, ${!Literal}", {Who: !Ref AWS::Region}]
                  Join: !Join ["-", [a, !Ref AWS::Partition, 3]]
                  Split: !Split [",", "a,b"]
                  Select: !Select [1, !Split [",", "a,b"]]
                  Map: !FindInMap [Sizes, !Ref AWS::Region, Small]
                  Base64: !Base64 hello
                  Gone: !Ref AWS::NoValue
                  List: [a, !Ref AWS::NoValue, b]
            """);

    assertThat(template.resource("Group").properties().toString())
        .isEqualTo(
            """
            {"Url":"http://127.0.0.1:9324/000000000000/Test-Jobs",\
            "Arn":"arn:aws:sqs:us-west-2:000000000000:Test-Jobs",\
            "LongArn":"arn:aws:dynamodb:us-west-2:000000000000:table/Test-Unnamed",\
            "Table":"Test-Unnamed",\
            "Sub":"us-west-2 at Test-Jobs of 000000000000, ${Literal}",\
            "Join":"a-aws-3",\
            "Split":["a","b"],\
            "Select":"b",\
            "Map":[1,2],\
            "Base64":"aGVsbG8=",\
            "List":["a","b"]}""");
  }

  @Test
  void conditionsDecideWhatIsDeployed() {
    var text =
        """
        Parameters:
          Email: {Type: String, Default: ""}
        Conditions:
          Told: !Not [!Equals [!Ref Email, ""]]
          Both: !And [!Condition Told, {Condition: Told}]
          Either: !Or [!Equals [a, b], !Condition Told]
        Resources:
          Topic: {Type: "AWS::SNS::Topic", Condition: Told}
          Group:
            Type: AWS::Logs::LogGroup
            Properties:
              Topic: !If [Told, !Ref Topic, !Ref AWS::NoValue]
              Both: !If [Both, 1, 2]
              Either: !If [Either, 1, 2]
        """;

    var untold = read(folder, text);
    var told = read(folder, text, Map.of("Email", "a@example.com"));

    assertThat(untold.resources()).extracting(Resource::logicalId).containsExactly("Group");
    assertThat(untold.resource("Group").properties()).hasToString("{\"Both\":2,\"Either\":2}");
    assertThat(told.resource("Group").properties())
        .hasToString(
            "{\"Topic\":\"arn:aws:sns:us-west-2:000000000000:Test-Topic\",\"Both\":1,\"Either\":1}");
  }

  @Test
  void parametersKeepTheirTypes() {
    var text =
        """
        Parameters:
          Count: {Type: Number, Default: 5, MinValue: 1, MaxValue: 9}
          Names: {Type: CommaDelimitedList, Default: "a, b"}
        Resources:
          Group:
            Type: AWS::Logs::LogGroup
            Properties: {Count: !Ref Count, Names: !Ref Names, Text: !Sub "${Count}"}
        """;

    var byDefault = read(folder, text);
    var overridden = read(folder, text, Map.of("Count", "9"));

    assertThat(byDefault.resource("Group").properties())
        .hasToString("{\"Count\":5,\"Names\":[\"a\",\"b\"],\"Text\":\"5\"}");
    assertThat(overridden.resource("Group").properties())
        .hasToString("{\"Count\":9,\"Names\":[\"a\",\"b\"],\"Text\":\"9\"}");
  }

  @Test
  void globalsAreMergedIntoFunctionsAsSamDoes() {
    var template =
        read(
            folder,
            """
            Globals:
              Function:
                Timeout: 3
                Runtime: java25
                Architectures: [shared]
                Handler: wildrydes.Worker
                CodeUri: worker.jar
                Environment: {Variables: {A: global, B: global}}
            Resources:
              Worker:
                Type: AWS::Serverless::Function
                Properties:
                  Timeout: 30
                  Architectures: [own]
                  Environment: {Variables: {B: own}}
            """);

    assertThat(template.resource("Worker").properties())
        .hasToString(
            "{\"Timeout\":30,\"Runtime\":\"java25\",\"Architectures\":[\"shared\",\"own\"],"
                + "\"Handler\":\"wildrydes.Worker\",\"CodeUri\":\"worker.jar\","
                + "\"Environment\":{\"Variables\":{\"A\":\"global\",\"B\":\"own\"}}}");
  }

  @Test
  void queuesAndTablesAreReadWhole() {
    var template =
        read(
            folder,
            """
            Resources:
              Jobs:
                Type: AWS::SQS::Queue
                Properties:
                  VisibilityTimeout: 180
                  DelaySeconds: 1
                  RedrivePolicy: {deadLetterTargetArn: !GetAtt Dead.Arn, maxReceiveCount: 5}
              Dead: {Type: "AWS::SQS::Queue"}
              Spots:
                Type: AWS::DynamoDB::Table
                Properties:
                  TableName: Spots
                  BillingMode: PAY_PER_REQUEST
                  AttributeDefinitions:
                    - {AttributeName: Cell, AttributeType: S}
                    - {AttributeName: At, AttributeType: N}
                  KeySchema:
                    - {AttributeName: Cell, KeyType: HASH}
                    - {AttributeName: At, KeyType: RANGE}
                  GlobalSecondaryIndexes:
                    - IndexName: ByTime
                      KeySchema: [{AttributeName: At, KeyType: HASH}]
                      Projection: {ProjectionType: INCLUDE, NonKeyAttributes: [Name]}
                  TimeToLiveSpecification: {AttributeName: ExpiresAt, Enabled: true}
            """);

    var dead = "arn:aws:sqs:us-west-2:000000000000:Test-Dead";
    assertThat(template.queues())
        .containsExactly(
            new Queue(
                "Jobs",
                "Test-Jobs",
                "arn:aws:sqs:us-west-2:000000000000:Test-Jobs",
                Map.of("VisibilityTimeout", "180", "DelaySeconds", "1"),
                Optional.of(new Queue.Redrive(dead, 5))),
            new Queue("Dead", "Test-Dead", dead, Map.of(), Optional.empty()));
    assertThat(template.tables())
        .containsExactly(
            new Table(
                "Spots",
                "Spots",
                Map.of("Cell", "S", "At", "N"),
                new Table.Key("Cell", Optional.of("At")),
                List.of(
                    new Table.Index(
                        "ByTime",
                        new Table.Key("At", Optional.empty()),
                        "INCLUDE",
                        List.of("Name"))),
                Optional.of("ExpiresAt")));
  }

  @Test
  void whatHasNoLocalTwinIsNamedWithTheReason() {
    var template =
        read(
            folder,
            "Resources: {Topic: {Type: 'AWS::SNS::Topic'}, Jobs: {Type: 'AWS::SQS::Queue'}}");

    assertThat(template.notRun())
        .containsExactly(
            Map.entry("AWS::SNS::Topic", "Alarms write down what they would publish to it."));
  }
}
