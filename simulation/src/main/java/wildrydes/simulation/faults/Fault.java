package wildrydes.simulation.faults;

/** What may become of one call. */
public enum Fault {
  NONE("goes well"),
  /** The service is down for this call and its retries. */
  ERROR("fails without effect"),
  /** The service refuses for being busy, and for the retries, too. */
  THROTTLED("is throttled"),
  /** Some entries of a batch are refused. */
  PARTIAL("is done in part"),
  /** The first attempt lands and its answer is lost; the SDK's second attempt is answered. */
  RETRIED("lands, is retried, lands again"),
  /** Every attempt lands, and every answer is lost. */
  LOST_ANSWER("lands, and all its answers are lost"),
  /** The caller gives up; then the call lands. */
  LATE("lands after its caller gave up"),
  /** The answer comes at the last moment. */
  SLOW("is as slow as may be"),
  /** The machine dies before the call is out. */
  DIES_BEFORE("never leaves its machine, which dies"),
  /** The machine dies before it learns that the call has landed. */
  DIES_AFTER("lands, and its machine dies"),
  /** SQS delivers a message that it has delivered already. */
  DUPLICATE("delivers a message twice");

  private final String words;

  Fault(String words) {
    this.words = words;
  }

  /** As a sentence's end. */
  public String words() {
    return words;
  }
}
