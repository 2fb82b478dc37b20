package wildrydes.local.faults;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import wildrydes.emulators.Aws;
import wildrydes.local.faults.Crowd.Accepted;
import wildrydes.local.faults.Ledger.OutcomeWrite;

/**
 * Looks at what is left when all is over, in tables, queues and metrics, and holds it against what
 * the riders were told and what the design promises. It uses nothing of the product's code.
 */
final class Checker {

  /** Rides of which the API itself is asked again. */
  private static final int SAMPLE = 100;

  private final RiggedPipeline pipeline;
  private final Crowd crowd;
  private final Poison poison;
  private final Backlog backlog;
  private final List<String> violations = new ArrayList<>();

  Checker(RiggedPipeline pipeline, Crowd crowd, Poison poison, Backlog backlog) {
    this.pipeline = pipeline;
    this.crowd = crowd;
    this.poison = poison;
    this.backlog = backlog;
  }

  Report check(String title) {
    Map<String, RecordedRide> rides =
        RecordedRide.all(pipeline.stack()).stream()
            .collect(toMap(RecordedRide::id, Function.identity()));
    var ledger = pipeline.campaign().ledger();
    violations.addAll(crowd.complaints());
    everyAcceptedRideIsSettled(rides);
    oneKeyIsOneRide();
    riderSeesWhatIsRecorded(rides);
    nothingIsLeft();
    noLineTellsAPlace();
    violations.addAll(LeaseCheck.violations(ledger.claims(), List.copyOf(rides.values())));
    List<OutcomeWrite> writes =
        ledger.outcomeWrites().stream().map(write -> write.knowing(rides)).toList();
    everyOutcomeWasWrittenOnce(writes, rides);
    var counts = new CountCheck(writes, ledger.counts(), counted(), pipeline.logs().cutOff());
    violations.addAll(counts.violations());
    return report(title, rides, counts);
  }

  private void everyAcceptedRideIsSettled(Map<String, RecordedRide> rides) {
    for (Accepted accepted : crowd.accepted()) {
      RecordedRide ride = rides.get(accepted.rideId());
      if (ride == null) {
        violations.add("accepted, but there is no such ride: " + accepted);
      } else if (!ride.isSettled()) {
        violations.add("accepted, but without an outcome: " + ride);
      } else if (ride.isAssigned() != ride.perhapsUnicorn().isPresent()) {
        violations.add("half an outcome: " + ride);
      } else if (!ride.rider().equals(accepted.rider())) {
        violations.add("another rider's: " + ride);
      }
    }
    Set<String> promised = new HashSet<>();
    crowd.accepted().forEach(accepted -> promised.add(accepted.rideId()));
    // A ride may be stored of which the rider never heard; half recorded it may not be.
    rides.values().stream()
        .filter(ride -> !promised.contains(ride.id()))
        .filter(ride -> !ride.isSettled() && !ride.status().equals("REQUESTED"))
        .forEach(ride -> violations.add("failed for good: " + ride));
  }

  private void oneKeyIsOneRide() {
    Map<String, String> rideOfKey = new HashMap<>();
    for (Accepted accepted : crowd.accepted()) {
      if (accepted.key().isPresent()) {
        String key = accepted.rider() + "/" + accepted.key().get();
        String other = rideOfKey.putIfAbsent(key, accepted.rideId());
        if (other != null && !other.equals(accepted.rideId())) {
          violations.add("two rides of one key: " + accepted + " and " + other);
        }
      }
    }
    Map<String, Long> keysOfRide =
        rideOfKey.values().stream().collect(groupingBy(Function.identity(), counting()));
    keysOfRide.forEach(
        (ride, keys) -> {
          if (keys > 1) {
            violations.add("one ride of several keys: " + ride);
          }
        });
  }

  private void riderSeesWhatIsRecorded(Map<String, RecordedRide> rides) {
    for (Accepted accepted : crowd.accepted().stream().limit(SAMPLE).toList()) {
      RecordedRide ride = rides.get(accepted.rideId());
      var seen = crowd.look(accepted);
      if (ride != null
          && !(seen.path("Status").asText().equals(ride.status())
              && seen.path("UnicornName").asText().equals(ride.perhapsUnicorn().orElse("")))) {
        violations.add("the rider sees " + seen + " of " + ride);
      }
    }
  }

