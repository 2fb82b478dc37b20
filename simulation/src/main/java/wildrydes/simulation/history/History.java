package wildrydes.simulation.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.Message;
import wildrydes.simulation.engine.Machine;
import wildrydes.simulation.engine.Scheduler;
import wildrydes.simulation.faults.Exchange;
import wildrydes.simulation.faults.Fault;
import wildrydes.simulation.faults.WireLog;
import wildrydes.simulation.model.ItemChange;

/** Keeps what happens in one run and tells the watchers of it. */
public final class History implements WireLog {

  private final Scheduler scheduler;
  private final Timeline timeline;
  private final List<Watcher> watchers = new ArrayList<>();
  private final List<Violation> violations = new ArrayList<>();
  private final List<Exchange> exchanges = new ArrayList<>();
  private final Map<Machine, Invocation> running = new HashMap<>();
  private final Map<Exchange, Invocation> invocations = new HashMap<>();
  private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
  private int invoked;
  private @Nullable Exchange landing;

  public History(Scheduler scheduler) {
    this.scheduler = scheduler;
    this.timeline = new Timeline(scheduler);
  }

  public void watchedBy(Watcher watcher) {
    watchers.add(watcher);
  }

  /** Reports that a promise was broken. */
  public void violation(Rule rule, String what) {
    timeline.add("VIOLATION: " + rule, what);
    violations.add(new Violation(rule, what));
  }

  public List<Violation> violations() {
    return List.copyOf(violations);
  }

  /** All calls so far, in the order of their index. */
  public List<Exchange> exchanges() {
    return List.copyOf(exchanges);
  }

  /** How often each fault has struck. */
  public Map<Fault, Integer> faults() {
    return faults;
  }

  public Timeline timeline() {
    return timeline;
  }

  /** Time since the run's start. */
  public Duration now() {
    return Duration.ofNanos(scheduler.nanos());
  }

  /** The invocation that made the call, if it was one of a batch. */
  public Optional<Invocation> invocationOf(Exchange exchange) {
    return Optional.ofNullable(invocations.get(exchange));
  }

  @Override
  public void sent(Exchange exchange) {
    exchanges.add(exchange);
    Invocation invocation = running.get(exchange.caller());
    if (invocation != null) {
      invocations.put(exchange, invocation);
    }
    if (exchange.fault() != Fault.NONE) {
      faults.merge(exchange.fault(), 1, Integer::sum);
      if (invocation != null) {
        invocation.trouble(exchange.call().service());
      }
    }
    boolean aStepThatGoesWell =
        exchange.fault() == Fault.NONE && exchange.call().function().equals("Lambda");
    if (!aStepThatGoesWell) {
      timeline.add(exchange, exchange.request());
    }
  }

  @Override
  public void landing(Exchange exchange) {
    landing = exchange;
  }

  @Override
  public void landed(Exchange exchange) {
    landing = null;
    exchange
        .refusal()
        .ifPresent(
            refusal -> timeline.add("refused: " + exchange, refusal.getClass().getSimpleName()));
    tell(watcher -> watcher.landed(exchange));
  }

  @Override
  public void answered(Exchange exchange) {
    tell(watcher -> watcher.answered(exchange));
  }

  /** A table has changed; what no call did is the set-up of the run. */
  public void changed(ItemChange change) {
    Exchange by = landing;
    if (by != null) {
      timeline.add("changed: " + change.table(), change.after());
      tell(watcher -> watcher.changed(change, by));
    }
  }

  public Invocation began(String function, Machine machine, List<Message> batch) {
    var invocation = new Invocation(invoked++, function, machine, batch, scheduler.nanos());
    running.put(machine, invocation);
    timeline.add(invocation, batch);
    tell(watcher -> watcher.began(invocation));
    return invocation;
  }

  public void ended(Invocation invocation, Invocation.End how, List<String> failures) {
    invocation.ended(how, failures, scheduler.nanos());
    running.remove(invocation.machine());
    timeline.add(how + ": " + invocation, failures.isEmpty() ? "" : "failed: " + failures);
    tell(watcher -> watcher.ended(invocation));
  }

  public void acknowledged(Message message) {
    tell(watcher -> watcher.acknowledged(message));
  }

  public void logged(String line) {
    timeline.add("log", line);
    tell(watcher -> watcher.logged(line));
  }

  public void replied(String asked, int status, String body) {
    timeline.add(asked + " -> " + status, body);
    tell(watcher -> watcher.replied(asked, status, body));
  }

  private void tell(Consumer<Watcher> event) {
    watchers.forEach(event);
  }
}
