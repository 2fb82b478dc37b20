package wildrydes.simulation.checks;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import wildrydes.simulation.faults.Exchange;
import wildrydes.simulation.history.History;
import wildrydes.simulation.history.Invocation;
import wildrydes.simulation.history.Rule;
import wildrydes.simulation.history.Watcher;

/**
 * A batch never fails as a whole and never runs into its function's time-out; and where nothing
 * goes wrong, a message comes back only if nobody was free for its ride.
 */
final class BatchCheck implements Watcher {

  private final History history;
  private final Map<Invocation, Set<String>> postponed = new HashMap<>();

  BatchCheck(History history) {
    this.history = history;
  }

  @Override
  public void landed(Exchange exchange) {
    if (exchange.request() instanceof ChangeMessageVisibilityBatchRequest request) {
      var handles =
          request.entries().stream()
              .map(ChangeMessageVisibilityBatchRequestEntry::receiptHandle)
              .collect(Collectors.toSet());
      history
          .invocationOf(exchange)
          .ifPresent(i -> postponed.computeIfAbsent(i, _ -> new HashSet<>()).addAll(handles));
    }
  }

  @Override
  public void ended(Invocation invocation) {
    switch (invocation.end()) {
      case FAILED -> history.violation(Rule.NO_BATCH_FAILS, invocation + " threw");
      case TIMED_OUT -> history.violation(Rule.STOPS_BEFORE_ITS_DEADLINE, invocation + " did not");
      case ANSWERED -> answered(invocation);
      case DIED, RUNNING -> {}
    }
  }

  private void answered(Invocation invocation) {
    Set<String> handles = postponed.getOrDefault(invocation, Set.of());
    // Two copies of a message have one id, by which a function can only fail both.
    Set<String> allowed =
        invocation.batch().stream()
            .filter(message -> handles.contains(message.receiptHandle()))
            .map(Message::messageId)
            .collect(Collectors.toSet());
    List<String> returning =
        invocation.failures().stream().filter(id -> !allowed.contains(id)).toList();
    if (!invocation.hindered() && !returning.isEmpty()) {
      history.violation(
          Rule.NOTHING_IS_REPEATED,
          invocation + " failed " + returning + " of " + invocation.batch().size());
    }
  }
}
