package wildrydes.simulation.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static wildrydes.simulation.fuzz.FuzzedQueues.NOW;
import static wildrydes.simulation.fuzz.FuzzedQueues.request;
import static wildrydes.simulation.fuzz.FuzzedQueues.ride;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.model.Message;
import wildrydes.messages.MessageCodec;
import wildrydes.messages.RideId;
import wildrydes.messages.RideMessage;
import wildrydes.messages.RideOutcome;
import wildrydes.messages.RideOutcome.RideUnassigned;
import wildrydes.messages.RideRequested;
import wildrydes.messages.UnreadableMessage;

/**
 * Any message between two good ones: nothing flies, the good ones go their way, and what cannot be
 * read is a dead letter, body and reason, at once. The files of the corpus are bodies.
 */
class QueueFuzzTest {

  private static final RideId ALICES = ride(1);
  private static final RideId BOBS = ride(2);
  private static final RideId CAROLS = ride(3);

  private final MessageCodec codec = new MessageCodec();

  @FuzzTest
  void requests(byte[] sent) {
    String body = queueable(sent);
    var queues = new FuzzedQueues();

    List<String> back =
        queues.dispatch(List.of(codec.write(request(ALICES)), body, codec.write(request(BOBS))));

    // Nobody is free: what can be read comes back.
    Optional<RideRequested> read = readRequest(body);
    List<String> expected = read.isPresent() ? List.of("0", "1", "2") : List.of("0", "2");
    assertThat(back).isEqualTo(expected);
    checkDeadLetters(queues.messages("RideRequestDeadLetterQueue"), body, read);
  }

  @FuzzTest
  void outcomes(byte[] sent) {
    String body = queueable(sent);
    var queues = new FuzzedQueues();
    List.of(ALICES, BOBS, CAROLS).forEach(queues::store);

    List<String> back = queues.record(List.of(unassigned(ALICES), body, unassigned(BOBS)));

    assertThat(back).isEmpty();
    assertThat(queues.statusOf(ALICES)).isNotEqualTo("REQUESTED");
    assertThat(queues.statusOf(BOBS)).isNotEqualTo("REQUESTED");
    Optional<RideOutcome> read = readOutcome(body);
    if (read.isEmpty() || List.of(ALICES, BOBS, CAROLS).contains(read.get().rideId())) {
      checkDeadLetters(queues.messages("RideOutcomeDeadLetterQueue"), body, read);
    }
  }

  private static void checkDeadLetters(
      List<Message> letters, String body, Optional<? extends RideMessage> read) {
    if (read.isPresent()) {
      assertThat(letters).isEmpty();
      return;
    }
    assertThat(letters).extracting(Message::body).containsExactly(body);
    assertThat(letters.getFirst().messageAttributes())
        .hasEntrySatisfying(
            "Reason", reason -> assertThat(reason.stringValue()).isEqualTo("unreadable-message"))
        .hasEntrySatisfying(
            "Detail", detail -> assertThat(detail.stringValue()).matches("[A-Za-z ]{10,80}"));
  }

  private String unassigned(RideId id) {
    return codec.write(new RideUnassigned(id, NOW, NOW));
  }

  private Optional<RideRequested> readRequest(String body) {
    try {
      return Optional.of(codec.readRequest(body));
    } catch (UnreadableMessage e) {
      return Optional.empty();
    }
  }

  private Optional<RideOutcome> readOutcome(String body) {
    try {
      return Optional.of(codec.readOutcome(body));
    } catch (UnreadableMessage e) {
      return Optional.empty();
    }
  }

  /** The rest of it that SQS takes: it carries no empty message, and not every character. */
  private static String queueable(byte[] sent) {
    var body = new StringBuilder();
    new String(sent, UTF_8)
        .codePoints()
        .filter(c -> (c >= 0x20 && c != 0xFFFE && c != 0xFFFF) || c == '\t' || c == '\n')
        .forEach(body::appendCodePoint);
    return body.isEmpty() ? "x" : body.toString();
  }
}
