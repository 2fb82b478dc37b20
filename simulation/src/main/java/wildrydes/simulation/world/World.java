package wildrydes.simulation.world;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import wildrydes.dispatcher.aws.UnicornItem;
import wildrydes.simulation.engine.Machine;
import wildrydes.simulation.engine.Scheduler;
import wildrydes.simulation.faults.Faults;
import wildrydes.simulation.faults.Wire;
import wildrydes.simulation.history.History;
import wildrydes.simulation.history.Rule;
import wildrydes.simulation.world.Scenario.Poison;

/** One run's world: AWS, the functions, and those who use them. */
public final class World {

  /** More events than any plan needs by far. */
  private static final int ENDLESS = 5_000_000;

  /** What nobody can work multiplies in an outage; who sees more dead letters waits for its end. */
  private static final int REDRIVABLE = 100;

  private final Scheduler scheduler = new Scheduler();
  private final History history = new History(scheduler);
  private final Scenario scenario;
  private final Cloud cloud;
  private final Functions functions;
  private final Api api;
  private final Operator operator;
  private final Promises promises;
  private final SentMessages sent;
  private final List<EventSource> sources;

  /**
   * A world in which nothing has happened yet.
   *
   * @param faults what goes wrong, given true time
   * @param seed of all chance but the faults'
   */
  public World(
      Scenario scenario, Handlers handlers, Function<Scheduler, Faults> faults, long seed) {
    this.scenario = scenario;
    var random = new SplittableRandom(seed);
    var wire = new Wire(scheduler, faults.apply(scheduler), history, seed);
    this.cloud = new Cloud(scheduler, history, wire, scenario.staleness(), random.split());
    this.functions = new Functions(cloud, handlers, scenario.maxSkew(), random.split());
    this.api = new Api(cloud, functions);
    this.operator = new Operator(cloud);
    this.promises = new Promises(history);
    this.sent = new SentMessages();
    history.watchedBy(sent);
    this.sources =
        List.of(
            new EventSource(cloud, functions, "Dispatcher", scenario.concurrency(), random.split()),
            new EventSource(cloud, functions, "Recorder", scenario.concurrency(), random.split()));
    history.watchedBy(new QueueBell(() -> sources.forEach(EventSource::look)));
    stable();
    for (Scenario.Wish wish : scenario.wishes()) {
      new Rider(cloud, api, wish, promises, random.split()).start();
    }
    scenario.poison().forEach(this::poison);
  }

  public History history() {
    return history;
  }

  public Cloud cloud() {
    return cloud;
  }

  public Scenario scenario() {
    return scenario;
  }

  public Operator operator() {
    return operator;
  }

  public Promises promises() {
    return promises;
  }

  /** Kills one of the functions' machines after a while. */
  public void killOneAfter(Duration time) {
    scheduler.after(time, functions::killOne);
  }

  /** Has dead letters redriven after a while, whatever else goes on, unless there are too many. */
  public void redriveAfter(Duration time) {
    scheduler.after(
        time,
        () -> {
          if (operator.deadLetters().size() <= REDRIVABLE) {
            redriveNow();
          }
        });
  }

  /** Lets everything happen that is to happen. */
  public void run() {
    if (!scheduler.run(ENDLESS)) {
      history.violation(Rule.EVERYTHING_ENDS, ENDLESS + " events were not enough");
    }
  }

  /** Lets time pass, to a time since the start if that is still to come. */
  public void waitUntil(Duration time) {
    waitFor(time.minus(history.now()));
  }

  public void waitFor(Duration time) {
    scheduler.after(time, () -> {});
    run();
  }

  /** Replays the dead letters and lets that happen. */
  public void redrive() {
    redriveNow();
    run();
  }

  /** Delivers all messages that were ever sent once more, and lets that happen. */
  public void repeatEverything() {
    operator.repeatEverything(sent.all());
    sources.forEach(EventSource::look);
    run();
  }

  /** Has each rider look at their ride. */
  public void look() {
    var rider = new Machine(scheduler, "riders", Duration.ZERO, () -> {});
    promises
        .accepted()
        .forEach(
            (id, wish) ->
                scheduler.start(rider, () -> Rider.look(api, promises, wish.rider(), id, 0)));
    run();
  }

  /** Lets go of what other runs may use. */
  public void close() {
    functions.close();
  }

  private void redriveNow() {
    operator.redrive();
    sources.forEach(EventSource::look);
  }

  private void stable() {
    for (Scenario.Stabled stabled : scenario.fleet()) {
      var item = UnicornItem.of(stabled.unicorn(), stabled.location());
      cloud.dynamoDb().putItem(p -> p.tableName(Deployment.tableName("UnicornsTable")).item(item));
    }
  }

  private void poison(Poison poison) {
    scheduler.after(
        poison.after(),
        () -> {
          String url = cloud.queueUrl(poison.queue());
          cloud.sqs().sendMessage(m -> m.queueUrl(url).messageBody(poison.body()));
          sources.forEach(EventSource::look);
        });
  }
}
