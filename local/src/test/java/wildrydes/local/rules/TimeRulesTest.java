package wildrydes.local.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static wildrydes.local.rules.ProductTemplate.TEMPLATE;
import static wildrydes.local.rules.ProductTemplate.seconds;

import java.lang.reflect.Field;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wildrydes.edge.SdkClients;
import wildrydes.emulators.template.ServerlessFunction;
import wildrydes.emulators.template.TemplateException;
import wildrydes.local.rules.ProductTemplate.WorkQueue;

/** Time-outs fit into each other, from one SDK call up to the life of a ride. */
class TimeRulesTest {

  /** HTTP APIs wait no longer for a function. */
  private static final Duration API_GATEWAY = Duration.ofSeconds(30);

  /** Loading classes and opening connections, for a function that was just restored. */
  private static final Duration START = Duration.ofSeconds(3);

  /** A ride is looked up, then put; or put, then sent. */
  private static final int CALLS_PER_REQUEST = 2;

  /** At the least a look-up for the batch, a query and a claim; or an update and a message. */
  private static final int CALLS_PER_BATCH = 3;

  private static final String RETENTION = "MessageRetentionPeriod";

  static List<WorkQueue> workQueues() {
    return ProductTemplate.workQueues();
  }

  static List<ServerlessFunction> functionsOfTheApi() {
    return TEMPLATE.functions().stream().filter(f -> !f.routes().isEmpty()).toList();
  }

  @ParameterizedTest
  @MethodSource("functionsOfTheApi")
  void aRequestIsAnsweredBeforeTheApiGivesUp(ServerlessFunction function) {
    Duration slowest = SdkClients.CALL_TIMEOUT.multipliedBy(CALLS_PER_REQUEST).plus(START);

    assertThat(Duration.ofSeconds(function.timeoutSeconds()))
        .as("%s: Timeout, with every call as slow as it may be", function.logicalId())
        .isBetween(slowest, API_GATEWAY.minusSeconds(1));
  }

  /**
   * A slow store or queue shortens the wait; a rider who finds both as usual waits for all of it.
   */
  @ParameterizedTest
  @MethodSource("functionsOfTheApi")
  void theLongestWaitFitsBetweenTheStartAndTheLastLook(ServerlessFunction function)
      throws ReflectiveOperationException {
    Class<?> prefer = Class.forName("wildrydes.requestapi.aws.Prefer");
    Duration wait = (Duration) constant(prefer, "LONGEST_WAIT");

    assertThat(Duration.ofSeconds(function.timeoutSeconds()))
        .as("%s: Timeout, for a start, the longest wait and RESERVE", function.logicalId())
        .isGreaterThanOrEqualTo(START.plus(wait).plus(reserve(function)));
    assertThatExceptionOfType(TemplateException.class)
        .as("DefaultWaitSeconds: its MaxValue must be the longest wait")
        .isThrownBy(
            () -> ProductTemplate.with(Map.of("DefaultWaitSeconds", "" + (wait.toSeconds() + 1))))
        .withMessageContaining("DefaultWaitSeconds");
  }

  @ParameterizedTest
  @MethodSource("workQueues")
  void aBatchHasTimeForItsWorkBesideWhatIsKeptInReserve(WorkQueue work)
      throws ReflectiveOperationException {
    Duration slowest = SdkClients.CALL_TIMEOUT.multipliedBy(CALLS_PER_BATCH).plus(START);

    assertThat(Duration.ofSeconds(work.function().timeoutSeconds()).minus(reserve(work.function())))
        .as("%s: Timeout less the handler's RESERVE", work.function().logicalId())
        .isGreaterThanOrEqualTo(slowest);
  }

  /**
   * What the functions themselves put among the dead letters starts its time there anew, at the end
   * of its time in the queues; and it may be replayed at the end of its time there.
   */
  @Test
  void aRideOutlivesItsTimeInTheQueuesAndAmongTheDeadLetters() {
    int waits =
        workQueues().stream().mapToInt(w -> seconds(w.queue(), RETENTION)).sum()
            + workQueues().stream()
                .mapToInt(w -> seconds(w.deadLetters(), RETENTION))
                .max()
                .orElseThrow();
    long tooFewDays = Duration.ofSeconds(waits).toDays();

    assertThatExceptionOfType(TemplateException.class)
        .as("RideRetentionDays: its MinValue must be more than %s", tooFewDays)
        .isThrownBy(() -> ProductTemplate.with(Map.of("RideRetentionDays", "" + tooFewDays)))
        .withMessageContaining("RideRetentionDays");
  }

  @Test
  void aRideIsNotOverdueWhileItsMessagesMayStillBeDelivered() {
    int deliveries =
        workQueues().stream()
            .mapToInt(
                w ->
                    w.queue().redrive().orElseThrow().maxReceiveCount()
                        * seconds(w.queue(), "VisibilityTimeout"))
            .sum();
    String overdue = functionsOfTheApi().getFirst().environment().get("OVERDUE_MINUTES");

    assertThat(Duration.ofMinutes(Long.parseLong(overdue)))
        .as("OVERDUE_MINUTES, with every delivery from both queues but the last failing")
        .isGreaterThanOrEqualTo(Duration.ofSeconds(deliveries));
  }

  private static Duration reserve(ServerlessFunction function) throws ReflectiveOperationException {
    // The handler maps events; the class beside it, without "Handler" in its name, works on them.
    Class<?> worker = Class.forName(function.handler().replaceFirst("Handler::.*", ""));
    return (Duration) constant(worker, "RESERVE");
  }

  /** It is out of reach, for nothing but these rules cares. */
  private static Object constant(Class<?> owner, String name) throws ReflectiveOperationException {
    Field field = owner.getDeclaredField(name);
    field.setAccessible(true);
    return field.get(null);
  }
}
