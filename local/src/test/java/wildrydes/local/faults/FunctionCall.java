package wildrydes.local.faults;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkRequest;

/**
 * One call of a function, with all its attempts. One thread works it at a time; the SDK hands it on
 * only where it waits for the other.
 */
final class FunctionCall {

  private final Campaign campaign;
  private final SdkRequest request;
  private final String operation;
  private final FaultPlan.ForCall plan;
  private final List<String> refused = new ArrayList<>();

  private final Instant begun = Instant.now();

  private int attempts;
  private int landings;

  /** Attempts of which nobody heard: they may have landed. */
  private int unanswered;

  FunctionCall(Campaign campaign, SdkRequest request, String operation, FaultPlan.ForCall plan) {
    this.campaign = campaign;
    this.request = request;
    this.operation = operation;
    this.plan = plan;
  }

  SdkRequest request() {
    return request;
  }

  Instant begun() {
    return begun;
  }

  FaultPlan.ForCall plan() {
    return plan;
  }

  Campaign campaign() {
    return campaign;
  }

  /** The fault of the attempt that is being made. */
  Optional<Fault> fault() {
    return plan.at(attempts - 1);
  }

  void attempt() {
    attempts++;
  }

  int attempts() {
    return attempts;
  }

  void leaves() {
    unanswered++;
  }

  /** What the service itself said, whatever the function will hear. */
  void answered(boolean successful) {
    unanswered--;
    if (successful) {
      landings++;
    }
  }

  void injected(Fault fault) {
    campaign.injected(fault, operation);
  }

  /** The entries of its batch that were held back, by their ids. */
  List<String> refused() {
    return refused;
  }

  /** How often it had its effect for certain. */
  int landings() {
    return landings;
  }

  boolean mayHaveLandedUnheard() {
    return unanswered > 0;
  }
}
