package wildrydes.simulation.history;

import software.amazon.awssdk.services.sqs.model.Message;
import wildrydes.simulation.faults.Exchange;
import wildrydes.simulation.model.ItemChange;

/** Who looks at a run as it goes on, and reports what must not be. */
public interface Watcher {

  /** A call of a function has changed a table. */
  default void changed(ItemChange change, Exchange by) {}

  /** An attempt of a call has reached its service. */
  default void landed(Exchange exchange) {}

  /** A caller has the service's answer. */
  default void answered(Exchange exchange) {}

  default void began(Invocation invocation) {}

  default void ended(Invocation invocation) {}

  /** Lambda has deleted a message that a function was done with. */
  default void acknowledged(Message message) {}

  /** A function has written a line into its log. */
  default void logged(String line) {}

  /**
   * The API has answered.
   *
   * @param asked the method and path
   */
  default void replied(String asked, int status, String body) {}
}
