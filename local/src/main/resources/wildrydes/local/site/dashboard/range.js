// A stretch of time that is watched: the last so many seconds, or from one time to another.
// Times are epoch seconds throughout.

/** @typedef {{seconds: number} | {from: number, to: number}} Range */

const SECONDS = { m: 60, h: 3600, d: 86400, w: 604800 };
const DEFAULT = { seconds: 3 * 3600 };

/** What the bar offers, shortest first. */
export const OFFERED = ["5m", "15m", "1h", "3h", "12h", "1d", "3d", "1w"];

/**
 * @param {string|null} text as in the address: "3h", or two ISO times with a slash between
 * @returns {Range|null} null when it is neither
 */
export function parsed(text) {
  const last = /^(\d{1,4})([mhdw])$/.exec(text ?? "");
  if (last && Number(last[1]) > 0) {
    return { seconds: Number(last[1]) * SECONDS[last[2]] };
  }
  const [from, to] = (text ?? "").split("/").map((each) => Date.parse(each) / 1000);
  return from < to ? { from, to } : null;
}

/** The range as {@link parsed} reads it. */
export function written(range) {
  if (!range.seconds) {
    return [range.from, range.to].map((each) => new Date(each * 1000).toISOString()).join("/");
  }
  const unit = ["w", "d", "h", "m"].find((each) => range.seconds % SECONDS[each] === 0) ?? "m";
  return Math.max(1, Math.round(range.seconds / SECONDS[unit])) + unit;
}

/**
 * What a dashboard or a widget asks for by its own `start` and `end`.
 *
 * @param {{start?: string, end?: string}} body ISO times, or a start such as "-PT3H"
 * @returns {Range|null} null when it asks for nothing
 */
export function ofBody({ start, end }) {
  if (!start) {
    return null;
  }
  if (start.startsWith("-P")) {
    return { seconds: duration(start) };
  }
  const from = Date.parse(start) / 1000;
  const to = end ? Date.parse(end) / 1000 : Date.now() / 1000;
  if (!(from < to)) {
    throw new Error(
      `The range from ${start} to ${end ?? "now"} is none: its start must be a time before its end.`,
    );
  }
  return { from, to };
}

export function ofDashboard(body) {
  return ofBody(body) ?? DEFAULT;
}

/** @returns {{start: number, end: number}} whole seconds; `end` is now for a range that moves */
export function resolved(range, now = Date.now() / 1000) {
  return range.seconds
    ? { start: Math.floor(now - range.seconds), end: Math.ceil(now) }
    : { start: Math.floor(range.from), end: Math.ceil(range.to) };
}

function duration(text) {
  const parts = /^-P(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(
    text,
  );
  const [months, weeks, days, hours, minutes, seconds] = (parts ?? [])
    .slice(1)
    .map((each) => Number(each ?? 0));
  const all =
    ((((months * 30 || 0) + weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds;
  if (!(all > 0)) {
    throw new Error(`The start ${text} is no duration: write it as -PT3H or -P7D.`);
  }
  return all;
}
