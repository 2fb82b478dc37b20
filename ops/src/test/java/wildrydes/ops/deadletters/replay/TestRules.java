package wildrydes.ops.deadletters.replay;

import java.time.Duration;

/** The rules that the command has unless told otherwise, and some that differ. */
final class TestRules {

  static final ReplayRules USUAL =
      new ReplayRules(
          Integer.MAX_VALUE,
          5,
          3,
          false,
          true,
          true,
          Duration.ofMinutes(20),
          0.2,
          Duration.ofMinutes(2));

  static final ReplayRules NO_CANARY = with(Integer.MAX_VALUE, 5, false);

  private TestRules() {}

  static ReplayRules with(int limit, double rate, boolean canary) {
    return new ReplayRules(
        limit, rate, 3, false, canary, true, USUAL.timeout(), USUAL.stopAt(), USUAL.hold());
  }
}
