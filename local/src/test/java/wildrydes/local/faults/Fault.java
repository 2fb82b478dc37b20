package wildrydes.local.faults;

/** What happens to one attempt of a call of the functions. */
enum Fault {
  /** It never leaves: no effect, no answer. */
  NOT_SENT,

  /** It has its effect, then the connection breaks. */
  ANSWER_LOST,

  /** It has its effect, and is answered with a 500: nobody knows which of the two to believe. */
  SERVER_ERROR,

  /**
   * It is answered as throttled, although it had its effect. AWS does not do the last; whoever
   * survives this survives an honest throttle.
   */
  THROTTLED,

  /** It leaves late. */
  DELAYED,

  /** One entry of a batch never leaves, and is answered as failed or unprocessed. */
  PARTLY_REFUSED
}
