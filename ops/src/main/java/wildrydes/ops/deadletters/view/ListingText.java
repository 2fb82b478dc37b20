package wildrydes.ops.deadletters.view;

import static java.util.stream.Collectors.joining;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import wildrydes.messages.RideId;
import wildrydes.ops.deadletters.ExplainedLetter;
import wildrydes.ops.terminal.PlainText;

/** A listing of the lanes, for people. */
public final class ListingText {

  private ListingText() {}

  /**
   * A block a lane.
   *
   * @param examples how many messages to show of each cause
   */
  public static String of(List<LaneListing> lanes, int examples, Instant now) {
    var text = new StringBuilder();
    for (LaneListing lane : lanes) {
      text.append(headline(lane, now)).append('\n');
      for (LaneListing.Group group : lane.groups()) {
        text.append("\n  %d x %s%n".formatted(group.letters().size(), PlainText.of(group.cause())));
        if (examples > 0) {
          text.append(table(group.letters().stream().limit(examples).toList(), now).indent(2));
        }
        int more = group.letters().size() - examples;
        if (examples > 0 && more > 0) {
          text.append("  and %d more%n".formatted(more));
        }
      }
      text.append('\n');
    }
    return text.toString().stripTrailing();
  }

  private static String headline(LaneListing lane, Instant now) {
    return lane.lane().word()
        + ": "
        + (lane.count() == 1 ? "1 dead letter" : lane.count() + " dead letters")
        + lane.oldest()
            .map(oldest -> ", the oldest sent " + Ages.of(Duration.between(oldest, now)) + " ago")
            .orElse("")
        + (lane.unseen() > 0
            ? "; about "
                + lane.unseen()
                + " more could not be seen, for somebody else holds them at the moment"
            : "");
  }

  private static String table(List<ExplainedLetter> letters, Instant now) {
    List<ColumnData<ExplainedLetter>> columns = new ArrayList<>();
    columns.add(left("MESSAGE", explained -> explained.letter().messageId()));
    columns.add(
        left("RIDE", explained -> explained.letter().rideId().map(RideId::value).orElse("-")));
    columns.add(
        right("AGE", explained -> Ages.of(Duration.between(explained.letter().sent(), now))));
    columns.add(right("REPLAYS", explained -> Integer.toString(explained.letter().replays())));
    return AsciiTable.getTable(AsciiTable.NO_BORDERS, letters, columns)
        .lines()
        .map(String::stripTrailing)
        .collect(joining("\n"));
  }

  private static ColumnData<ExplainedLetter> left(
      String header, Function<ExplainedLetter, String> cell) {
    return column(header, HorizontalAlign.LEFT, cell);
  }

  private static ColumnData<ExplainedLetter> right(
      String header, Function<ExplainedLetter, String> cell) {
    return column(header, HorizontalAlign.RIGHT, cell);
  }

  private static ColumnData<ExplainedLetter> column(
      String header, HorizontalAlign align, Function<ExplainedLetter, String> cell) {
    return new Column()
        .header(header)
        .headerAlign(align)
        .dataAlign(align)
        .with(explained -> PlainText.of(cell.apply(explained)));
  }
}
