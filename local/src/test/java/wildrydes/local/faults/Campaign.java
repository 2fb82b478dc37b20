package wildrydes.local.faults;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import software.amazon.awssdk.core.SdkRequest;

/**
 * One test's faults: whose calls they hit, what was planned and what was done. A call belongs to
 * the functions if its client was built for an endpoint that only functions are told.
 */
final class Campaign {

  private final Set<String> authorities = ConcurrentHashMap.newKeySet();
  private final Map<String, AtomicInteger> sequences = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> injected = new ConcurrentHashMap<>();
  private final Map<Class<?>, Integer> mostAttempts = new ConcurrentHashMap<>();
  private final LongAdder calls = new LongAdder();
  private final Ledger ledger = new Ledger();
  private volatile FaultPlan plan;

  Campaign(FaultPlan plan) {
    this.plan = plan;
  }

  /** From now on calls to this endpoint are the functions'. */
  URI hits(URI endpoint) {
    authorities.add(endpoint.getAuthority());
    return endpoint;
  }

  boolean isAbout(URI endpoint) {
    return authorities.contains(endpoint.getAuthority());
  }

  FunctionCall begin(SdkRequest request, String operation) {
    int sequence = sequences.computeIfAbsent(operation, _ -> new AtomicInteger()).getAndIncrement();
    calls.increment();
    return new FunctionCall(this, request, operation, plan.of(operation, sequence));
  }

  void injected(Fault fault, String operation) {
    injected.computeIfAbsent(fault + " " + operation, _ -> new LongAdder()).increment();
  }

  /** Nothing fails from now on; calls under way keep what was planned for them. */
  void stopFaults() {
    plan = FaultPlan.NONE;
  }

  void ended(FunctionCall call, Optional<Throwable> failure) {
    mostAttempts.merge(call.request().getClass(), call.attempts(), Math::max);
    ledger.ended(call, failure);
  }

  /** How often the most stubborn call of this kind was tried. */
  int mostAttempts(Class<? extends SdkRequest> kind) {
    return mostAttempts.getOrDefault(kind, 0);
  }

  Ledger ledger() {
    return ledger;
  }

  long calls() {
    return calls.sum();
  }

  /** By kind and operation: {@code "NOT_SENT PutItem"}. */
  Map<String, Long> faults() {
    Map<String, Long> faults = new TreeMap<>();
    injected.forEach((what, count) -> faults.put(what, count.sum()));
    return faults;
  }

  Map<String, Long> faultsByKind() {
    Map<String, Long> faults = new TreeMap<>();
    faults().forEach((what, count) -> faults.merge(what.split(" ", 2)[0], count, Long::sum));
    return faults;
  }

  long faultCount() {
    return injected.values().stream().mapToLong(LongAdder::sum).sum();
  }
}
