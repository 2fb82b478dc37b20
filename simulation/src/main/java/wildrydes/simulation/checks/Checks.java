package wildrydes.simulation.checks;

import java.util.Map;
import wildrydes.simulation.world.Scenario;
import wildrydes.simulation.world.World;

/** All promises, held against one world. */
public final class Checks {

  private final RecordCheck records;
  private final LeaseCheck leases;
  private final CountCheck counts;
  private final RestCheck rest;

  /** Begins to watch a world in which nothing has happened yet. */
  public Checks(World world) {
    // Guarantee 9: with clocks gone wild a lease means little, and the records are right all the
    // same.
    boolean clocksAgree = world.scenario().maxSkew().compareTo(Scenario.BOUNDED_SKEW) <= 0;
    this.records = new RecordCheck(world, clocksAgree);
    this.leases = new LeaseCheck(world, clocksAgree);
    this.counts = new CountCheck(world.history());
    this.rest = new RestCheck(world);
    var history = world.history();
    history.watchedBy(records);
    history.watchedBy(leases);
    history.watchedBy(counts);
    history.watchedBy(new SecrecyCheck(world));
    history.watchedBy(new ReplyCheck(history));
    history.watchedBy(new BatchCheck(history));
    if (clocksAgree) {
      history.watchedBy(new SearchCheck(world));
    }
  }

  /** What must hold once nothing is left to happen. */
  public RestCheck rest() {
    return rest;
  }

  /** How often each outcome was recorded. */
  public Map<String, Integer> outcomes() {
    return records.outcomes();
  }

  /** How many outcomes were recorded and are missing in the metrics. */
  public int uncounted() {
    return counts.recorded() - counts.counted();
  }

  /** How many outcomes the metrics hold. */
  public int counted() {
    return counts.counted();
  }

  /** How often a ride claimed a second unicorn, in a race of its own deliveries. */
  public int secondClaims() {
    return leases.secondClaims();
  }
}
