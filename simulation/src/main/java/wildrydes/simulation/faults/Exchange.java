package wildrydes.simulation.faults;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wildrydes.simulation.engine.Machine;

/** One call, from its sending to its answer. */
public final class Exchange {

  private final Machine caller;
  private final Call call;
  private final Object request;
  private final Fault fault;
  private int landings;
  private @Nullable Object answer;
  private @Nullable RuntimeException refusal;

  Exchange(Machine caller, Call call, Object request, Fault fault) {
    this.caller = caller;
    this.call = call;
    this.request = request;
    this.fault = fault;
  }

  public Machine caller() {
    return caller;
  }

  public Call call() {
    return call;
  }

  /** As the SDK was given it. */
  public Object request() {
    return request;
  }

  public Fault fault() {
    return fault;
  }

  /** How many of its attempts have reached the service. */
  public int landings() {
    return landings;
  }

  /** Whether the service took the latest attempt, and did not refuse it. */
  public boolean succeeded() {
    return answer != null;
  }

  /** How the service refused the latest attempt, if it did. */
  public Optional<RuntimeException> refusal() {
    return Optional.ofNullable(refusal);
  }

  void landed(@Nullable Object newAnswer, @Nullable RuntimeException newRefusal) {
    landings++;
    answer = newAnswer;
    refusal = newRefusal;
  }

  @Override
  public String toString() {
    return caller + " " + call.kind() + (fault == Fault.NONE ? "" : " (" + fault.words() + ")");
  }
}
