package wildrydes.simulation.history;

/** Everything that is checked, each as a sentence about what must hold. */
public enum Rule {
  THE_API_NEVER_THROWS("The API never throws."),
  REPLIES_AS_DOCUMENTED("The API answers as documented."),
  SAME_KEY_SAME_RIDE("The same rider and key are the same ride."),
  RIDERS_SEE_NO_WAY_BACK("A rider sees states only move forward."),
  RIDERS_SEE_THE_TRUTH("A rider sees what became of the ride."),

  STATES_MOVE_FORWARD("A ride's state only moves forward."),
  ONE_WRITER("Each fact has one writer."),
  REQUESTS_STAY("An outcome changes nothing of the request."),
  TIMELINES_ARE_WHOLE("A ride's timeline tells every outcome it had."),
  RECORDED_WITH_ITS_UNICORN("A ride is recorded with a unicorn only while it has it."),
  RECORDED_WITHIN_ITS_LEASE("A ride is recorded with a unicorn only while its lease holds."),

  LEASED_TO_ONE_RIDE("No unicorn is leased to two rides at once."),
  LEASES_ARE_NOT_SHORTENED("A lease is never shortened."),
  GOES_ON_WITH_ITS_CLAIM("A ride that is worked again goes on with its claim."),
  UNICORNS_STAY("No function makes or removes a unicorn."),
  NEAREST_FREE_UNICORN("A ride gets the nearest free unicorn."),

  NO_BATCH_FAILS("No batch fails as a whole."),
  STOPS_BEFORE_ITS_DEADLINE("A function stops before its deadline."),
  NOTHING_IS_REPEATED("Where nothing but counting goes wrong, no message is repeated."),

  COUNTED_BY_ONE_CALL("A batch is counted by one call."),
  COUNTED_IS_RECORDED("What is counted is what was recorded."),
  RECORDED_IS_COUNTED("What is recorded is counted."),

  NO_SECRET_IS_LOGGED("No place and no body is logged."),

  EVERYTHING_ENDS("Everything comes to an end."),
  THE_BACKLOG_DRAINS("The backlog drains."),
  NO_RIDE_IS_LOST("An accepted ride reaches an outcome or waits among the dead letters."),
  NOTHING_IS_THROWN_AWAY("Nothing is thrown away."),
  A_REPLAY_ENDS_EVERY_RIDE("A replay brings every ride to its end."),
  DONE_IS_DONE("To deliver again what is done changes nothing.");

  private final String sentence;

  Rule(String sentence) {
    this.sentence = sentence;
  }

  @Override
  public String toString() {
    return sentence;
  }
}
