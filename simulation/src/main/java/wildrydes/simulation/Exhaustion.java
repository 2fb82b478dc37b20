package wildrydes.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wildrydes.simulation.faults.Exchange;
import wildrydes.simulation.faults.Fault;
import wildrydes.simulation.faults.Faults;
import wildrydes.simulation.world.Handlers;
import wildrydes.simulation.world.Scenario;

/**
 * Every fault at every call of a scenario, and every two of them: nearly all catastrophic failures
 * need no more. What a first fault makes happen later is a call to be hit by the second.
 */
final class Exhaustion {

  private final String name;
  private final Scenario scenario;
  private final long seed;

  /**
   * Faults of a scenario.
   *
   * @param seed of the order in which things happen
   */
  Exhaustion(String name, Scenario scenario, long seed) {
    this.name = name;
    this.scenario = scenario;
    this.seed = seed;
  }

  /** No fault, then each single one. */
  List<Plan> singles(Handlers handlers) {
    List<Plan> plans = new ArrayList<>();
    plans.add(plan(Map.of()));
    for (Map<Integer, Fault> faults : oneMore(Map.of(), handlers)) {
      plans.add(plan(faults));
    }
    return plans;
  }

  /** Each pair of which the first is the one of {@code single}. */
  List<Plan> pairs(Plan single, Handlers handlers) {
    Map<Integer, Fault> first = single.script();
    return first.isEmpty() ? List.of() : oneMore(first, handlers).stream().map(this::plan).toList();
  }

  /** The faults, and one more at each call that comes after them. */
  private List<Map<Integer, Fault>> oneMore(Map<Integer, Fault> faults, Handlers handlers) {
    int last = faults.keySet().stream().mapToInt(i -> i).max().orElse(-1);
    List<Map<Integer, Fault>> more = new ArrayList<>();
    for (Exchange exchange : new Simulation(handlers).run(plan(faults)).callsUnderFaults()) {
      if (exchange.call().index() > last) {
        for (Fault fault : Faults.possible(exchange.call().kind())) {
          Map<Integer, Fault> both = new HashMap<>(faults);
          both.put(exchange.call().index(), fault);
          more.add(both);
        }
      }
    }
    return more;
  }

  private Plan plan(Map<Integer, Fault> faults) {
    return Plan.scripted(name, seed, scenario, faults);
  }
}
