import { Unreachable } from "../local.js";

// Fields are those of ./rides dlq ... --json, which docs/dead-letters.md tells.

/** Going through thousands of messages takes a while. */
const PATIENCE_MS = 120_000;

/** Looks at all dead letters: they are kept from others meanwhile. */
export const look = () => ask("/_local/dead-letters");

/**
 * What a replay would do.
 *
 * @param {{queue: string | null, reason: string | null}} order null means any
 */
export const plan = (order) => ask("/_local/dead-letters/replay", "POST", { ...order, execute: false });

/** Begins a replay; its course is told. */
export const replay = (order) => ask("/_local/dead-letters/replay", "POST", { ...order, execute: true });

/** How the latest replay goes, or went. */
export const course = () => ask("/_local/dead-letters/replay");

export const stop = () => ask("/_local/dead-letters/replay", "DELETE");

async function ask(path, method = "GET", order = undefined) {
  let response;
  try {
    response = await fetch(path, {
      method,
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(order && { headers: { "Content-Type": "application/json" }, body: JSON.stringify(order) }),
    });
  } catch (cause) {
    throw new Unreachable(cause);
  }
  const text = await response.text();
  if (!response.ok) {
    throw new Error(messageOf(text) ?? `${path}: HTTP ${response.status}`);
  }
  return JSON.parse(text);
}

function messageOf(text) {
  try {
    return JSON.parse(text).message;
  } catch {
    return text || null;
  }
}
