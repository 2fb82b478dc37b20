package wildrydes.simulation.bugs;

import static wildrydes.simulation.history.Rule.A_REPLAY_ENDS_EVERY_RIDE;
import static wildrydes.simulation.history.Rule.COUNTED_BY_ONE_CALL;
import static wildrydes.simulation.history.Rule.COUNTED_IS_RECORDED;
import static wildrydes.simulation.history.Rule.DONE_IS_DONE;
import static wildrydes.simulation.history.Rule.GOES_ON_WITH_ITS_CLAIM;
import static wildrydes.simulation.history.Rule.LEASED_TO_ONE_RIDE;
import static wildrydes.simulation.history.Rule.LEASES_ARE_NOT_SHORTENED;
import static wildrydes.simulation.history.Rule.NEAREST_FREE_UNICORN;
import static wildrydes.simulation.history.Rule.NOTHING_IS_REPEATED;
import static wildrydes.simulation.history.Rule.NOTHING_IS_THROWN_AWAY;
import static wildrydes.simulation.history.Rule.NO_BATCH_FAILS;
import static wildrydes.simulation.history.Rule.NO_RIDE_IS_LOST;
import static wildrydes.simulation.history.Rule.NO_SECRET_IS_LOGGED;
import static wildrydes.simulation.history.Rule.RECORDED_WITHIN_ITS_LEASE;
import static wildrydes.simulation.history.Rule.RECORDED_WITH_ITS_UNICORN;
import static wildrydes.simulation.history.Rule.SAME_KEY_SAME_RIDE;
import static wildrydes.simulation.history.Rule.STATES_MOVE_FORWARD;
import static wildrydes.simulation.history.Rule.STOPS_BEFORE_ITS_DEADLINE;

import java.util.Set;
import java.util.function.Supplier;
import wildrydes.simulation.history.Rule;
import wildrydes.simulation.world.Flaw;

/**
 * Every bug that can be planted, each as a sentence about what the product would then do, with the
 * rules that are about it. Another that is broken first tells that something else was planted.
 */
public enum PlantedBug {
  RIDES_ARE_OVERWRITTEN(
      "The first put has no condition.", RequestApiBugs::ridesAreOverwritten, STATES_MOVE_FORWARD),
  ACCEPTS_WHAT_IS_NOT_QUEUED(
      "202 does not wait for the queue.", RequestApiBugs::acceptsWhatIsNotQueued, NO_RIDE_IS_LOST),
  QUEUES_BEFORE_IT_STORES(
      "The message is sent before the ride is stored.",
      RequestApiBugs::queuesBeforeItStores,
      DONE_IS_DONE),
  KEY_IS_IGNORED(
      "The Idempotency-Key is not looked at.",
      RequestApiBugs::idempotencyKeyIsIgnored,
      SAME_KEY_SAME_RIDE),

  CLAIM_WITHOUT_CONDITION(
      "A claim has no condition.",
      DispatcherBugs::claimWithoutCondition,
      LEASED_TO_ONE_RIDE,
      LEASES_ARE_NOT_SHORTENED),
  CLAIM_IN_TWO_STEPS(
      "A claim first looks, then writes.",
      DispatcherBugs::claimInTwoSteps,
      LEASED_TO_ONE_RIDE,
      LEASES_ARE_NOT_SHORTENED),
  CLAIM_FORGETS_ITSELF(
      "A redelivered ride does not know its own claim.",
      DispatcherBugs::claimForgetsItself,
      GOES_ON_WITH_ITS_CLAIM),
  RENEWAL_SHORTENS_THE_LEASE(
      "A claim made again may end earlier.",
      DispatcherBugs::renewalShortensTheLease,
      LEASES_ARE_NOT_SHORTENED),
  LEASES_END_EARLY(
      "A lease counts as over four minutes early.",
      DispatcherBugs::leasesEndEarly,
      LEASED_TO_ONE_RIDE),
  SEARCH_LIMITS_BEFORE_IT_FILTERS(
      "A query is limited before it is filtered.",
      DispatcherBugs::searchLimitsBeforeItFilters,
      NEAREST_FREE_UNICORN),
  SEARCH_READS_ONE_PAGE(
      "Only a query's first page is read.",
      DispatcherBugs::searchReadsOnePage,
      NEAREST_FREE_UNICORN),
  SEARCH_IGNORES_OTHER_CELLS(
      "A search ends with the first cell that it reads.",
      DispatcherBugs::searchIgnoresOtherCells,
      NEAREST_FREE_UNICORN),
  MEMORY_IGNORES_LEASES(
      "An area where nobody is free is skipped for a minute, whatever lease ends meanwhile.",
      DispatcherBugs::memoryIgnoresLeases,
      NEAREST_FREE_UNICORN),
  LOOK_UP_FINDS_NOTHING(
      "Decided rides are dispatched again.", DispatcherBugs::lookUpFindsNothing, DONE_IS_DONE),
  LOOK_UP_MAY_BE_STALE(
      "Decided rides are looked up eventually consistent.",
      DispatcherBugs::lookUpMayBeStale,
      DONE_IS_DONE),
  UNPROCESSED_KEYS_ARE_IGNORED(
      "Rides that DynamoDB did not look up count as undecided.",
      DispatcherBugs::unprocessedKeysAreIgnored,
      DONE_IS_DONE),

