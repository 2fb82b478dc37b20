package wildrydes.simulation.history;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.sqs.model.Message;
import wildrydes.simulation.engine.Machine;
import wildrydes.simulation.faults.Service;

/** One batch that Lambda has handed to a function. */
public final class Invocation {

  /** How far it has come. */
  public enum End {
    RUNNING,
    ANSWERED,
    /** The function threw. */
    FAILED,
    /** The machine died under it. */
    DIED,
    /** It took longer than the function may. */
    TIMED_OUT
  }

  private final int number;
  private final String function;
  private final Machine machine;
  private final List<Message> batch;
  private final long startNanos;
  private List<String> failures = List.of();
  private End end = End.RUNNING;
  private long endNanos = Long.MAX_VALUE;
  private final Set<Service> troubles = EnumSet.noneOf(Service.class);

  Invocation(int number, String function, Machine machine, List<Message> batch, long startNanos) {
    this.number = number;
    this.function = function;
    this.machine = machine;
    this.batch = batch;
    this.startNanos = startNanos;
  }

  public String function() {
    return function;
  }

  public Machine machine() {
    return machine;
  }

  public List<Message> batch() {
    return batch;
  }

  /** When it began, in nanoseconds since the run's start. */
  public long startNanos() {
    return startNanos;
  }

  /** When it ended; never, while it runs. */
  public long endNanos() {
    return endNanos;
  }

  public End end() {
    return end;
  }

  /** The ids of the messages that the function did not get done. */
  public List<String> failures() {
    return failures;
  }

  /** Whether something went wrong with any of its calls. */
  public boolean troubled() {
    return !troubles.isEmpty();
  }

  /**
   * Whether something went wrong with a call that its work depends on: counting does not matter.
   */
  public boolean hindered() {
    return troubles.stream().anyMatch(service -> service != Service.CLOUDWATCH);
  }

  void trouble(Service service) {
    troubles.add(service);
  }

  void ended(End how, List<String> failed, long nanos) {
    endNanos = nanos;
    end = how;
    failures = failed;
  }

  @Override
  public String toString() {
    return function + " invocation " + number + " on " + machine;
  }
}
