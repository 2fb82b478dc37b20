package wildrydes.simulation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import wildrydes.emulators.template.Queue;

class ModelSqsTest
    implements DeliveryContract, BatchContract, DeadLetterContract, QueueRefusalContract {

  private static final Duration STEP = Duration.ofMillis(100);
  private static final Duration DEADLINE = Duration.ofMinutes(1);

  private final SettableClock clock = new SettableClock();
  private final ModelSqs model = new ModelSqs(clock, new Random(42));

  @Override
  public SqsClient sqs() {
    return model;
  }

  @Override
  public Set<KnownDifference> differences() {
    return Set.of(KnownDifference.MODEL_DOES_NOT_WAIT, KnownDifference.MODEL_MOVES_AT_ONCE);
  }

  @Override
  public String create(Queue queue) {
    return model.createQueue(queue);
  }

  @Override
  public String unique() {
    return "";
  }

  @Override
  public <T> T eventually(Supplier<Optional<T>> asked) {
    for (var time = Duration.ZERO; time.compareTo(DEADLINE) < 0; time = time.plus(STEP)) {
      var answer = asked.get();
      if (answer.isPresent()) {
        return answer.get();
      }
      clock.advance(STEP);
    }
    throw new AssertionError("Nothing came within " + DEADLINE);
  }

  @Test
  void messagesComeInAnyOrder() {
    var url = queue();
    for (int i = 0; i < 5; i++) {
      send(url, "job " + i);
    }

    Set<List<String>> orders = new HashSet<>();
    for (int i = 0; i < 500; i++) {
      orders.add(look(url).stream().map(Message::body).toList());
    }

    assertThat(orders).hasSizeGreaterThan(100);
  }

  @Test
  void aDuplicateIsTheSameMessageWithALifeOfItsOwn() {
    var url = queue();
    var id = send(url, "job");
    var inFlight = receiveOne(url, 60);

    assertThat(model.duplicate(url)).isTrue();
    var copy = receiveOne(url, 60);
    model.deleteMessage(d -> d.queueUrl(url).receiptHandle(inFlight.receiptHandle()));

    assertThat(List.of(inFlight.messageId(), copy.messageId())).containsOnly(id);
    assertThat(copy.attributes()).containsEntry(APPROXIMATE_RECEIVE_COUNT, "2");
    assertThat(model.size(url)).isEqualTo(1);
    model.deleteMessage(d -> d.queueUrl(url).receiptHandle(copy.receiptHandle()));
    assertThat(model.size(url)).isZero();
    assertThat(model.duplicate(url)).isFalse();
  }

  @Test
  void whatIsStillDelayedIsNotDuplicated() {
    var url = queue();
    model.sendMessage(m -> m.queueUrl(url).messageBody("later").delaySeconds(5));

    assertThat(model.duplicate(url)).isFalse();
  }

  @Test
  void aMessageVanishesAfterItsQueuesRetentionCountedFromItsFirstSend() {
    var dead =
        create(SqsTwin.queue("Dead", Map.of("MessageRetentionPeriod", "100"), Optional.empty()));
    var url =
        create(
            SqsTwin.queue(
                "Jobs",
                Map.of("VisibilityTimeout", "0", "MessageRetentionPeriod", "1000"),
                Optional.of(new Queue.Redrive(SqsTwin.arn("Dead"), 1))));
    send(url, "job");
    clock.advance(Duration.ofSeconds(60));
    assertThat(look(url)).hasSize(1);
    assertThat(look(url)).isEmpty();

    clock.advance(Duration.ofSeconds(40));
    assertThat(model.size(dead)).isEqualTo(1);
    clock.advance(Duration.ofMillis(1));

    assertThat(model.size(dead)).isZero();
    assertThat(model.nextVisible(dead)).isEmpty();
  }

  @Test
  void theNextVisibleMessageIsForeseen() {
    var url = queue();
    assertThat(model.nextVisible(url)).isEmpty();

    send(url, "job");
    assertThat(model.nextVisible(url)).contains(clock.instant());

    receiveOne(url, 60);
    model.sendMessage(m -> m.queueUrl(url).messageBody("later").delaySeconds(5));
    assertThat(model.nextVisible(url)).contains(clock.instant().plusSeconds(5));

    clock.advance(Duration.ofSeconds(30));
    assertThat(model.nextVisible(url)).contains(clock.instant());
  }

  @Test
  void aLookAtTheMessagesChangesNothing() {
    var url = queue();
    send(url, "job");

    var looked = model.messages(url);

    assertThat(looked).extracting(Message::body).containsExactly("job");
    assertThat(looked.getFirst().attributes()).containsEntry(APPROXIMATE_RECEIVE_COUNT, "0");
    assertThat(receiveOne(url, 0).attributes()).containsEntry(APPROXIMATE_RECEIVE_COUNT, "1");
  }

  @Test
  void aDeadLetterIsTold() {
    List<DeadLettered> told = new ArrayList<>();
    model.onDeadLetter(told::add);
    create(SqsTwin.queue("Dead", Map.of(), Optional.empty()));
    var url =
        create(
            SqsTwin.queue(
                "Jobs",
                Map.of("VisibilityTimeout", "0"),
                Optional.of(new Queue.Redrive(SqsTwin.arn("Dead"), 1))));
    send(url, "job");

    look(url);
    look(url);

    assertThat(told).hasSize(1);
    assertThat(told.getFirst().fromQueue()).isEqualTo("Jobs");
    assertThat(told.getFirst().toQueue()).isEqualTo("Dead");
    assertThat(told.getFirst().message().body()).isEqualTo("job");
  }

  @Test
  void oneSeedIsOneRun() {
    assertThat(bodiesOf(new Random(7))).isEqualTo(bodiesOf(new Random(7)));
    assertThat(bodiesOf(new Random(7))).isNotEqualTo(bodiesOf(new Random(8)));
  }

  private List<String> bodiesOf(Random random) {
    var sqs = new ModelSqs(clock, random);
    var url = sqs.createQueue(SqsTwin.queue("Jobs", Map.of(), Optional.empty()));
    for (int i = 0; i < 10; i++) {
      int number = i;
      sqs.sendMessage(m -> m.queueUrl(url).messageBody("job " + number));
    }
    return sqs.receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(10)).messages().stream()
        .map(message -> message.messageId() + message.body())
        .toList();
  }
}