  OUTCOMES_ARE_SENT_AND_FORGOTTEN(
      "A request is acknowledged before its outcome is queued.",
      BatchBugs::outcomesAreSentAndForgotten,
      NO_RIDE_IS_LOST),
  REFUSED_ENTRIES_ARE_IGNORED(
      "Entries that SQS refused count as sent.",
      BatchBugs::refusedEntriesAreIgnored,
      NO_RIDE_IS_LOST),
  DISPATCHER_ACKNOWLEDGES_FAILURES(
      "The dispatcher acknowledges what failed.",
      () -> BatchBugs.acknowledgesFailures("Dispatcher"),
      NO_RIDE_IS_LOST,
      NOTHING_IS_THROWN_AWAY),
  RECORDER_ACKNOWLEDGES_FAILURES(
      "The recorder acknowledges what failed.",
      () -> BatchBugs.acknowledgesFailures("Recorder"),
      NO_RIDE_IS_LOST,
      NOTHING_IS_THROWN_AWAY),
  FAILS_THE_WHOLE_BATCH(
      "One failure brings back the whole batch.",
      () -> BatchBugs.failsTheWholeBatch("Dispatcher"),
      NOTHING_IS_REPEATED),
  THROWS_ON_POISON(
      "An unreadable message breaks its batch.",
      () -> BatchBugs.throwsOnPoison("Dispatcher"),
      NO_BATCH_FAILS),
  POISON_IS_THROWN_AWAY(
      "An unreadable message is acknowledged and kept nowhere.",
      () -> BatchBugs.poisonIsThrownAway("Dispatcher"),
      NOTHING_IS_THROWN_AWAY),
  SKIPS_INSTEAD_OF_RESUMING(
      "A redelivered ride with a claim is taken for done.",
      BatchBugs::skipsInsteadOfResuming,
      NO_RIDE_IS_LOST),
  DISPATCHER_REMEMBERS_MESSAGE_IDS(
      "The dispatcher knows duplicates by their message id.",
      () -> BatchBugs.remembersMessageIds("Dispatcher"),
      NO_RIDE_IS_LOST,
      NOTHING_IS_THROWN_AWAY),
  RECORDER_REMEMBERS_MESSAGE_IDS(
      "The recorder knows duplicates by their message id.",
      () -> BatchBugs.remembersMessageIds("Recorder"),
      NO_RIDE_IS_LOST,
      NOTHING_IS_THROWN_AWAY),
  KNOWS_NO_DEADLINE(
      "The dispatcher works on past its deadline.",
      () -> BatchBugs.knowsNoDeadline("Dispatcher"),
      STOPS_BEFORE_ITS_DEADLINE),
  LOGS_BODIES(
      "Messages are logged.", () -> BatchBugs.logsBodies("Dispatcher"), NO_SECRET_IS_LOGGED),

  LAST_OUTCOME_WINS(
      "An outcome overwrites another.", RecorderBugs::lastOutcomeWins, STATES_MOVE_FORWARD),
  FAILURE_OVERWRITES_OUTCOMES(
      "A failure overwrites any outcome.",
      RecorderBugs::failureOverwritesOutcomes,
      STATES_MOVE_FORWARD),
  LATE_ASSIGNMENT_IS_RECORDED(
      "An assignment is recorded after its lease.",
      RecorderBugs::lateAssignmentIsRecorded,
      RECORDED_WITHIN_ITS_LEASE,
      RECORDED_WITH_ITS_UNICORN),
  LATE_ASSIGNMENT_IS_DROPPED(
      "A ride whose assignment came late is not requested anew.",
      BatchBugs::lateAssignmentIsDropped,
      NO_RIDE_IS_LOST,
      A_REPLAY_ENDS_EVERY_RIDE),
  DUPLICATES_ARE_COUNTED(
      "An outcome that was recorded before is counted again.",
      RecorderBugs::duplicatesAreCounted,
      COUNTED_IS_RECORDED),
  OWN_WRITE_IS_NOT_RECOGNISED(
      "A write that was repeated by the SDK is not counted.",
      RecorderBugs::ownWriteIsNotRecognised,
      COUNTED_IS_RECORDED),
  COUNTS_BEFORE_IT_WRITES(
      "The metric is put before the write.",
      RecorderBugs::countsBeforeItWrites,
      COUNTED_IS_RECORDED),
  COUNT_IS_REPEATED(
      "A failed metric call is made again.", RecorderBugs::countIsRepeated, COUNTED_BY_ONE_CALL),
  MISSED_COUNT_FAILS_THE_BATCH(
      "A failed metric call brings the batch back.",
      RecorderBugs::missedCountFailsTheBatch,
      NOTHING_IS_REPEATED);

  private final String sentence;

  @SuppressWarnings("ImmutableEnumChecker") // Method references, which hold nothing.
  private final Supplier<Flaw> flaw;

  @SuppressWarnings("ImmutableEnumChecker") // Made by Set.of.
  private final Set<Rule> rules;

  PlantedBug(String sentence, Supplier<Flaw> flaw, Rule... rules) {
    this.sentence = sentence;
    this.flaw = flaw;
    this.rules = Set.of(rules);
  }

  /** What is wrong. */
  public String sentence() {
    return sentence;
  }

  /** Plants it. */
  public Flaw plant() {
    return flaw.get();
  }

  /** Whether the rule is about this bug: to break another first is not to find it. */
  public boolean breaks(Rule rule) {
    return rules.contains(rule);
  }
}
