package wildrydes.local.rules;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static wildrydes.local.rules.ProductTemplate.TEMPLATE;
import static wildrydes.local.rules.ProductTemplate.workQueues;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wildrydes.emulators.template.ServerlessFunction;
import wildrydes.local.rules.Grants.Grant;
import wildrydes.local.rules.ProductTemplate.WorkQueue;

/** Each function may do exactly what it does, to exactly what it is told of. */
class PermissionRulesTest {

  private static final Set<String> OF_AN_EVENT_SOURCE =
      Set.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes");
  private static final Set<String> OF_LOGGING = Set.of("logs:CreateLogStream", "logs:PutLogEvents");
  private static final Set<String> OF_TRACING =
      Set.of("xray:PutTraceSegments", "xray:PutTelemetryRecords");

  /** AWS lets these be given on everything only. */
  private static final Set<String> ON_EVERYTHING =
      Set.of("xray:PutTraceSegments", "xray:PutTelemetryRecords", "cloudwatch:PutMetricData");

  static List<ServerlessFunction> functions() {
    return TEMPLATE.functions();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void aRoleAllowsTheActionsThatItsFunctionUses(ServerlessFunction function) {
    Set<String> used = new TreeSet<>(UsedActions.of(function));
    used.addAll(OF_LOGGING);
    used.addAll(OF_TRACING);
    if (!function.queueSources().isEmpty()) {
      used.addAll(OF_AN_EVENT_SOURCE);
    }

    assertThat(Grants.of(function).stream().map(Grant::action).collect(toSet()))
        .as("%s: actions granted, against those its code and its events use", function.logicalId())
        .isEqualTo(used);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void aRoleReachesTheTablesAndQueuesThatItsFunctionKnows(ServerlessFunction function) {
    var variables = function.environment().values();
    var tables =
        TEMPLATE.tables().stream()
            .filter(table -> variables.contains(table.name()))
            .map(table -> ":table/" + table.name());
    var queues =
        TEMPLATE.queues().stream()
            .filter(queue -> variables.stream().anyMatch(v -> v.endsWith("/" + queue.name())))
            .map(queue -> ":" + queue.name());
    var source = workQueues().stream().filter(w -> w.function().equals(function));
    Set<String> known =
        Stream.of(tables, queues, source.map(work -> ":" + work.queue().name()))
            .flatMap(names -> names)
            .collect(toSet());

    var reached =
        Grants.of(function).stream()
            .filter(grant -> grant.service().matches("dynamodb|sqs"))
            .map(grant -> grant.resource().replaceFirst(".*:", ":"))
            .collect(toSet());

    assertThat(reached)
        .as("%s: tables and queues its role names", function.logicalId())
        .isEqualTo(known);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void anActionIsGivenOnItsOwnServicesResources(ServerlessFunction function) {
    assertThat(Grants.of(function))
        .filteredOn(grant -> !grant.resource().equals("*"))
        .isNotEmpty()
        .allSatisfy(
            grant -> assertThat(grant.resource()).startsWith("arn:aws:" + grant.service() + ":"));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void aFunctionWritesToItsOwnLogOnly(ServerlessFunction function) {
    assertThat(Grants.of(function))
        .filteredOn(grant -> grant.service().equals("logs"))
        .isNotEmpty()
        .allSatisfy(
            grant ->
                assertThat(grant.resource())
                    .as(grant.action())
                    .endsWith(":log-group:/aws/lambda/" + function.name() + ":*"));
  }

  /**
   * The source's actions on it, and no sending: Lambda's recursion detection would stop a chain.
   */
  @ParameterizedTest
  @MethodSource("wildrydes.local.rules.ProductTemplate#workQueues")
  void aFunctionTakesFromItsQueueAndNeverSendsThere(WorkQueue work) {
    var onSource =
        Grants.of(work.function()).stream()
            .filter(grant -> grant.resource().equals(work.queue().arn()))
            .map(Grant::action)
            .toList();

    assertThat(onSource).containsAll(OF_AN_EVENT_SOURCE).doesNotContain("sqs:SendMessage");
  }

  @ParameterizedTest
  @MethodSource("functions")
  void nothingIsGivenWholesale(ServerlessFunction function) {
    assertThat(Grants.of(function))
        .allSatisfy(
            grant -> {
              assertThat(grant.action()).as("%s: name the action", grant).doesNotContain("*");
              if (grant.resource().equals("*")) {
                assertThat(ON_EVERYTHING)
                    .as("%s: name the resource", grant)
                    .contains(grant.action());
              }
            });
  }

  @Test
  void metricsMayOnlyBePutIntoTheNamespaceThatTheRecorderIsTold() {
    var recorder =
        functions().stream()
            .filter(function -> function.environment().containsKey("METRICS_NAMESPACE"))
            .toList();

    assertThat(recorder).hasSize(1);
    assertThat(Grants.of(recorder.getFirst()))
        .filteredOn(grant -> grant.action().equals("cloudwatch:PutMetricData"))
        .extracting(grant -> grant.condition().at("/StringEquals/cloudwatch:namespace").asText())
        .containsExactly(recorder.getFirst().environment().get("METRICS_NAMESPACE"));
  }

  @Test
  void everyFunctionHasARoleOfItsOwnForLambdaOnly() {
    var roles = functions().stream().map(Grants::roleOf).toList();

    assertThat(roles)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(TEMPLATE.resources("AWS::IAM::Role"))
        .allSatisfy(
            role -> {
              assertThat(role.properties().path("AssumeRolePolicyDocument").toString())
                  .contains("\"Service\":\"lambda.amazonaws.com\"")
                  .doesNotContain("\"AWS\"")
                  .doesNotContain("*");
              assertThat(role.properties().has("ManagedPolicyArns"))
                  .as("%s: a managed policy grants more than is used", role.logicalId())
                  .isFalse();
              assertThat(Grants.statements(role))
                  .allMatch(statement -> statement.path("Effect").asText().equals("Allow"));
            });
  }

  /** SAM adds nothing to a given role; what stands here would be silently ignored. */
  @ParameterizedTest
  @MethodSource("functions")
  void noFunctionListsPoliciesBesideItsRole(ServerlessFunction function) {
    assertThat(ProductTemplate.properties(function).has("Policies")).isFalse();
  }
}
