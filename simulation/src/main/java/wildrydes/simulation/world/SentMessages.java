package wildrydes.simulation.world;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import wildrydes.simulation.faults.Exchange;
import wildrydes.simulation.history.Watcher;

/** Every message that a function has put into a work queue, each once. */
final class SentMessages implements Watcher {

  private final Set<Operator.Sent> sent = new LinkedHashSet<>();

  List<Operator.Sent> all() {
    return List.copyOf(sent);
  }

  @Override
  public void landed(Exchange exchange) {
    switch (exchange.request()) {
      case SendMessageRequest request -> add(request.queueUrl(), request.messageBody());
      case SendMessageBatchRequest request ->
          request.entries().forEach(entry -> add(request.queueUrl(), entry.messageBody()));
      default -> {}
    }
  }

  private void add(String url, String body) {
    // What was put among the dead letters by a function is nobody's to work.
    if (!url.endsWith("-DeadLetters")) {
      sent.add(new Operator.Sent(url, body));
    }
  }
}
