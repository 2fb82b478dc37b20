package wildrydes.simulation.checks;

import static wildrydes.simulation.checks.Items.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.Message;
import wildrydes.simulation.history.History;
import wildrydes.simulation.history.Rule;
import wildrydes.simulation.world.Deployment;
import wildrydes.simulation.world.World;

/** What must hold once nothing is left to happen: no ride that was accepted is lost. */
public final class RestCheck {

  private static final Set<String> DECIDED = Set.of("ASSIGNED", "UNASSIGNED");

  private final World world;
  private final History history;

  RestCheck(World world) {
    this.world = world;
    this.history = world.history();
  }

  /** A ride that was accepted has its outcome, or lies among the dead letters and says so. */
  public void nothingIsLost() {
    queuesAreEmpty();
    List<Message> deadLetters = world.operator().deadLetters();
    Map<String, String> statuses = statuses();
    for (String ride : world.promises().accepted().keySet()) {
      String status = statuses.getOrDefault(ride, "absent");
      boolean waits = deadLetters.stream().anyMatch(letter -> letter.body().contains(ride));
      if (!DECIDED.contains(status) && !waits) {
        history.violation(
            Rule.NO_RIDE_IS_LOST, ride + " is " + status + ", and no dead letter is about it");
      }
    }
    thePoisonIsPutAside(deadLetters);
  }

  /** Riders of rides that lie among the dead letters see that they have failed. */
  public void ridersSeeTheTruth() {
    Map<String, String> statuses = statuses();
    for (String ride : world.promises().accepted().keySet()) {
      String status = statuses.getOrDefault(ride, "absent");
      String shown = world.promises().lastShown(ride);
      boolean right =
          switch (status) {
            case "REQUESTED" -> shown.equals("OVERDUE");
            default -> shown.equals(status);
          };
      if (!right) {
        history.violation(Rule.RIDERS_SEE_THE_TRUTH, ride + " is " + status + ", shown " + shown);
      }
    }
  }

  /** After a replay, every accepted ride is decided. */
  public void everythingIsDecided() {
    queuesAreEmpty();
    Map<String, String> statuses = statuses();
    for (String ride : world.promises().accepted().keySet()) {
      String status = statuses.getOrDefault(ride, "absent");
      if (!DECIDED.contains(status)) {
        history.violation(Rule.A_REPLAY_ENDS_EVERY_RIDE, ride + " is " + status);
      }
    }
  }

  /** The tables as they are. */
  public Map<String, Set<Map<String, AttributeValue>>> tables() {
    Map<String, Set<Map<String, AttributeValue>>> tables = new HashMap<>();
    for (String table : List.of("RidesTable", "UnicornsTable")) {
      String name = Deployment.tableName(table);
      tables.put(name, new HashSet<>(world.cloud().dynamoDb().items(name)));
    }
    return tables;
  }

  /** To do everything again, once it is done, changes nothing. */
  public void nothingChangedSince(
      Map<String, Set<Map<String, AttributeValue>>> before, int countedBefore, int countedNow) {
    if (!tables().equals(before)) {
      history.violation(Rule.DONE_IS_DONE, "a table has changed");
    }
    if (countedNow != countedBefore) {
      history.violation(
          Rule.DONE_IS_DONE, (countedNow - countedBefore) + " more outcomes were counted");
    }
  }

  private void queuesAreEmpty() {
    List<Message> backlog = world.operator().backlog();
    if (!backlog.isEmpty()) {
      history.violation(Rule.THE_BACKLOG_DRAINS, backlog.size() + " messages are still there");
    }
  }

  private void thePoisonIsPutAside(List<Message> deadLetters) {
    world
        .scenario()
        .poison()
        .forEach(
            poison -> {
              if (deadLetters.stream().noneMatch(letter -> letter.body().equals(poison.body()))) {
                history.violation(
                    Rule.NOTHING_IS_THROWN_AWAY, "poison is not among the dead letters");
              }
            });
  }

  private Map<String, String> statuses() {
    Map<String, String> statuses = new HashMap<>();
    for (Map<String, AttributeValue> item :
        world.cloud().dynamoDb().items(Deployment.tableName("RidesTable"))) {
      Optional<String> ride = text(item, "RideId");
      ride.ifPresent(id -> statuses.put(id, text(item, "Status").orElse("?")));
    }
    return statuses;
  }
}
