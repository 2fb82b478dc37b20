package wildrydes.ops.deadletters.view;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import wildrydes.ops.deadletters.ExplainedLetter;
import wildrydes.ops.deadletters.Lane;
import wildrydes.ops.deadletters.Sweep;

/**
 * The dead letters of one lane by their causes.
 *
 * @param unseen how many others hold at the moment, about
 * @param groups the largest first
 */
public record LaneListing(Lane lane, int unseen, List<Group> groups) {

  /**
   * What has one cause.
   *
   * @param letters the oldest first
   */
  public record Group(String cause, List<ExplainedLetter> letters) {

    public Group {
      letters = List.copyOf(letters);
    }

    Instant oldest() {
      return letters.getFirst().letter().sent();
    }
  }

  public LaneListing {
    groups = List.copyOf(groups);
  }

  /** One listing a lane, of what a sweep has found. */
  public static List<LaneListing> of(List<Lane> lanes, Sweep.Found found) {
    return lanes.stream()
        .map(lane -> of(lane, found.letters(), found.unseen().getOrDefault(lane, 0)))
        .toList();
  }

  /**
   * Sorts a lane's letters into groups.
   *
   * @param letters of any lane, the oldest first
   */
  public static LaneListing of(Lane lane, List<ExplainedLetter> letters, int unseen) {
    Comparator<Group> largestFirst =
        comparingInt((Group group) -> -group.letters().size()).thenComparing(Group::cause);
    return new LaneListing(
        lane,
        unseen,
        letters.stream()
            .filter(explained -> explained.letter().lane() == lane)
            .collect(groupingBy(explained -> explained.cause().text()))
            .entrySet()
            .stream()
            .map(group -> new Group(group.getKey(), group.getValue()))
            .sorted(largestFirst)
            .toList());
  }

  int count() {
    return groups.stream().mapToInt(group -> group.letters().size()).sum();
  }

  Optional<Instant> oldest() {
    return groups.stream().map(Group::oldest).min(Comparator.naturalOrder());
  }

  static long seconds(Instant sent, Instant now) {
    return Math.max(0, Duration.between(sent, now).toSeconds());
  }
}
