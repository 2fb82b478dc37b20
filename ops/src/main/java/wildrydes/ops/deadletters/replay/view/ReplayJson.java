package wildrydes.ops.deadletters.replay.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import wildrydes.ops.deadletters.ExplainedLetter;
import wildrydes.ops.deadletters.replay.Candidate;
import wildrydes.ops.deadletters.replay.End;
import wildrydes.ops.deadletters.replay.Plan;
import wildrydes.ops.deadletters.replay.ReplayReport;
import wildrydes.ops.deadletters.replay.ReplayReport.Followed;
import wildrydes.ops.deadletters.replay.SentRide;
import wildrydes.ops.deadletters.view.LetterJson;

/** Plans and reports for scripts; docs/dead-letters.md promises the fields. */
public final class ReplayJson {

  private ReplayJson() {}

  /** What would happen. */
  public static ObjectNode of(String stack, Plan plan, Instant now) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("Stack", stack).put("DryRun", true);
    letters(json, "Replayable", plan.replayable(), now);
    letters(json, "AlreadyDecided", plan.decided(), now);
    letters(json, "Doubles", plan.doubles(), now);
    letters(json, "Refused", plan.refused(), now);
    return json.put("BeyondLimit", plan.beyondLimit())
        .put("NotMatching", plan.notMatching())
        .put("HeldByOthers", plan.heldByOthers());
  }

  /** What happened. */
  public static ObjectNode of(String stack, ReplayReport report, Instant now) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("Stack", stack)
            .put("DryRun", false)
            .put("Ending", report.ending().name())
            .put("Replayed", report.rides().size())
            .put("Assigned", report.recorded("ASSIGNED"))
            .put("Unassigned", report.recorded("UNASSIGNED"))
            .put("RecordedFailed", report.recorded("FAILED"))
            .put("FailedAgain", report.failedAgain().size())
            .put("Open", report.open().size())
            .put("Deleted", report.cleared())
            .put("NotSent", report.notSent())
            .put("HeldByOthers", report.heldByOthers());
    ArrayNode rides = json.putArray("Rides");
    report.rides().forEach(followed -> rides.add(ride(followed)));
    letters(json, "Left", report.left(), now);
    return json;
  }

  private static ObjectNode ride(Followed followed) {
    SentRide ride = followed.ride();
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("RideId", ride.rideId().value())
            .put("Queue", ride.letter().lane().word())
            .put("MessageId", ride.letter().messageId())
            .put("Replays", ride.replays())
            .put("SentAt", ride.at().toString());
    return switch (followed.end()) {
      case End.Recorded(var status) -> json.put("End", status);
      case End.FailedAgain(var why) -> json.put("End", "FAILED_AGAIN").put("Why", why);
      case End.Open _ -> json.put("End", "OPEN");
    };
  }

  private static void letters(
      ObjectNode json, String name, List<Candidate> candidates, Instant now) {
    ArrayNode letters = json.putArray(name);
    for (Candidate candidate : candidates) {
      letters.add(
          LetterJson.brief(new ExplainedLetter(candidate.letter(), candidate.ride()), now)
              .put("Judgement", JudgementWords.code(candidate.judgement()))
              .put("Why", JudgementWords.sentence(candidate.judgement())));
    }
  }
}
