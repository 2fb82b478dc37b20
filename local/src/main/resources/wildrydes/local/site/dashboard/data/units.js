import { metric } from "../body/queries.js";
import { ask } from "./ask.js";

const DAY = 86_400;
const KEPT = 15 * DAY;
const ASK_AGAIN_MS = 60_000;

/** By metric. GetMetricData tells no units, GetMetricStatistics does: one call each, remembered. */
const known = new Map();

/**
 * @param {import("../body/metrics.js").Definition} definition
 * @returns {Promise<string|null>} null when it is not known
 */
export function unitOf(definition) {
  if (definition.expression) {
    return Promise.resolve(null);
  }
  if (definition.stat === "SampleCount") {
    return Promise.resolve("Count");
  }
  const asked = metric(definition);
  const key = JSON.stringify(asked);
  const before = known.get(key);
  if (before && (before.unit || Date.now() < before.until)) {
    return before.answer;
  }
  const entry = { unit: null, until: Date.now() + ASK_AGAIN_MS };
  // A unit is a courtesy: the graph that misses it says itself when nothing answers.
  entry.answer = look(asked)
    .catch(() => null)
    .then((unit) => (entry.unit = unit));
  known.set(key, entry);
  return entry.answer;
}

async function look(asked) {
  const now = Math.ceil(Date.now() / 1000);
  const { Datapoints = [] } = await ask("GetMetricStatistics", {
    ...asked,
    StartTime: now - KEPT,
    EndTime: now,
    Period: DAY,
    Statistics: ["SampleCount"],
  });
  const units = [...new Set(Datapoints.map((each) => each.Unit))];
  return units.length > 1 ? "Various units" : (units[0] ?? null);
}
