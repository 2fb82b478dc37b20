package wildrydes.emulators.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateRefusalTest {

  @TempDir private Path folder;

  /** A template with one thing wrong, where, and a part of what is said about it. */
  record Wrong(String path, String problem, String text) {}

  static List<Wrong> wrongTemplates() {
    return List.of(
        new Wrong("Extras", "section", "Extras: {}"),
        new Wrong("Transform", "AWS::Include", "Transform: AWS::Include"),
        new Wrong("", "not a map", "[a]"),
        new Wrong("", "Line 1", "Resources: {"),
        new Wrong(
            "Resources.A",
            "twice",
            "Resources: {A: {Type: 'AWS::SNS::Topic'}, A: {Type: 'AWS::SNS::Topic'}}"),
        new Wrong("Metadata.A", "anchor", "Metadata: {A: &x 1, B: *x}"),
        new Wrong("Metadata", "merge", "Metadata: {<<: {A: 1}}"),
        new Wrong("Metadata.A", "no value", "Metadata: {A: }"),
        new Wrong(
            "Parameters.A.Type",
            "AWS::SSM",
            "Parameters: {A: {Type: 'AWS::SSM::Parameter::Value<String>', Default: a}}"),
        new Wrong("Parameters.A", "no value and no default", "Parameters: {A: {Type: String}}"),
        new Wrong(
            "Parameters.A.Unit",
            "not understood",
            "Parameters: {A: {Type: String, Default: a, Unit: m}}"),
        new Wrong("Parameters.A", "not a number", "Parameters: {A: {Type: Number, Default: many}}"),
        new Wrong(
            "Parameters.A",
            "below MinValue",
            "Parameters: {A: {Type: Number, Default: 1, MinValue: 2}}"),
        new Wrong(
            "Parameters.A",
            "above MaxValue",
            "Parameters: {A: {Type: Number, Default: 3, MaxValue: 2}}"),
        new Wrong(
            "Parameters.A",
            "below MinLength",
            "Parameters: {A: {Type: String, Default: '', MinLength: 1}}"),
        new Wrong(
            "Parameters.A",
            "allowed",
            "Parameters: {A: {Type: String, Default: c, AllowedValues: [a, b]}}"),
        new Wrong(
            "Parameters.A",
            "AllowedPattern",
            "Parameters: {A: {Type: String, Default: c, AllowedPattern: '[0-9]'}}"),
        new Wrong("Conditions.A.Fn::If", "not a condition", "Conditions: {A: !If [A, b, c]}"),
        new Wrong(
            "Conditions.A",
            "needs itself: A -> B -> A",
            "Conditions: {A: !Not [!Condition B], B: !Not [!Condition A]}"),
        new Wrong("Conditions.A.Fn::And", "2 to 10", "Conditions: {A: !And [!Equals [a, b]]}"),
        new Wrong(
            "Conditions.A.Condition", "no condition \"B\"", "Conditions: {A: {Condition: B}}"),
        new Wrong("Globals.Api", "Globals.Function", "Globals: {Api: {Cors: '*'}}"),
        new Wrong("Mappings.M.a.b", "two levels", "Mappings: {M: {a: {b: {c: d}}}}"),
        new Wrong("Outputs.A.Text", "not understood", "Outputs: {A: {Value: a, Text: b}}"),
        new Wrong("Outputs.A.Value.Ref", "\"B\" names nothing", "Outputs: {A: {Value: !Ref B}}"),
        resource("Type", "AWS::EC2::Instance", "Type: AWS::EC2::Instance"),
        resource(
            "CreationPolicy", "not understood", "{Type: 'AWS::SNS::Topic', CreationPolicy: {}}"),
        resource("DependsOn", "\"B\"", "{Type: 'AWS::SNS::Topic', DependsOn: B}"),
        resource("Condition", "no condition", "{Type: 'AWS::SNS::Topic', Condition: B}"),
        topic("Name.Ref", "\"B\" names nothing", "!Ref B"),
        topic("Name.Fn::Sub", "\"B\" names nothing", "!Sub 'x-${B}'"),
        topic("Name.Fn::GetAtt", "\"Size\" is not a known attribute", "!GetAtt Other.Size"),
        topic("Name.Fn::GetAtt", "no attribute", "!GetAtt Other"),
        topic("Name.Fn::ImportValue", "not understood", "!ImportValue Other"),
        topic("Name.Fn::Sub", "other keys", "{'Fn::Sub': a, B: c}"),
        topic("Name.Fn::Join", "list of 2", "!Join [a]"),
        topic("Name.Fn::Select", "no element 2", "!Select [2, [a, b]]"),
        topic("Name.Fn::FindInMap", "no M.a.b", "!FindInMap [M, a, b]"),
        topic("Name.Fn::If", "no condition", "!If [B, a, c]"),
        topic("Name.Fn::Base64", "text is needed", "!Base64 [a]"),
        queue("Colour", "not known here", "Colour: red"),
        queue("", "FIFO", "FifoQueue: true"),
        queue("VisibilityTimeout", "whole number", "VisibilityTimeout: soon"),
        queue("RedrivePolicy", "map is needed", "RedrivePolicy: none"),
        queue(
            "RedrivePolicy.maxReceiveCount", "missing", "RedrivePolicy: {deadLetterTargetArn: a}"),
        queue(
            "RedrivePolicy.max",
            "not understood",
            "RedrivePolicy: {deadLetterTargetArn: a, max: 1}"),
        table("StreamSpecification", "not known here", "StreamSpecification: {}"),
        table("KeySchema", "no HASH key", "KeySchema: []"),
        table(
            "KeySchema[0].Type", "not understood", "KeySchema: [{AttributeName: a, Type: HASH}]"));
  }

  private static Wrong resource(String path, String problem, String yaml) {
    var text = yaml.startsWith("{") ? yaml : "{" + yaml + "}";
    return new Wrong("Resources.A." + path, problem, "Resources: {A: " + text + "}");
  }

  private static Wrong topic(String path, String problem, String name) {
    return new Wrong(
        "Resources.A.Properties." + path,
        problem,
        "Resources: {Other: {Type: 'AWS::SNS::Topic'}, A: {Type: 'AWS::SNS::Topic', Properties: {Name: %s}}}"
            .formatted(name));
  }

  private static Wrong queue(String path, String problem, String property) {
    return declared("AWS::SQS::Queue", path, problem, property);
  }

  private static Wrong table(String path, String problem, String property) {
    return declared("AWS::DynamoDB::Table", path, problem, property);
  }

  private static Wrong declared(String type, String path, String problem, String property) {
    return new Wrong(
        "Resources.A.Properties" + (path.isEmpty() ? "" : "." + path),
        problem,
        "Resources: {A: {Type: '%s', Properties: {%s}}}".formatted(type, property));
  }

  @ParameterizedTest
  @MethodSource("wrongTemplates")
  void whatIsWrongIsRefusedByName(Wrong wrong) {
    var refusal =
        catchThrowableOfType(
            TemplateException.class, () -> TemplateText.read(folder, wrong.text()));

    assertThat(refusal)
        .isNotNull()
        .hasMessageContaining("template.yaml")
        .hasMessageContaining(wrong.problem());
    assertThat(refusal.path()).isEqualTo(wrong.path());
  }

  @Test
  void aValueForAnUnknownParameterIsRefused() {
    var text = "Parameters: {Seconds: {Type: Number, Default: 5}}";

    var refusal =
        catchThrowableOfType(
            TemplateException.class, () -> TemplateText.read(folder, text, Map.of("Second", "6")));

    assertThat(refusal.path()).isEqualTo("Parameters.Second");
    assertThat(refusal).hasMessageContaining("Known are: Seconds.");
  }

  @Test
  void aValueOutOfItsBoundsIsRefused() {
    var text = "Parameters: {Seconds: {Type: Number, Default: 5, MinValue: 5}}";

    var refusal =
        catchThrowableOfType(
            TemplateException.class, () -> TemplateText.read(folder, text, Map.of("Seconds", "4")));

    assertThat(refusal)
        .hasMessageEndingWith("Parameters.Seconds: \"4\" is below MinValue. The least is 5.");
  }

  @Test
  void resourcesThatNeedEachOtherAreRefused() {
    var text =
        """
        Resources:
          A:
            Type: AWS::SQS::Queue
            Properties:
              RedrivePolicy: {deadLetterTargetArn: !GetAtt B.Arn, maxReceiveCount: 5}
          B:
            Type: AWS::SQS::Queue
            Properties:
              RedriveAllowPolicy: {sourceQueueArns: [!GetAtt A.Arn]}
        """;

    var refusal =
        catchThrowableOfType(TemplateException.class, () -> TemplateText.read(folder, text));

    assertThat(refusal).hasMessageContaining("It depends on itself: A -> B -> A.");
  }

  @Test
  void namesThatNeedEachOtherAreRefused() {
    var text =
        """
        Resources:
          A: {Type: "AWS::SQS::Queue", Properties: {QueueName: !Sub "${B.QueueName}-x"}}
          B: {Type: "AWS::SQS::Queue", Properties: {QueueName: !Sub "${A.QueueName}-y"}}
        """;

    var refusal =
        catchThrowableOfType(TemplateException.class, () -> TemplateText.read(folder, text));

    assertThat(refusal).hasMessageContaining("The name needs itself");
  }

  @Test
  void aReferenceToWhatIsNotDeployedIsRefused() {
    var text =
        """
        Conditions: {Never: !Equals [a, b]}
        Resources:
          Topic: {Type: "AWS::SNS::Topic", Condition: Never}
        Outputs:
          Topic: {Value: !Ref Topic}
        """;

    var refusal =
        catchThrowableOfType(TemplateException.class, () -> TemplateText.read(folder, text));

    assertThat(refusal).hasMessageContaining("\"Topic\" is not deployed");
  }

  @Test
  void whatIsNotDeployedIsReadAllTheSame() {
    var text =
        """
        Conditions: {Never: !Equals [a, b]}
        Resources:
          Topic: {Type: "AWS::SNS::Topic", Condition: Never, Properties: {TopicName: !Oops x}}
        """;

    var refusal =
        catchThrowableOfType(TemplateException.class, () -> TemplateText.read(folder, text));

    assertThat(refusal).hasMessageContaining("Fn::Oops is not understood");
  }

  @Test
  void aMissingFileIsRefused() {
    var missing = folder.resolve("none.yaml");

    var refusal =
        catchThrowableOfType(
            TemplateException.class, () -> Template.read(missing, TemplateText.settings(Map.of())));

    assertThat(refusal.file()).isEqualTo(missing);
  }
}
