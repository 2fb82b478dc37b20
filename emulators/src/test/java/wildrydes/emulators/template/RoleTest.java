package wildrydes.emulators.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static wildrydes.emulators.template.TemplateText.read;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleTest {

  private static final String TEMPLATE =
      """
      Resources:
        Jobs: {Type: "AWS::SQS::Queue", Properties: {QueueName: jobs}}
        Worker:
          Type: AWS::IAM::Role
          Properties:
            RoleName: worker
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                - {Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: sts:AssumeRole}
            Policies:
              - PolicyName: Worker
                PolicyDocument:
                  Version: "2012-10-17"
                  Statement:
                    - {Sid: Send, Effect: Allow, Action: sqs:SendMessage, Resource: !GetAtt Jobs.Arn}
                    - Effect: Allow
                      Action: [cloudwatch:PutMetricData, xray:PutTraceSegments]
                      Resource: "*"
                      Condition: {StringEquals: {"cloudwatch:namespace": Jobs}}
              - PolicyName: Never
                PolicyDocument:
                  Version: "2012-10-17"
                  Statement:
                    - {Effect: Deny, Action: sqs:PurgeQueue, Resource: [!GetAtt Jobs.Arn, "*"]}
      """;

  private static final String JOBS = "arn:aws:sqs:us-west-2:000000000000:jobs";

  @TempDir Path folder;

  @Test
  void aRoleIsReadWithAllItsPolicies() {
    assertThat(read(folder, TEMPLATE).roles())
        .containsExactly(
            new Role(
                "Worker",
                "worker",
                "arn:aws:iam::000000000000:role/worker",
                List.of("lambda.amazonaws.com"),
                List.of(
                    new Statement(true, List.of("sqs:SendMessage"), List.of(JOBS), Map.of()),
                    new Statement(
                        true,
                        List.of("cloudwatch:PutMetricData", "xray:PutTraceSegments"),
                        List.of("*"),
                        Map.of(Statement.NAMESPACE, List.of("Jobs"))),
                    new Statement(
                        false, List.of("sqs:PurgeQueue"), List.of(JOBS, "*"), Map.of()))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RoleName: worker               | ManagedPolicyArns: [a] | ManagedPolicyArns
          RoleName: worker               | PermissionsBoundary: a | PermissionsBoundary
          Effect: Deny                   | Effect: deny           | Policies[1].PolicyDocument.Statement[0].Effect
          Action: sqs:PurgeQueue         | Action: "sqs:*"        | Policies[1].PolicyDocument.Statement[0].Action
          Action: sqs:PurgeQueue         | Action: []             | Policies[1].PolicyDocument.Statement[0].Action
          Action: sqs:PurgeQueue         | NotAction: sqs:A       | Policies[1].PolicyDocument.Statement[0].NotAction
          StringEquals:                  | StringLike:            | Policies[0].PolicyDocument.Statement[1].Condition.StringLike
          cloudwatch:namespace           | aws:SourceIp           | Policies[0].PolicyDocument.Statement[1].Condition.StringEquals.aws:SourceIp
          Resource: !GetAtt Jobs.Arn     | Resource: jobs         | Policies[0].PolicyDocument.Statement[0].Resource
          Resource: !GetAtt Jobs.Arn     | NotResource: "*"       | Policies[0].PolicyDocument.Statement[0].NotResource
          Service: lambda.amazonaws.com  | AWS: "*"               | AssumeRolePolicyDocument.Statement[0].Principal.AWS
          Action: sts:AssumeRole         | Action: sts:TagSession | AssumeRolePolicyDocument.Statement[0]
          - PolicyName: Never            | - Name: Never          | Policies[1].Name
          2012-10-17                     | 2008-10-17             | AssumeRolePolicyDocument.Version
          """)
  void whatIsNotUnderstoodIsRefusedByName(String text, String instead, String path) {
    assertThat(TEMPLATE).contains(text);

    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> read(folder, TEMPLATE.replace(text, instead)))
        .satisfies(
            refusal -> assertThat(refusal.path()).isEqualTo("Resources.Worker.Properties." + path));
  }
}
