import { say, svg } from "../../dom.js";
import { count, many, span } from "../words.js";

const HEIGHT = 40;

/**
 * Rides by outcome, and how long an assignment takes.
 *
 * @param {HTMLElement} panel with an element for each figure, by its data-figure
 * @param {Awaited<ReturnType<typeof import("./ride-metrics.js").rideMetrics>>} metrics
 */
export function showCounters(panel, { hour, life, minutes }) {
  const figure = (name, text) => say(panel.querySelector(`[data-figure="${name}"]`), text);
  for (const outcome of ["assigned", "unassigned", "failed"]) {
    figure(outcome, count(hour[outcome]));
    figure(`${outcome}-life`, `${count(life[outcome])} since start`);
  }
  figure("p50", life.p50 === undefined ? "–" : span(life.p50));
  figure("p99", life.p99 === undefined ? "–" : span(life.p99));
  drawMinutes(panel.querySelector("[data-part='minutes']"), minutes);
}

/** One bar a minute, its outcomes on top of each other. */
function drawMinutes(drawing, minutes) {
  const most = Math.max(1, ...minutes.map(total));
  const rides = minutes.reduce((sum, minute) => sum + total(minute), 0);
  const text = `${many(rides, "ride")} in the last hour, at most ${count(most)} a minute`;
  drawing.setAttribute("aria-label", rides ? text : "No ride in the last hour");
  drawing.setAttribute("viewBox", `0 0 ${minutes.length * 4} ${HEIGHT}`);
  drawing.replaceChildren(svg("title", {}, text), ...minutes.flatMap((m, i) => bars(m, i, most)));
}

function bars(minute, i, most) {
  let y = HEIGHT;
  return ["assigned", "unassigned", "failed"]
    .filter((outcome) => minute[outcome] > 0)
    .map((outcome) => {
      const height = Math.max(1, (minute[outcome] / most) * HEIGHT);
      y -= height;
      return svg("rect", { class: outcome, x: i * 4, y, width: 3, height, rx: 0.5 });
    });
}

const total = ({ assigned, unassigned, failed }) => assigned + unassigned + failed;
