package wildrydes.ops.deadletters;

import java.util.Optional;
import java.util.OptionalInt;

/** SQS's own bulk move of all dead letters of a lane back into its queue, one at a time a lane. */
public interface MoveTasks {

  /**
   * How far a move is.
   *
   * @param status {@code RUNNING}, {@code COMPLETED}, {@code CANCELLING}, {@code CANCELLED} or
   *     {@code FAILED}
   * @param toMove how many there were when it began, about
   * @param failure why, if it failed
   */
  record Task(String status, long moved, Optional<Long> toMove, Optional<String> failure) {

    public boolean isUnderWay() {
      return status.equals("RUNNING") || status.equals("CANCELLING");
    }
  }

  /**
   * Starts one; SQS refuses it while another is under way.
   *
   * @param perSecond from 1 to 500; empty lets SQS choose
   * @return the handle with which it can be cancelled
   */
  String start(Lane lane, OptionalInt perSecond);

  /** The one that was started last, if it is still known; a cancelled one may be forgotten. */
  Optional<Task> latest(Lane lane);

  /** Stops it; what is moved stays moved. */
  void cancel(String handle);
}
