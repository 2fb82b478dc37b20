package wildrydes.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import wildrydes.simulation.engine.Scheduler;
import wildrydes.simulation.faults.Fault;
import wildrydes.simulation.faults.Faults;
import wildrydes.simulation.faults.Outage;
import wildrydes.simulation.faults.Script;
import wildrydes.simulation.faults.Service;
import wildrydes.simulation.faults.Weather;
import wildrydes.simulation.world.Scenario;

/**
 * What one run is: who wants what, and what goes wrong. The same plan is the same run.
 *
 * @param name with which a reader finds it again
 * @param seed of all chance but the faults'
 * @param script faults at chosen calls, by the calls' indices; empty where chance decides
 * @param kills when a machine dies, whatever it does
 * @param redrives when dead letters are redriven in the middle of it all
 * @param calm when nothing goes wrong any more
 */
record Plan(
    String name,
    long seed,
    Scenario scenario,
    Map<Integer, Fault> script,
    Function<Scheduler, Faults> faults,
    List<Duration> kills,
    List<Duration> redrives,
    Duration calm) {

  /** The time after which an ordinary plan's faults stop, at the most. */
  private static final Duration FAULTS_END = Duration.ofHours(3);

  /** A plan of which the seed decides everything. */
  static Plan random(long seed) {
    var random = new SplittableRandom(seed);
    Scenario scenario = Scenario.random(random.split());
    if (random.nextInt(8) == 0) {
      scenario = scenario.withClocksGoneWild();
    }
    double rate = new double[] {0, 0.01, 0.05, 0.2}[random.nextInt(4)];
    Duration end = Duration.ofSeconds(random.nextLong(1, FAULTS_END.toSeconds()));
    List<Outage> outages = new ArrayList<>();
    while (random.nextInt(5) == 0) {
      outages.add(outage(random));
    }
    long faultSeed = random.nextLong();
    List<Duration> kills = moments(random);
    List<Duration> redrives = moments(random);
    Duration calm =
        Stream.of(
                Stream.of(end),
                outages.stream().map(Outage::until),
                kills.stream(),
                redrives.stream())
            .flatMap(times -> times)
            .max(Duration::compareTo)
            .orElseThrow();
    return new Plan(
        "seed " + seed,
        seed,
        scenario,
        Map.of(),
        time -> new Weather(faultSeed, rate, end, List.copyOf(outages), time),
        kills,
        redrives,
        calm);
  }

  /** Nothing goes wrong but that one service is away for a while. */
  static Plan withOutage(long seed, Scenario scenario, Outage outage) {
    return new Plan(
        "seed " + seed + " with " + outage,
        seed,
        scenario,
        Map.of(),
        time -> new Weather(seed, 0, Duration.ZERO, List.of(outage), time),
        List.of(),
        List.of(),
        outage.until());
  }

  /** Faults at chosen calls of a chosen scenario. */
  static Plan scripted(
      String scenarioName, long seed, Scenario scenario, Map<Integer, Fault> faults) {
    return new Plan(
        scenarioName + " " + faults,
        seed,
        scenario,
        faults,
        _ -> new Script(faults),
        List.of(),
        List.of(),
        Duration.ZERO);
  }

  private static Outage outage(SplittableRandom random) {
    List<Service> services = List.of(Service.values());
    Service service = services.get(random.nextInt(services.size()));
    Duration from = Duration.ofMillis(random.nextLong(600_000));
    // From seconds to two days.
    Duration length = Duration.ofSeconds(Math.round(Math.exp(random.nextDouble() * 12)));
    List<Fault> kinds = List.of(Fault.ERROR, Fault.THROTTLED, Fault.SLOW, Fault.LOST_ANSWER);
    return new Outage(service, from, from.plus(length), kinds.get(random.nextInt(kinds.size())));
  }

  private static List<Duration> moments(SplittableRandom random) {
    List<Duration> moments = new ArrayList<>();
    while (random.nextInt(3) == 0) {
      moments.add(Duration.ofMillis(random.nextLong(3_600_000)));
    }
    return List.copyOf(moments);
  }
}
