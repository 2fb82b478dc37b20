package wildrydes.messages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Whatever lies in a queue is a message or unreadable, and a message that was read can be written
 * and is read again as the same. The files of the corpus are bodies.
 */
class MessageCodecFuzzTest {

  private interface Read {
    RideMessage of(String body) throws UnreadableMessage;
  }

  private final MessageCodec codec = new MessageCodec();

  @FuzzTest
  void requests(byte[] body) {
    check(new String(body, UTF_8), codec::readRequest);
  }

  @FuzzTest
  void outcomes(byte[] body) {
    check(new String(body, UTF_8), codec::readOutcome);
  }

  private void check(String body, Read read) {
    RideMessage message;
    try {
      message = read.of(body);
    } catch (UnreadableMessage e) {
      assertThat(e.detail()).matches("[A-Za-z ]{10,80}");
      e.rideId().ifPresent(id -> assertThat(RideId.parse(id.value())).contains(id));
      return;
    }
    String written = codec.write(message);
    assertThat(written.chars()).allMatch(MessageCodecFuzzTest::isTakenBySqs);
    try {
      assertThat(read.of(written)).isEqualTo(message);
    } catch (UnreadableMessage e) {
      throw new AssertionError("what was written cannot be read", e);
    }
  }

  /** The halves of a surrogate pair pass: that they come in pairs is seen when they are read. */
  private static boolean isTakenBySqs(int c) {
    return (c >= 0x20 && c <= 0xFFFD) || c == '\t' || c == '\n' || c == '\r';
  }
}
