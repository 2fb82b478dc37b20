package wildrydes.requestapi.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rows 5, 6, 7 and 11 of the table of bad inputs: how large and how deep a body may be, and that
 * one which is larger costs nothing. The work is counted in bytes that the thread allocates: they
 * do not depend on the machine's mood.
 */
class BodyBoundsTest extends UnlimitedApiTest {

  /** Not here: the document's validator allocates, and gives names up that collide. */
  @Override
  void hold(APIGatewayProxyRequestEvent event, APIGatewayProxyResponseEvent response) {}

  private static final int MAX = 8 * 1024;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void eightKibibytesAreAcceptedAndNotOneMore() {
    String padding = " ".repeat(MAX - SEATTLE.length());

    assertAccepted(post(SEATTLE + padding));
    assertAccepted(postBase64(encode(SEATTLE + padding)));
    assertTooLarge(SEATTLE + padding + " ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "é", "€", "\uD83D\uDE00"})
  void bytesAreCountedNotCharacters(String character) {
    int bytes = character.getBytes(UTF_8).length;
    int room = MAX - withField("\"\"").length();
    String fill = character.repeat(room / bytes) + "a".repeat(room % bytes);

    assertAccepted(post(withField("\"" + fill + "\"")));
    assertAccepted(postBase64(encode(withField("\"" + fill + "\""))));
    assertTooLarge(withField("\"" + fill + "a\""));
  }

  static Stream<String> hugeBodies() {
    return Stream.of(
        "[".repeat(100_000),
        "[".repeat(6_000_000),
        "{\"a\":".repeat(1_000_000),
        SEATTLE + " ".repeat(6_000_000),
        "{\"x\":" + "1".repeat(6_000_000) + "}",
        "{\"x\":\"" + "\\u0061".repeat(1_000_000) + "\"}",
        "\uD800".repeat(100_000),
        "\u0000".repeat(100_000));
  }

  @ParameterizedTest
  @MethodSource("hugeBodies")
  void whatIsTooLargeIsNeitherDecodedNorParsed(String body) {
    String base64 = body.contains("\uD800") ? "!".repeat(200_000) : encode(body);
    post(SEATTLE);
    assertTooLarge("x".repeat(MAX + 1));

    assertThat(allocatedBy(() -> assertProblem(post(body), 413, "payload-too-large")))
        .isLessThan(50_000);
    assertThat(allocatedBy(() -> assertProblem(postBase64(base64), 413, "payload-too-large")))
        .isLessThan(50_000);
  }

  /** Each fits into eight kibibytes, and asks for as much work as can be had for them. */
  static Stream<String> densestBodies() {
    return Stream.of(
        "[".repeat(MAX),
        withField("[".repeat(MAX - 200)),
        withField("[" + "{},".repeat(2_500) + "{}]"),
        withField("[" + "0,".repeat(3_900) + "0]"),
        withField("[" + "1e9,".repeat(1_900) + "1]"),
        withField("[" + "9".repeat(999) + ("," + "9".repeat(999)).repeat(6) + "]"),
        withField("[" + "1e-" + "9".repeat(990) + "]"),
        withField("1".repeat(MAX - 200)),
        withField("\"" + "\\u0061".repeat(1_300) + "\""),
        withField("{" + manyNames() + "}"),
        withField("{" + collidingNames("BB") + "}"),
        "{".repeat(MAX),
        "\"" + "\\".repeat(MAX - 2) + "\"");
  }

  @ParameterizedTest
  @MethodSource("densestBodies")
  void eightKibibytesCannotAskForMoreThanAMegabyte(String body) {
    assertThat(body.length()).isLessThanOrEqualTo(MAX);
    post(SEATTLE);

    assertThat(allocatedBy(() -> post(body))).isLessThan(2_000_000);
  }

  @Test
  void namesThatCollideAreReadLikeOthersAlsoTogether() {
    // Kept between requests, a table of names would fill with those that collide.
    for (int request = 0; request < 20; request++) {
      assertAccepted(post(withField("{" + collidingNames("BB") + "}")));
      assertAccepted(post(withField("{" + collidingNames("B@") + "}")));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {17, 18, 100, 4_000})
  void nestingDeeperThanSixteenIsMalformedAnywhere(int depth) {
    int within = depth - 1;

    assertMalformed("[".repeat(depth) + "]".repeat(depth));
    assertMalformed(withField("[".repeat(within) + "]".repeat(within)));
    if (depth < 1_000) {
      assertMalformed(withField("{\"a\":".repeat(within) + "1" + "}".repeat(within)));
      assertMalformed(latitude("[{\"a\":".repeat(within / 2) + "1" + "}]".repeat(within / 2)));
    }
    assertMalformed("[".repeat(depth));
    assertMalformed("{\"a\":".repeat(Math.min(depth, 1_000)));
  }

  @Test
  void nestingOfSixteenIsStillRead() {
    assertAccepted(post(withField("[".repeat(15) + "]".repeat(15))));
    assertAccepted(post(withField("{\"a\":".repeat(15) + "1" + "}".repeat(15))));
    assertAccepted(post(withField("[" + "[],".repeat(2_000) + "[]]")));
  }

  @Test
  void base64IsReadAsWhatItCarries() {
    for (int spaces = 0; spaces < 3; spaces++) {
      assertAccepted(postBase64(encode(SEATTLE + " ".repeat(spaces))));
    }
    assertAccepted(postBase64(encode(withField("\"\uD83D\uDE00\""))));
  }

  @Test
  void base64OfNothingIsMalformedJson() {
    assertProblem(postBase64(""), 400, "malformed-json");
    assertProblem(
        send(event -> event.withBody(null).withIsBase64Encoded(true)), 400, "malformed-json");
    assertProblem(postBase64(encode(encode(SEATTLE))), 400, "malformed-json");
  }

  static Stream<String> badBase64() {
    String good = encode(SEATTLE + "\u00FB\u00FF\u00BF >>>???");
    return Stream.of(
        SEATTLE,
        "%%%",
        "=",
        "====",
        "A",
        "AA",
        "AAA",
        "A===",
        "AB==", // last bits that are not zero
        "ABC=AAAA",
        "AA==AA==",
        "AAAA====",
        "e30", // {} without its padding
        "e3=0",
        "e30==",
        good + "=",
        good + "\n",
        good + " ",
        " " + good,
        good.substring(0, 76) + "\r\n" + good.substring(76),
        good.substring(0, 4) + " " + good.substring(4),
        good.substring(1),
        good.replace('+', '-').replace('/', '_'),
        "-___",
        "AAA\u0000",
        "AAA\u00E9",
        "ＡＡＡＡ",
        "AAA\uD800",
        "data:application/json;base64," + good);
  }

  @ParameterizedTest
  @MethodSource("badBase64")
  void whatIsNoBase64IsAMalformedBody(String body) {
    assertProblem(postBase64(body), 400, "malformed-body");
  }

  private static String manyNames() {
    return String.join(
        ",",
        IntStream.range(0, 900).mapToObj(i -> "\"" + Integer.toString(i, 36) + "\":1").toList());
  }

  /** Names of one hash code: "Aa" and "BB" have the same in Java, "Aa" and "B@" in Jackson. */
  private static String collidingNames(String twin) {
    List<String> names = List.of("");
    while (names.size() < 512) {
      names = names.stream().flatMap(name -> Stream.of(name + "Aa", name + twin)).toList();
    }
    int fitting = (MAX - 200) / (names.getFirst().length() + 5);
    return names.stream()
        .limit(fitting)
        .map(name -> "\"" + name + "\":1")
        .collect(Collectors.joining(","));
  }

  private static long allocatedBy(Runnable work) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    work.run();
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  private void assertTooLarge(String body) {
    assertProblem(post(body), 413, "payload-too-large");
    assertProblem(postBase64(encode(body)), 413, "payload-too-large");
  }

  private void assertMalformed(String body) {
    assertProblem(post(body), 400, "malformed-json");
  }
}
