package wildrydes.ops.deadletters.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import wildrydes.messages.RideId;
import wildrydes.ops.deadletters.Audit;
import wildrydes.ops.deadletters.DeadLetter;
import wildrydes.ops.deadletters.DeadLetterQueues;
import wildrydes.ops.deadletters.Judgement.AlreadyDecided;
import wildrydes.ops.deadletters.Judgement.Replayable;
import wildrydes.ops.deadletters.RideRecords;
import wildrydes.ops.deadletters.replay.ReplayReport.Ending;
import wildrydes.ops.deadletters.replay.ReplayReport.Followed;
import wildrydes.ops.ride.Wait;

/**
 * One replay from the canary to the last outcome. It works in rounds: reads as many as it can send
 * before their holds run out, sends them, reads again. Whatever happens, what it holds is released
 * in the end.
 */
final class ReplayRun {

  private static final Duration LONGEST_SLEEP = Duration.ofSeconds(1);

  private final DeadLetterQueues queues;
  private final RideRecords records;
  private final Wait wait;
  private final Scope scope;
  private final ReplayRules rules;
  private final ReplayWatcher watcher;
  private final BooleanSupplier interrupted;

  private final TimedHolds holds;
  private final Resend resend;
  private final Follower follower;
  private final Breaker breaker;

  private final Map<RideId, SentRide> sent = new LinkedHashMap<>();
  private final Map<RideId, End> ends = new HashMap<>();
  private final Map<String, Candidate> left = new LinkedHashMap<>();
  private int cleared;
  private int heldByOthers;
  private Instant nextSend;

  ReplayRun(
      DeadLetterQueues queues,
      RideRecords records,
      Audit audit,
      Wait wait,
      Scope scope,
      ReplayRules rules,
      ReplayWatcher watcher,
      BooleanSupplier interrupted) {
    this.queues = queues;
    this.records = records;
    this.wait = wait;
    this.scope = scope;
    this.rules = rules;
    this.watcher = watcher;
    this.interrupted = interrupted;
    holds = new TimedHolds(queues, wait);
    resend = new Resend(queues, audit, holds, rules);
    follower = new Follower(queues, records, holds, wait, rules, this::ended);
    breaker = new Breaker(rules.stopAt());
    nextSend = wait.instant();
  }

  ReplayReport go() {
    try {
      Ending ending = rules.canary() ? afterCanary() : rounds();
      holds.releaseAll();
      return report(ending, Optional.empty());
    } catch (RuntimeException e) {
      releaseAfter(e);
      return report(Ending.FAILURE, Optional.of(e));
    }
  }

  private Ending afterCanary() {
    Optional<Candidate> canary = gather(rules.atOnce()).replayable().stream().findFirst();
    holds.releaseAllBut(canary.map(Candidate::letter).stream().toList());
    if (interrupted.getAsBoolean()) {
      return Ending.INTERRUPTED;
    }
    if (canary.isEmpty()) {
      return rounds();
    }
    if (!send(canary.get())) {
      return Ending.CANARY;
    }
    SentRide ride = sent.values().iterator().next();
    watcher.canary(ride);
    if (!await(() -> ends.containsKey(ride.rideId()))) {
      return Ending.INTERRUPTED;
    }
    return ends.get(ride.rideId()) instanceof End.Recorded ? rounds() : Ending.CANARY;
  }

  private Ending rounds() {
    while (sent.size() < rules.limit()) {
      Plan round = gather(rules.atOnce());
      holds.releaseAllBut(
          Stream.of(round.replayable(), round.decided())
              .flatMap(List::stream)
              .map(Candidate::letter)
              .toList());
      if (interrupted.getAsBoolean()) {
        return Ending.INTERRUPTED;
      }
      int before = sent.size() + cleared;
      round.decided().forEach(this::clear);
      watcher.sending(round.replayable().size());
      for (Candidate candidate : round.replayable()) {
        if (!await(() -> breaker.isOpen() || !wait.instant().isBefore(nextSend))) {
          return Ending.INTERRUPTED;
        }
        if (breaker.isOpen()) {
          holds.releaseAll();
          followToTheEnd();
          return Ending.BREAKER;
        }
        send(candidate);
      }
      if (sent.size() + cleared == before) {
        break;
      }
    }
    return followToTheEnd();
  }

  private Ending followToTheEnd() {
    if (!rules.follow() || !follower.hasOpenRides()) {
      return Ending.COMPLETE;
    }
    watcher.following(sent.size() - ends.size());
    return await(() -> !follower.hasOpenRides()) ? Ending.COMPLETE : Ending.INTERRUPTED;
  }

  private Plan gather(int enough) {
    int limit = rules.limit() - sent.size();
    Plan plan =
        new Gathering(queues, records, holds, scope, rules, watcher, interrupted)
            .gather(enough, limit, sent.keySet(), follower::notice);
    heldByOthers = plan.heldByOthers();
    Stream.of(plan.replayable(), plan.decided(), plan.doubles(), plan.refused())
        .flatMap(List::stream)
        .forEach(candidate -> left.put(key(candidate.letter()), candidate));
    return plan;
  }

  private boolean send(Candidate candidate) {
    DeadLetter letter = candidate.letter();
    if (!(candidate.judgement() instanceof Replayable(var rideId))) {
      return false;
    }
    Instant begin = wait.instant();
    boolean done =
        resend.send(
            letter,
            () -> {
              SentRide ride = SentRide.of(candidate, rideId, begin);
              sent.put(rideId, ride);
              left.remove(key(letter));
              follower.add(ride);
              watcher.sent(ride);
            });
    nextSend = begin.plus(rules.pause());
    return done;
  }

  private void clear(Candidate candidate) {
    if (candidate.judgement() instanceof AlreadyDecided decided
        && resend.clear(candidate.letter(), decided)) {
      left.remove(key(candidate.letter()));
      cleared++;
    }
  }

  private void ended(SentRide ride, End end) {
    ends.put(ride.rideId(), end);
    breaker.count(end);
    resend.followed(ride, end);
    watcher.ended(ride, end);
  }

  /** Follows what is on its way until something holds; false if somebody wants to stop before. */
  private boolean await(BooleanSupplier something) {
    while (true) {
      if (interrupted.getAsBoolean()) {
        return false;
      }
      follower.look();
      if (something.getAsBoolean()) {
        return true;
      }
      Duration untilSend = Duration.between(wait.instant(), nextSend);
      boolean soon = untilSend.isPositive() && untilSend.compareTo(LONGEST_SLEEP) < 0;
      wait.sleep(soon ? untilSend : LONGEST_SLEEP);
    }
  }

  /** What cannot be released now comes back by itself when its hold ends. */
  private void releaseAfter(RuntimeException failure) {
    try {
      holds.releaseAll();
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  private ReplayReport report(Ending ending, Optional<RuntimeException> failure) {
    List<Followed> rides = new ArrayList<>();
    sent.forEach(
        (id, ride) -> rides.add(new Followed(ride, ends.getOrDefault(id, new End.Open()))));
    return new ReplayReport(
        ending, rides, cleared, List.copyOf(left.values()), heldByOthers, failure);
  }

  private static String key(DeadLetter letter) {
    return letter.lane() + " " + letter.messageId();
  }
}
