package wildrydes.simulation.faults;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.AbortedException;
import wildrydes.simulation.engine.Machine;
import wildrydes.simulation.engine.Scheduler;
import wildrydes.simulation.engine.SimulatedThread;

/**
 * What lies between a machine and AWS: calls take time on their way there and back, and what goes
 * wrong with them goes wrong here. A call that is out lands, whatever becomes of its caller.
 */
public final class Wire {

  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(1600);

  private final Scheduler scheduler;
  private final Faults faults;
  private final WireLog log;
  private final long seed;
  private int calls;

  /**
   * A wire on which nothing is yet under way.
   *
   * @param seed of how long each call takes
   */
  public Wire(Scheduler scheduler, Faults faults, WireLog log, long seed) {
    this.scheduler = scheduler;
    this.faults = faults;
    this.log = log;
    this.seed = seed;
  }

  /** Decides about a step that Lambda takes by itself, which the caller then takes or not. */
  public Fault step(Machine machine, String function, Call.Kind kind, Object about) {
    var call = new Call(calls++, function, kind);
    Fault fault = faults.of(call);
    log.sent(new Exchange(machine, call, about, fault));
    return fault;
  }

  /**
   * Makes a call and waits for its answer.
   *
   * @param effect what the service does and answers; it may refuse by throwing
   * @param partly what it does if it is to do a part only
   * @throws RuntimeException as the SDK would, if the service refuses or does not answer
   */
  <A> A call(Plug plug, Call.Kind kind, Object request, Supplier<A> effect, Supplier<A> partly) {
    Machine machine = plug.socket().machine();
    machine.mustBeAlive();
    var call = new Call(calls++, plug.function(), kind);
    var exchange = new Exchange(machine, call, request, faults.of(call));
    log.sent(exchange);
    var random = new SplittableRandom(seed ^ (0xD1B54A32D192ED03L * (call.index() + 1)));
    Duration there = Duration.ofNanos(random.nextLong(1_000_000, 20_000_000));
    Duration back = Duration.ofNanos(random.nextLong(1_000_000, 20_000_000));
    var landing = new Landing<A>(exchange);
    try {
      A answer = exchange(landing, effect, partly, there, back, random);
      log.answered(exchange);
      return answer;
    } catch (RuntimeException e) {
      if (exchange.refusal().filter(e::equals).isPresent()) {
        log.answered(exchange);
      }
      throw e;
    }
  }

  private <A> A exchange(
      Landing<A> landing,
      Supplier<A> effect,
      Supplier<A> partly,
      Duration there,
      Duration back,
      SplittableRandom random) {
    Service service = landing.exchange.call().service();
    Machine machine = landing.exchange.caller();
    switch (landing.exchange.fault()) {
      case NONE, DUPLICATE -> landing.in(there, effect);
      case PARTIAL -> landing.in(there, partly);
      case SLOW -> {
        landing.in(there, effect);
        pause(service.patience().minusMillis(100));
        return landing.answer();
      }
      case ERROR -> {
        pause(there.multipliedBy(20));
        throw service.error();
      }
      case THROTTLED -> {
        pause(there.multipliedBy(20));
        throw service.throttled();
      }
      case RETRIED -> {
        landing.in(there, effect);
        if (service.attempts() == 1) {
          pause(service.patience());
          throw service.timeout();
        }
        pause(BETWEEN_ATTEMPTS);
        landing.in(there, effect);
      }
      case LOST_ANSWER -> {
        for (int i = 0; i < service.attempts(); i++) {
          landing.in(BETWEEN_ATTEMPTS.multipliedBy(i).plus(there), effect);
        }
        pause(service.patience());
        throw service.timeout();
      }
      case LATE -> {
        Duration late = Duration.ofMillis(random.nextLong(4000));
        landing.in(service.patience().plus(late), effect);
        pause(service.patience());
        throw service.timeout();
      }
      case DIES_BEFORE -> {
        machine.die();
        machine.mustBeAlive();
      }
      case DIES_AFTER -> {
        landing.in(there, effect);
        scheduler.after(there, machine::die);
        pause(service.patience());
      }
    }
    pause(there.plus(back));
    return landing.answer();
  }

  /** Waits, unless the caller is told to give up. */
  private void pause(Duration time) {
    scheduler.pause(time);
    SimulatedThread thread = scheduler.current();
    if (thread.interrupted()) {
      throw AbortedException.create("the thread was interrupted");
    }
  }

  /** Where a call's effect and its answer meet. */
  private final class Landing<A> {

    private final Exchange exchange;
    private @Nullable A answer;
    private @Nullable RuntimeException refusal;

    Landing(Exchange exchange) {
      this.exchange = exchange;
    }

    void in(Duration delay, Supplier<A> effect) {
      scheduler.after(delay, () -> land(effect));
    }

    private void land(Supplier<A> effect) {
      log.landing(exchange);
      answer = null;
      refusal = null;
      try {
        answer = effect.get();
      } catch (RuntimeException e) {
        refusal = e;
      }
      exchange.landed(answer, refusal);
      log.landed(exchange);
    }

    A answer() {
      if (refusal != null) {
        throw refusal;
      }
      if (answer == null) {
        throw new IllegalStateException(exchange + " was answered before it landed");
      }
      return answer;
    }
  }
}
