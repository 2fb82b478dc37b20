/**
 * What the pipeline tells of itself, beside its public API.
 *
 * @typedef {object} Unicorn
 * @property {string} name
 * @property {string} color
 * @property {string} gender
 * @property {number} latitude
 * @property {number} longitude
 * @property {number} [busyUntil] epoch milliseconds
 * @property {string} [rideId]
 */

const PATIENCE_MS = 10_000;

/** @param {"pipeline" | "unicorns" | "queues"} name */
export async function localFacts(name) {
  let response;
  try {
    response = await fetch(`/_local/${name}`, { signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch (cause) {
    throw new Unreachable(cause);
  }
  const answer = await response.json();
  if (!response.ok) {
    throw new Error(answer.message ?? `/_local/${name}: HTTP ${response.status}`);
  }
  return answer;
}

/** Whether the error says that nobody answered. Each browser has its own words for it. */
export const isUnreachable = (error) =>
  error instanceof Unreachable ||
  (error instanceof TypeError && /fetch|network|load failed/i.test(error.message));

/** Nobody answered: the pipeline has stopped, or the network in between. */
export class Unreachable extends Error {
  constructor(cause) {
    super("The pipeline is not answering.", { cause });
  }
}
