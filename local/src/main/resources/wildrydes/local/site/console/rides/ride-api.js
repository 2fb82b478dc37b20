import { Unreachable } from "../local.js";

/**
 * The public API, as any rider's client would use it.
 *
 * @typedef {import("../map/projection.js").Place} Place
 */

const PATIENCE_MS = 15_000;
const SOON_MS = 1000;

/** The API's no: what is wrong and what to do, in its own words (RFC 9457). */
export class Refused extends Error {
  constructor(status, problem, retryAfterMs) {
    super(explain(status, problem));
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }

  /** Whether the same request may well succeed later. */
  get passing() {
    return this.status === 429 || this.status >= 500;
  }
}

/**
 * @param {string} key one for each ride that is wanted: repeating the request with it is safe
 * @returns {Promise<object>} the accepted ride
 * @throws {Refused | Unreachable}
 */
export async function requestRide(rider, pickup, key) {
  const { body } = await call(rider, "/ride", {
    method: "POST",
    headers: { "Content-Type": "application/json", "Idempotency-Key": key },
    body: JSON.stringify({
      PickupLocation: { Latitude: pickup.latitude, Longitude: pickup.longitude },
    }),
  });
  return body;
}

/**
 * @returns {Promise<{ride: object, retryAfterMs: number | null}>} null when there is nothing to wait
 *     for
 * @throws {Refused | Unreachable}
 */
export async function readRide(rider, id) {
  const { body, retryAfterMs } = await call(rider, `/ride/${encodeURIComponent(id)}`, {});
  return { ride: body, retryAfterMs: body.Status === "REQUESTED" ? (retryAfterMs ?? SOON_MS) : null };
}

async function call(rider, path, { headers = {}, ...request }) {
  let response;
  try {
    response = await fetch(path, {
      ...request,
      headers: { ...headers, Authorization: `Bearer ${rider}` },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  } catch (cause) {
    throw new Unreachable(cause);
  }
  const text = await response.text();
  const body = parsed(text);
  const seconds = Number.parseInt(response.headers.get("Retry-After") ?? "", 10);
  const retryAfterMs = Number.isNaN(seconds) ? null : seconds * 1000;
  if (!response.ok || !body) {
    throw new Refused(response.status, body ?? {}, retryAfterMs);
  }
  return { body, retryAfterMs };
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function explain(status, { detail, title, message, errors = [] }) {
  if (status === 401) {
    return "The API does not accept this rider (401): use letters, digits, - and _ as the name.";
  }
  const fields = errors.map((error) => `${error.pointer}: ${error.detail}`).join(" ");
  return [detail ?? title ?? message ?? "The API gave no reason.", fields, `(HTTP ${status})`]
    .filter(Boolean)
    .join(" ");
}
