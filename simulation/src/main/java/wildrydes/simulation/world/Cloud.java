package wildrydes.simulation.world;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import wildrydes.emulators.template.Queue;
import wildrydes.simulation.engine.Scheduler;
import wildrydes.simulation.faults.Wire;
import wildrydes.simulation.history.History;
import wildrydes.simulation.model.ModelCloudWatch;
import wildrydes.simulation.model.ModelDynamoDb;
import wildrydes.simulation.model.ModelSqs;

/** AWS in one run: the models with the template's tables and queues, and the wire to them. */
public final class Cloud {

  /** So few that searches meet more than one. */
  private static final int ITEMS_PER_PAGE = 2;

  private final Scheduler scheduler;
  private final History history;
  private final Wire wire;
  private final ModelDynamoDb dynamoDb;
  private final ModelSqs sqs;
  private final ModelCloudWatch cloudWatch = new ModelCloudWatch(_ -> {});
  private final Map<String, String> urls = new HashMap<>();

  /**
   * Empty tables and queues. What is put there before any time has passed has always been there.
   *
   * @param staleness how old an eventually consistent read may be
   */
  public Cloud(
      Scheduler scheduler,
      History history,
      Wire wire,
      Duration staleness,
      SplittableRandom random) {
    this.scheduler = scheduler;
    this.history = history;
    this.wire = wire;
    SplittableRandom ages = random.split();
    this.dynamoDb = new ModelDynamoDb(scheduler, () -> age(staleness, ages));
    this.sqs = new ModelSqs(scheduler, random.split());
    Deployment.TEMPLATE.tables().forEach(dynamoDb::createTable);
    for (Queue queue : Deployment.TEMPLATE.queues()) {
      urls.put(queue.logicalId(), sqs.createQueue(queue));
    }
    dynamoDb.pagesOf(ITEMS_PER_PAGE);
    dynamoDb.onChange(history::changed);
  }

  private Duration age(Duration staleness, SplittableRandom ages) {
    long age = staleness.isZero() ? 0 : ages.nextLong(staleness.toNanos());
    return Duration.ofNanos(Math.min(age, scheduler.nanos()));
  }

  public Scheduler scheduler() {
    return scheduler;
  }

  public History history() {
    return history;
  }

  public Wire wire() {
    return wire;
  }

  public ModelDynamoDb dynamoDb() {
    return dynamoDb;
  }

  public ModelSqs sqs() {
    return sqs;
  }

  public ModelCloudWatch cloudWatch() {
    return cloudWatch;
  }

  public String queueUrl(String logicalId) {
    String url = urls.get(logicalId);
    if (url == null) {
      throw new IllegalArgumentException("no queue " + logicalId);
    }
    return url;
  }
}
