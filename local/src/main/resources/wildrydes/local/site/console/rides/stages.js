import { wait } from "../words.js";

/**
 * The way of a ride as steps, from the answer of GET /ride/{id}. Pure: nothing here touches the page.
 *
 * @typedef {object} Step
 * @property {"requested" | "dispatched" | "good" | "none" | "bad" | "recorded" | "other"} kind
 * @property {string} title
 * @property {string | null} time ISO 8601
 * @property {number | null} tookMs since the step before
 * @property {string} meaning what that time was spent on
 */

/** Most rides have their unicorn by then. */
const USUAL_MS = 4000;

const KINDS = {
  REQUESTED: "requested",
  DISPATCHED: "dispatched",
  ASSIGNED: "good",
  UNASSIGNED: "none",
  FAILED: "bad",
  RECORDED: "recorded",
};

/** @returns {Step[]} */
export function stepsOf(answer) {
  const timeline = timelineOf(answer);
  return timeline.map(({ Stage: stage, Time: time }, i) => {
    const before = timeline[i - 1];
    return {
      kind: KINDS[stage] ?? "other",
      title: title(stage, answer),
      time: time ?? null,
      tookMs: before?.Time && time ? Date.parse(time) - Date.parse(before.Time) : null,
      meaning: before ? meaning(before.Stage, stage) : "",
    };
  });
}

/** A ride of before there were timelines has still told when it was requested and how it ended. */
function timelineOf({ Timeline: told = [], RequestTime, Status }) {
  const timeline = told.length > 0 ? told : [{ Stage: "REQUESTED", Time: RequestTime }];
  const ended = timeline.some(({ Stage }) => Stage === Status);
  return ended ? timeline : [...timeline, { Stage: Status }];
}

function title(stage, answer) {
  switch (stage) {
    case "REQUESTED":
      return "Requested";
    case "DISPATCHED":
      return "Dispatched";
    case "ASSIGNED":
      return answer.UnicornName ? `Assigned to ${answer.UnicornName}` : "Assigned";
    case "UNASSIGNED":
      return "No unicorn";
    case "FAILED":
      return "Failed";
    case "RECORDED":
      return "Recorded";
    default:
      return String(stage);
  }
}

function meaning(before, stage) {
  switch (stage) {
    case "DISPATCHED":
      return before === "REQUESTED" ? "in the request queue" : "until it was replayed";
    case "ASSIGNED":
      return "search and claim";
    case "UNASSIGNED":
      return "search, again and again";
    case "FAILED":
      return "until it was given up";
    case "RECORDED":
      return "outcome queue and write";
    default:
      return "";
  }
}

const eta = ({ EtaSeconds: seconds }) =>
  seconds === undefined ? "" : `, ${wait(seconds)} away`;

/** What the rider should know, as one sentence. */
export function summary(ride) {
  const { answer } = ride;
  if (ride.gone) {
    return "This ride is gone: the pipeline does not know it (any more). It was restarted, or the ride has expired.";
  }
  switch (answer?.Status) {
    case "ASSIGNED":
      return `${answer.UnicornName} is coming${eta(answer)}.`;
    case "UNASSIGNED":
      return "No unicorn within reach came free in time. Choose a pickup nearer to free unicorns, or ask again later.";
    case "FAILED":
      return `This ride failed: ${answer.FailureReason ?? "no reason is known"}. Once its message is replayed, it may still be saved.`;
    default:
      return Date.now() - Date.parse(ride.requestTime) < USUAL_MS
        ? "Looking for the nearest free unicorn."
        : "No unicorn is free near you yet. The dispatcher goes on trying for about a minute.";
  }
}
