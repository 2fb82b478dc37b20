package wildrydes.benchmarks.accepting;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.HdrHistogram.Histogram;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import wildrydes.benchmarks.Progress;
import wildrydes.emulators.Stack;

/** Rounds of the same riders every way in turn, and what must be true after each of them. */
final class Race {

  /** How riders ask. */
  @FunctionalInterface
  interface Asking {
    Histogram ask(URI rides) throws Exception;
  }

  private final Stack stack;
  private final String queue;
  private final Map<Way, URI> fronts = new EnumMap<>(Way.class);

  /** Rides that the product has accepted since its queue was emptied. */
  private long accepted;

  Race(Stack stack, Served product, Served seed, Served floor) {
    this.stack = stack;
    this.queue = stack.queueUrl("RideRequestQueue");
    fronts.put(Way.PRODUCT, product.rides());
    fronts.put(Way.SEED, seed.rides());
    fronts.put(Way.PRODUCT_AGAIN, product.rides());
    fronts.put(Way.SEED_AGAIN, seed.rides());
    fronts.put(Way.FLOOR, floor.rides());
  }

  Waits rounds(int count, Set<Way> ways, Asking asking, Progress progress) throws Exception {
    var waits = new Waits();
    for (int round = 0; round < count; round++) {
      for (Way way : ways) {
        Histogram times = asking.ask(requireNonNull(fronts.get(way)));
        waits.add(way, times);
        if (way == Way.PRODUCT || way == Way.PRODUCT_AGAIN) {
          accepted += times.getTotalCount();
        }
        progress.step();
      }
      checkQueued();
    }
    return waits;
  }

  /** Every accepted ride is in the queue; nobody takes them out, so they are thrown away here. */
  private void checkQueued() {
    var number = QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
    String queued =
        stack
            .sqs()
            .getQueueAttributes(q -> q.queueUrl(queue).attributeNames(number))
            .attributes()
            .get(number);
    if (Long.parseLong(requireNonNull(queued)) != accepted) {
      throw new IllegalStateException(
          "%d rides were accepted, but %s are queued.".formatted(accepted, queued));
    }
    var _ = stack.sqs().purgeQueue(q -> q.queueUrl(queue));
    accepted = 0;
  }

  /** How many rides each table has: it must be the same number. */
  long stored() {
    long product = count(stack.tableName("RidesTable"));
    long seed = count(SeedFunction.TABLE);
    if (product != seed) {
      throw new IllegalStateException(
          "The product stored %d rides, the seed %d.".formatted(product, seed));
    }
    return product;
  }

  private long count(String table) {
    return stack.dynamoDb().scanPaginator(s -> s.tableName(table).select(Select.COUNT)).stream()
        .mapToLong(page -> requireNonNull(page).count())
        .sum();
  }
}
