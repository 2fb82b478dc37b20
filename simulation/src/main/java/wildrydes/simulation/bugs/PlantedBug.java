package wildrydes.simulation.bugs;

import java.util.function.Supplier;
import wildrydes.simulation.world.Flaw;

/** Every bug that can be planted, each as a sentence about what the product would then do. */
public enum PlantedBug {
  RIDES_ARE_OVERWRITTEN("The first put has no condition.", RequestApiBugs::ridesAreOverwritten),
  ACCEPTS_WHAT_IS_NOT_QUEUED(
      "202 does not wait for the queue.", RequestApiBugs::acceptsWhatIsNotQueued),
  QUEUES_BEFORE_IT_STORES(
      "The message is sent before the ride is stored.", RequestApiBugs::queuesBeforeItStores),
  KEY_IS_IGNORED("The Idempotency-Key is not looked at.", RequestApiBugs::idempotencyKeyIsIgnored),

  CLAIM_WITHOUT_CONDITION("A claim has no condition.", DispatcherBugs::claimWithoutCondition),
  CLAIM_IN_TWO_STEPS("A claim first looks, then writes.", DispatcherBugs::claimInTwoSteps),
  CLAIM_FORGETS_ITSELF(
      "A redelivered ride does not know its own claim.", DispatcherBugs::claimForgetsItself),
  RENEWAL_SHORTENS_THE_LEASE(
      "A claim made again may end earlier.", DispatcherBugs::renewalShortensTheLease),
  LEASES_END_EARLY("A lease counts as over four minutes early.", DispatcherBugs::leasesEndEarly),
  SEARCH_LIMITS_BEFORE_IT_FILTERS(
      "A query is limited before it is filtered.", DispatcherBugs::searchLimitsBeforeItFilters),
  SEARCH_READS_ONE_PAGE("Only a query's first page is read.", DispatcherBugs::searchReadsOnePage),
  SEARCH_IGNORES_OTHER_CELLS(
      "Only the pickup's own cell is searched.", DispatcherBugs::searchIgnoresOtherCells),
  LOOK_UP_FINDS_NOTHING("Decided rides are dispatched again.", DispatcherBugs::lookUpFindsNothing),
  LOOK_UP_MAY_BE_STALE(
      "Decided rides are looked up eventually consistent.", DispatcherBugs::lookUpMayBeStale),
  UNPROCESSED_KEYS_ARE_IGNORED(
      "Rides that DynamoDB did not look up count as undecided.",
      DispatcherBugs::unprocessedKeysAreIgnored),

  OUTCOMES_ARE_SENT_AND_FORGOTTEN(
      "A request is acknowledged before its outcome is queued.",
      BatchBugs::outcomesAreSentAndForgotten),
  REFUSED_ENTRIES_ARE_IGNORED(
      "Entries that SQS refused count as sent.", BatchBugs::refusedEntriesAreIgnored),
  DISPATCHER_ACKNOWLEDGES_FAILURES(
      "The dispatcher acknowledges what failed.",
      () -> BatchBugs.acknowledgesFailures("Dispatcher")),
  RECORDER_ACKNOWLEDGES_FAILURES(
      "The recorder acknowledges what failed.", () -> BatchBugs.acknowledgesFailures("Recorder")),
  FAILS_THE_WHOLE_BATCH(
      "One failure brings back the whole batch.", () -> BatchBugs.failsTheWholeBatch("Dispatcher")),
  THROWS_ON_POISON(
      "An unreadable message breaks its batch.", () -> BatchBugs.throwsOnPoison("Dispatcher")),
  POISON_IS_THROWN_AWAY(
      "An unreadable message is acknowledged and kept nowhere.",
      () -> BatchBugs.poisonIsThrownAway("Dispatcher")),
  SKIPS_INSTEAD_OF_RESUMING(
      "A redelivered ride with a claim is taken for done.", BatchBugs::skipsInsteadOfResuming),
  DISPATCHER_REMEMBERS_MESSAGE_IDS(
      "The dispatcher knows duplicates by their message id.",
      () -> BatchBugs.remembersMessageIds("Dispatcher")),
  RECORDER_REMEMBERS_MESSAGE_IDS(
      "The recorder knows duplicates by their message id.",
      () -> BatchBugs.remembersMessageIds("Recorder")),
  KNOWS_NO_DEADLINE(
      "The dispatcher works on past its deadline.", () -> BatchBugs.knowsNoDeadline("Dispatcher")),
  LOGS_BODIES("Messages are logged.", () -> BatchBugs.logsBodies("Dispatcher")),

  LAST_OUTCOME_WINS("An outcome overwrites another.", RecorderBugs::lastOutcomeWins),
  FAILURE_OVERWRITES_OUTCOMES(
      "A failure overwrites any outcome.", RecorderBugs::failureOverwritesOutcomes),
  LATE_ASSIGNMENT_IS_RECORDED(
      "An assignment is recorded after its lease.", RecorderBugs::lateAssignmentIsRecorded),
  LATE_ASSIGNMENT_IS_DROPPED(
      "A ride whose assignment came late is not requested anew.",
      BatchBugs::lateAssignmentIsDropped),
  DUPLICATES_ARE_COUNTED(
      "An outcome that was recorded before is counted again.", RecorderBugs::duplicatesAreCounted),
  OWN_WRITE_IS_NOT_RECOGNISED(
      "A write that was repeated by the SDK is not counted.",
      RecorderBugs::ownWriteIsNotRecognised),
  COUNTS_BEFORE_IT_WRITES(
      "The metric is put before the write.", RecorderBugs::countsBeforeItWrites),
  COUNT_IS_REPEATED("A failed metric call is made again.", RecorderBugs::countIsRepeated),
  MISSED_COUNT_FAILS_THE_BATCH(
      "A failed metric call brings the batch back.", RecorderBugs::missedCountFailsTheBatch);

  private final String sentence;

  @SuppressWarnings("ImmutableEnumChecker") // Method references, which hold nothing.
  private final Supplier<Flaw> flaw;

  PlantedBug(String sentence, Supplier<Flaw> flaw) {
    this.sentence = sentence;
    this.flaw = flaw;
  }

  /** What is wrong. */
  public String sentence() {
    return sentence;
  }

  /** Plants it. */
  public Flaw plant() {
    return flaw.get();
  }
}
