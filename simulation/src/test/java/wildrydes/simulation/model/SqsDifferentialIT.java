package wildrydes.simulation.model;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import wildrydes.emulators.template.Queue;

/**
 * Random sequences of calls to a queue and its dead-letter queue: the model and ElasticMQ must
 * deliver the same messages, each as often as before. Messages are hidden for an hour or not at
 * all, so that no clock decides; there are never more than one receive can give out, so that no
 * order does.
 *
 * <p>{@code -Dparity.seed=S} repeats a run; {@code -Dparity.rounds=N} makes it N times as long.
 */
class SqsDifferentialIT {

  private static final long SEED = Long.getLong("parity.seed", new Random().nextLong());
  private static final int STEPS = 300 * Integer.getInteger("parity.rounds", 1);
  private static final int MOST_MESSAGES = 8;
  private static final int HOUR = 3600;

  /** One of the two systems, with the latest handle of each message that is in flight in it. */
  private static final class Side {

    final SqsTwin twin;
    final String jobs;
    final String dead;
    final Map<String, String> handles = new HashMap<>();

    Side(SqsTwin twin) {
      this.twin = twin;
      this.dead = twin.create(SqsTwin.queue("Dead" + twin.unique(), Map.of(), Optional.empty()));
      this.jobs =
          twin.create(
              SqsTwin.queue(
                  "Jobs" + twin.unique(),
                  Map.of(),
                  Optional.of(new Queue.Redrive(SqsTwin.arn("Dead" + twin.unique()), 3))));
    }

    /** What was received, with each message's count. */
    String receive(String url, int hidden) {
      var received = new TreeSet<String>();
      for (Message message : twin.receive(url, hidden)) {
        var count = MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT;
        received.add(message.body() + " for the " + message.attributes().get(count) + ". time");
        handles.remove(message.body());
        if (hidden > 0) {
          handles.put(message.body(), message.receiptHandle());
        }
      }
      return received.toString();
    }

    String delete(String body) {
      var handle = handles.remove(body);
      twin.sqs().deleteMessage(d -> d.queueUrl(jobs).receiptHandle(handle));
      return "deleted";
    }

    String changeVisibility(String body, int seconds) {
      var handle = seconds == 0 ? handles.remove(body) : handles.get(body);
      twin.sqs()
          .changeMessageVisibility(
              c -> c.queueUrl(jobs).receiptHandle(handle).visibilityTimeout(seconds));
      return "changed";
    }

    String counts() {
      return List.of(jobs, dead).stream()
          .map(
              url ->
                  twin.sqs()
                      .getQueueAttributes(
                          g ->
                              g.queueUrl(url)
                                  .attributeNames(
                                      QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                      QueueAttributeName
                                          .APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                      .attributesAsStrings()
                      .toString())
          .collect(toCollection(ArrayList::new))
          .toString();
    }
  }

  private final Random random = new Random(SEED);
  private final List<String> history = new ArrayList<>();

  @Test
  void theSameCallsComeToTheSame() {
    var model = new Side(new ModelSqsTest());
    var real = new Side(new ElasticMqIT());

    for (int step = 0; step < STEPS; step++) {
      step(step, model, real);
    }
  }

  private void step(int step, Side model, Side real) {
    var inFlight = new ArrayList<>(new TreeSet<>(model.handles.keySet()));
    switch (random.nextInt(6)) {
      case 0 -> {
        if (size(model) < MOST_MESSAGES) {
          history.add("send " + step);
          model.twin.send(model.jobs, "job " + step);
          real.twin.send(real.jobs, "job " + step);
        }
      }
      case 1 -> receive(model, real, 0);
      case 2 -> receive(model, real, HOUR);
      case 3 -> {
        if (!inFlight.isEmpty()) {
          var body = inFlight.get(random.nextInt(inFlight.size()));
          agree("delete " + body, model.delete(body), real.delete(body));
        }
      }
      case 4 -> {
        if (!inFlight.isEmpty()) {
          var body = inFlight.get(random.nextInt(inFlight.size()));
          int seconds = random.nextBoolean() ? 0 : HOUR;
          agree(
              "hide " + body + " for " + seconds,
              model.changeVisibility(body, seconds),
              real.changeVisibility(body, seconds));
        }
      }
      default -> agree("count", model.counts(), real.counts());
    }
  }

  private void receive(Side model, Side real, int hidden) {
    agree(
        "receive for " + hidden,
        model.receive(model.jobs, hidden),
        real.receive(real.jobs, hidden));
    // The move to the dead letters is no part of ElasticMQ's answer.
    agree("count", model.counts(), real.counts());
    if (size(model) == MOST_MESSAGES) {
      agree("purge", purge(model), purge(real));
    }
  }

  private static String purge(Side side) {
    side.twin.sqs().purgeQueue(p -> p.queueUrl(side.dead));
    return "purged";
  }

  private static int size(Side model) {
    var sqs = (ModelSqs) model.twin.sqs();
    return sqs.size(model.jobs) + sqs.size(model.dead);
  }

  private void agree(String call, String model, String real) {
    history.add(call);
    assertThat(model)
        .as("The model's answer, with -Dparity.seed=%d, after %s", SEED, history)
        .isEqualTo(real);
  }
}
