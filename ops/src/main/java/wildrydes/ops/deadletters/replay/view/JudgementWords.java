package wildrydes.ops.deadletters.replay.view;

import wildrydes.ops.deadletters.Judgement;
import wildrydes.ops.deadletters.Judgement.AlreadyDecided;
import wildrydes.ops.deadletters.Judgement.NoSuchRide;
import wildrydes.ops.deadletters.Judgement.Replayable;
import wildrydes.ops.deadletters.Judgement.ReplayedTooOften;
import wildrydes.ops.deadletters.Judgement.Unreadable;

/** Judgements in words: one for scripts, a sentence for people, and what to do next. */
final class JudgementWords {

  private JudgementWords() {}

  static String code(Judgement judgement) {
    return switch (judgement) {
      case Replayable _ -> "REPLAYABLE";
      case Unreadable _ -> "UNREADABLE";
      case NoSuchRide _ -> "NO_SUCH_RIDE";
      case AlreadyDecided _ -> "ALREADY_DECIDED";
      case ReplayedTooOften _ -> "REPLAYED_TOO_OFTEN";
    };
  }

  /** The same for all messages that are to be told together. */
  static String sentence(Judgement judgement) {
    return switch (judgement) {
      case Replayable _ -> "can be replayed";
      case Unreadable(var detail) -> "cannot be read: " + detail;
      case NoSuchRide _ -> "of no ride: it has expired, or never was";
      case AlreadyDecided(_, var status) -> "of a ride that is " + status + " already";
      case ReplayedTooOften(_, var replays) -> "replayed " + replays + " times already";
    };
  }

  /**
   * A command.
   *
   * @param messageId of one of them
   */
  static String advice(Judgement judgement, String messageId) {
    return switch (judgement) {
      case Replayable _ -> "replay it again";
      case Unreadable _ ->
          "mend it with ./rides dlq edit %s, or ./rides dlq drop it".formatted(messageId);
      case NoSuchRide _, AlreadyDecided _ -> "./rides dlq drop " + messageId;
      case ReplayedTooOften _ ->
          "look at ./rides dlq show %s; --force replays it even so".formatted(messageId);
    };
  }
}
