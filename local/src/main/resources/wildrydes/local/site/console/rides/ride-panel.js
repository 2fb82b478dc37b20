import { element, say } from "../../dom.js";
import { distance, place, span, timeOfDay } from "../words.js";
import { stepsOf, summary } from "./stages.js";

const WAITING_MS = 200;

/**
 * The ride that is selected: how it stands, and where its time went.
 *
 * @param {HTMLElement} panel
 * @param {import("./my-rides.js").MyRides} myRides
 */
export function showRide(panel, myRides) {
  const part = (name) => panel.querySelector(`[data-part="${name}"]`);
  const [progress, timeline, share, facts] = ["progress", "timeline", "share", "facts"].map(part);
  let drawn = "";
  const draw = () => {
    const ride = myRides.shown();
    panel.dataset.status = ride?.gone ? "GONE" : (ride?.answer?.Status ?? "");
    say(progress, ride ? summary(ride) : "Choose a place on the map and request a unicorn: you will see here how it goes.");
    const now = JSON.stringify(ride ?? null);
    if (now !== drawn) {
      drawn = now;
      const steps = ride?.answer ? stepsOf(ride.answer) : [];
      timeline.replaceChildren(...steps.map(step), ...waiting(ride));
      share.replaceChildren(...shares(steps));
      facts.replaceChildren(...(ride ? factsOf(ride) : []));
    }
  };
  myRides.rides.watch(draw);
  myRides.selected.watch(draw);
  setInterval(() => tick(timeline), WAITING_MS);
}

function step({ kind, title, time, tookMs, meaning }) {
  return element(
    "li",
    { class: `step ${kind}` },
    element("span", { class: "what" }, title),
    time && element("time", { datetime: time }, timeOfDay(time, { precise: true })),
    tookMs === null ? null : element("span", { class: "took" }, `${span(tookMs)} ${meaning}`),
  );
}

/** The step under way, with the time since the last one. */
function waiting(ride) {
  if (ride?.gone || ride?.answer?.Status !== "REQUESTED") {
    return [];
  }
  const last = stepsOf(ride.answer).at(-1);
  return [
    element(
      "li",
      { class: "step waiting" },
      element("span", { class: "what" }, "Waiting for a unicorn"),
      element("span", { class: "took", "data-since": Date.parse(last.time) }, ""),
    ),
  ];
}

function tick(timeline) {
  const since = timeline.querySelector("[data-since]");
  if (since) {
    since.textContent = `${span(Date.now() - Number(since.dataset.since))} so far`;
  }
}

/** The steps' times side by side, each as wide as it was long. */
function shares(steps) {
  const timed = steps.filter((s) => s.tookMs !== null);
  return timed.map((s) =>
    element("span", {
      class: `share ${s.kind}`,
      style: `flex-grow: ${Math.max(1, s.tookMs)}`,
      title: `${span(s.tookMs)} ${s.meaning}`,
    }),
  );
}

function factsOf({ id, pickup, answer }) {
  const rows = [
    ["Pickup", place(pickup)],
    ["Unicorn", answer?.Unicorn && unicorn(answer.Unicorn)],
    ["Distance", answer?.PickupMeters !== undefined && distance(answer.PickupMeters)],
    ["Ride", id],
  ];
  return rows
    .filter(([, value]) => value)
    .flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, value)]);
}

const unicorn = ({ Name, Color, Gender }) => [Name, Color, Gender].filter(Boolean).join(" · ");