  private void nothingIsLeft() {
    if (backlog.messagesAnywhere() != 0) {
      violations.add(backlog.messagesAnywhere() + " messages are left in the queues");
    }
    if (poison.found() != poison.sent()) {
      violations.add(
          "of %d poisoned messages %d became dead letters"
              .formatted(poison.sent(), poison.found()));
    }
  }

  private void noLineTellsAPlace() {
    pipeline.logs().indiscreet().stream()
        .limit(3)
        .forEach(line -> violations.add("a log line tells a place: " + line));
  }

  /** Failing may be followed by being saved; everything else happens to a ride once. */
  private void everyOutcomeWasWrittenOnce(
      List<OutcomeWrite> writes, Map<String, RecordedRide> rides) {
    Map<String, Integer> landings = new HashMap<>();
    for (OutcomeWrite write : writes) {
      if (write.landings() > 0) {
        String kind = write.status().equals("FAILED") ? " failed" : " settled";
        landings.merge(write.ride() + kind, write.landings(), Integer::sum);
      }
    }
    landings.forEach(
        (what, times) -> {
          if (times > 1) {
            violations.add("written " + times + " times: " + what);
          }
        });
    rides.values().stream()
        .filter(RecordedRide::isSettled)
        .filter(ride -> !landings.containsKey(ride.id() + " settled"))
        .forEach(ride -> violations.add("settled, but nobody wrote it: " + ride));
  }

  /** What CloudWatch says, for each metric. */
  private Map<String, Double> counted() {
    try (var http = UrlConnectionHttpClient.create();
        var cloudWatch =
            CloudWatchClient.builder()
                .httpClient(http)
                .endpointOverride(pipeline.endpoints().cloudwatch())
                .region(Region.of(Aws.REGION))
                .credentialsProvider(
                    StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(Aws.ACCESS_KEY, Aws.SECRET_KEY)))
                .build()) {
      Map<String, Double> sums = new HashMap<>();
      for (String metric : List.of("RidesAssigned", "RidesUnassigned", "RidesFailed")) {
        var points =
            cloudWatch
                .getMetricStatistics(
                    g ->
                        g.namespace("WildRydes")
                            .metricName(metric)
                            .statistics(Statistic.SUM)
                            .period((int) Duration.ofHours(1).toSeconds())
                            .startTime(Instant.now().minus(Duration.ofDays(1)))
                            .endTime(Instant.now().plus(Duration.ofHours(1))))
                .datapoints();
        sums.put(metric, points.stream().mapToDouble(Datapoint::sum).sum());
      }
      return sums;
    }
  }

  private Report report(String title, Map<String, RecordedRide> rides, CountCheck counts) {
    Map<String, Object> facts = new TreeMap<>();
    Map<String, Long> outcomes =
        new TreeMap<>(
            rides.values().stream().collect(groupingBy(RecordedRide::status, counting())));
    long accepted = crowd.accepted().stream().map(Accepted::rideId).distinct().count();
    long claimed =
        pipeline.campaign().ledger().claims().stream()
            .filter(claim -> claim.landings() > 0)
            .map(claim -> claim.ride() + claim.unicorn())
            .distinct()
            .count();
    facts.put("rides accepted", accepted);
    facts.put("rides by status", outcomes);
    facts.put("riders' requests", crowd.requests());
    facts.put("riders told to wait (503)", crowd.unavailable());
    facts.put("riders who gave up", crowd.givenUp());
    facts.put("functions' calls", pipeline.campaign().calls());
    facts.put("faults injected", pipeline.campaign().faultCount());
    facts.put("faults by kind", pipeline.campaign().faultsByKind());
    facts.put("dead letters replayed", backlog.replayed());
    facts.put("poison", poison.sent());
    facts.put("claims never promised", claimed - outcomes.getOrDefault("ASSIGNED", 0L));
    facts.put("counts", counts.tallies());
    facts.put(
        "outcomes uncounted",
        counts.tallies().stream().mapToLong(tally -> Math.round(tally.uncounted())).sum());
    facts.put("functions cut off", pipeline.logs().cutOff());
    facts.put("log lines", pipeline.logs().lines());
    return new Report(title, facts, List.copyOf(violations));
  }
}
