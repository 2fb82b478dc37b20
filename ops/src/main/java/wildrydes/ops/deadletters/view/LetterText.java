package wildrydes.ops.deadletters.view;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import wildrydes.ops.deadletters.DeadLetter;
import wildrydes.ops.deadletters.ExplainedLetter;
import wildrydes.ops.terminal.PlainText;
import wildrydes.ops.terminal.Times;

/** One dead letter in full, for people. */
public final class LetterText {

  private LetterText() {}

  /**
   * Several lines.
   *
   * @param showLocations whether to leave coordinates as they are
   */
  public static String of(ExplainedLetter explained, Instant now, boolean showLocations) {
    DeadLetter letter = explained.letter();
    var text = new StringBuilder();
    text.append("message ").append(PlainText.of(letter.messageId()));
    text.append(" (").append(letter.lane().word()).append(")\n");
    line(text, "ride", ride(explained));
    line(
        text,
        "cause",
        explained.cause().text() + letter.detail().map(detail -> ": " + detail).orElse(""));
    line(
        text,
        "sent",
        Times.of(letter.sent()) + ", " + Ages.of(Duration.between(letter.sent(), now)) + " ago");
    line(text, "replays", Integer.toString(letter.replays()));
    LetterJson.unreadable(letter).ifPresent(why -> line(text, "unreadable", why));
    line(text, "attributes", attributes(letter, showLocations));
    return text + body(letter.body(), showLocations);
  }

  private static String ride(ExplainedLetter explained) {
    return explained
        .letter()
        .rideId()
        .map(
            ride ->
                ride
                    + explained
                        .ride()
                        .map(record -> ", " + record.status())
                        .orElse(", of which there is no record"))
        .orElse("none is named");
  }

  private static String attributes(DeadLetter letter, boolean showLocations) {
    return letter.attributes().isEmpty()
        ? "none"
        : new TreeMap<>(letter.attributes())
            .entrySet().stream()
                .map(
                    each ->
                        each.getKey()
                            + "="
                            + (showLocations ? each.getValue() : Masking.mask(each.getValue())))
                .collect(joining(", "));
  }

  private static void line(StringBuilder text, String label, String value) {
    text.append("  %-11s %s%n".formatted(label, PlainText.of(value)));
  }

  private static String body(String body, boolean showLocations) {
    Optional<JsonNode> json = Bodies.json(body);
    if (json.isEmpty()) {
      return "  body        is not JSON; as text:\n"
          + indented(showLocations ? body : Masking.mask(body));
    }
    JsonNode shown = showLocations ? json.get() : Masking.mask(json.get());
    return "  body\n" + indented(Bodies.pretty(shown));
  }

  private static String indented(String text) {
    return text.lines().map(line -> "    " + PlainText.of(line)).collect(joining("\n"));
  }
}
