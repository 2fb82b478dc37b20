import { many } from "../words.js";

/** A replay and its parts in words. */

export const QUEUES = { requests: "Ride requests", outcomes: "Ride outcomes" };

/** Which messages an order is about. */
export function scope({ queue, reason }) {
  return reason === null ? "all of them" : `${QUEUES[queue].toLowerCase()}, ${reason}`;
}

/** What the button does that comes after the dry run. */
export function deed(plan) {
  if (plan.Replayable.length > 0) {
    return `Replay ${plan.Replayable.length} now`;
  }
  return plan.AlreadyDecided.length > 0 ? `Clear ${plan.AlreadyDecided.length} away now` : "Nothing to replay";
}

export const doesAnything = (plan) => plan.Replayable.length + plan.AlreadyDecided.length > 0;

/** "12 of 40 replayed, 10 assigned, 1 failed again" */
export function course(told) {
  if (told.AwaitedCanary) {
    return `The canary is sent: ride ${told.AwaitedCanary}. The others wait for its outcome.`;
  }
  const parts = [
    [told.Assigned, "assigned"],
    [told.Unassigned, "unassigned"],
    [told.RecordedFailed, "recorded as failed"],
    [told.FailedAgain, "failed again"],
  ];
  return [
    `${told.Sent} of ${told.Total} replayed`,
    ...parts.filter(([number]) => number > 0).map(([number, word]) => `${number} ${word}`),
  ].join(", ");
}

/** How many ends are known. */
export const ended = (told) => told.Assigned + told.Unassigned + told.RecordedFailed + told.FailedAgain;

/** Why it has ended, where it did not just get through; then what it did. */
export function report(told) {
  if (!told.Report) {
    return "The replay broke off. Nothing is lost: run the dry run again.";
  }
  const { Ending, Failure, Words } = told.Report;
  const why = {
    CANARY: "Stopped: the canary had no good end. Nothing else was touched. Mend what makes it fail first.",
    BREAKER: "Stopped by the breaker: too many rides failed again. Mend what makes them fail first.",
    INTERRUPTED: "Stopped. Nothing is lost: a new replay goes on where this one ended.",
    FAILURE: `Stopped: ${Failure}`,
  }[Ending];
  return why ? `${why}\n${Words}` : Words;
}

/** How long ago, no finer than people need it. */
export function ago(seconds) {
  if (seconds < 90) {
    return `${seconds} s ago`;
  }
  if (seconds < 5400) {
    return `${Math.round(seconds / 60)} min ago`;
  }
  return seconds < 129_600 ? `${Math.round(seconds / 3600)} h ago` : `${Math.round(seconds / 86_400)} days ago`;
}

export const total = (listing) => listing.Queues.reduce((sum, queue) => sum + queue.Count, 0);

/** "3 dead letters. About 2 more cannot be seen: ..." */
export function found(listing) {
  const unseen = listing.Queues.reduce((sum, queue) => sum + queue.Unseen, 0);
  const seen = total(listing) === 0 ? "No dead letters" : many(total(listing), "dead letter");
  return unseen === 0
    ? `${seen}.`
    : `${seen}. About ${unseen} more cannot be seen: somebody else holds them at the moment.`;
}
