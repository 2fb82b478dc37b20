package wildrydes.emulators.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static wildrydes.emulators.template.TemplateText.read;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wildrydes.emulators.template.HttpApi.Cors;
import wildrydes.emulators.template.ServerlessFunction.QueueSource;
import wildrydes.emulators.template.ServerlessFunction.Route;

class FunctionAndApiTest {

  private static final String TEMPLATE =
      """
      Resources:
        Api:
          Type: AWS::Serverless::HttpApi
          Properties:
            Name: rides
            Auth: {DefaultAuthorizer: Riders}
            CorsConfiguration:
              AllowOrigins: ["*"]
              AllowMethods: [GET]
              AllowHeaders: [authorization]
              ExposeHeaders: [location]
              MaxAge: 600
        Jobs: {Type: "AWS::SQS::Queue", Properties: {QueueName: jobs}}
        Worker:
          Type: AWS::Serverless::Function
          Properties:
            FunctionName: worker
            Handler: wildrydes.Worker::handleRequest
            CodeUri: worker.jar
            Timeout: 30
            MemorySize: 1024
            Role: !GetAtt WorkerRole.Arn
            Environment: {Variables: {QUEUE: !Ref Jobs, COUNT: 5}}
            Events:
              Get:
                Type: HttpApi
                Properties:
                  ApiId: !Ref Api
                  Method: get
                  Path: "/job/{id}"
                  PayloadFormatVersion: "1.0"
                  Auth: {AuthorizationScopes: [jobs/read, !Ref AWS::NoValue]}
              Job:
                Type: SQS
                Properties:
                  Queue: !GetAtt Jobs.Arn
                  BatchSize: 7
                  MaximumBatchingWindowInSeconds: 2
                  FunctionResponseTypes: [ReportBatchItemFailures]
                  ScalingConfig: {MaximumConcurrency: 3}
        WorkerRole:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: sts:AssumeRole}]
      """;

  @TempDir Path folder;

  @Test
  void aFunctionIsReadWithWhatInvokesIt() {
    assertThat(read(folder, TEMPLATE).functions())
        .containsExactly(
            new ServerlessFunction(
                "Worker",
                "worker",
                "arn:aws:lambda:us-west-2:000000000000:function:worker",
                "wildrydes.Worker::handleRequest",
                "worker.jar",
                30,
                1024,
                Optional.of("arn:aws:iam::000000000000:role/Test-WorkerRole"),
                Map.of("QUEUE", "http://127.0.0.1:9324/000000000000/jobs", "COUNT", "5"),
                List.of(new Route("GET", "/job/{id}", List.of("jobs/read"))),
                List.of(
                    new QueueSource("arn:aws:sqs:us-west-2:000000000000:jobs", 7, 2, 3, true))));
  }

  @Test
  void whatAFunctionLeavesOutIsAsOnAws() {
    var function =
        read(
                folder,
                """
                Resources:
                  Jobs: {Type: "AWS::SQS::Queue"}
                  Worker:
                    Type: AWS::Serverless::Function
                    Properties:
                      Handler: wildrydes.Worker
                      CodeUri: worker.jar
                      Events:
                        Job: {Type: SQS, Properties: {Queue: !GetAtt Jobs.Arn}}
                """)
            .functions()
            .getFirst();

    assertThat(function.timeoutSeconds()).isEqualTo(3);
    assertThat(function.memoryMegabytes()).isEqualTo(128);
    assertThat(function.queueSources())
        .extracting(
            QueueSource::batchSize,
            QueueSource::batchingWindowSeconds,
            QueueSource::reportsItemFailures)
        .containsExactly(tuple(10, 0, false));
  }

  @Test
  void anApiIsReadWithItsAuthorizerAndCors() {
    assertThat(read(folder, TEMPLATE).httpApis())
        .singleElement()
        .satisfies(
            api -> {
              assertThat(api.name()).isEqualTo("rides");
              assertThat(api.authorized()).isTrue();
              assertThat(api.cors())
                  .contains(
                      new Cors(
                          List.of("*"),
                          List.of("GET"),
                          List.of("authorization"),
                          List.of("location"),
                          600));
            });
  }

  @ParameterizedTest
  @CsvSource({
    "Type: SQS, Type: Kinesis, Resources.Worker.Properties.Events.Job.Type",
    "BatchSize: 7, BisectBatch: 7, Resources.Worker.Properties.Events.Job.Properties.BisectBatch",
    "BatchSize: 7, BatchSize: many, Resources.Worker.Properties.Events.Job.Properties.BatchSize",
    "MemorySize: 1024, Layers: [], Resources.Worker.Properties.Layers",
    "MaxAge: 600, MaxAges: 600, Resources.Api.Properties.CorsConfiguration.MaxAges",
    "AuthorizationScopes: \\[, Scopes: [, Resources.Worker.Properties.Events.Get.Properties.Auth.Scopes",
    "Name: rides, FailOnWarnings: true, Resources.Api.Properties.FailOnWarnings",
    "'\"1.0\"', '\"2.0\"', Resources.Worker.Properties.Events.Get.Properties.PayloadFormatVersion",
  })
  void whatIsNotUnderstoodIsRefusedByName(String text, String instead, String path) {
    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> read(folder, TEMPLATE.replaceFirst(text, instead)))
        .satisfies(refusal -> assertThat(refusal.path()).isEqualTo(path));
  }
}
