// Times as text, in the reader's zone, in UTC, or at an offset that a widget asks for. Times here
// are epoch milliseconds, as charts have them.

const STEPS = [
  1, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400, 172800,
  604800,
].map((seconds) => seconds * 1000);
const DAY = 86_400_000;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * @param {string|undefined} zone "UTC", an offset as "+0130", else the reader's own
 * @returns {number} milliseconds to add to a time to read it off as if it were UTC
 */
function offset(zone, time) {
  const given = /^([+-])(\d\d):?(\d\d)$/.exec(zone ?? "");
  if (given) {
    return (given[1] === "-" ? -1 : 1) * (Number(given[2]) * 60 + Number(given[3])) * 60_000;
  }
  return zone === "UTC" ? 0 : -new Date(time).getTimezoneOffset() * 60_000;
}

function iso(time, zone) {
  return new Date(time + offset(zone, time)).toISOString();
}

/** @returns {string} 2026-11-22 10:05, with seconds where the time has some */
export function dateTime(time, zone) {
  const text = iso(time, zone).replace("T", " ");
  return text.slice(0, time % 60_000 === 0 ? 16 : 19);
}

/** @returns {string} 10:05, or 10:05:20 */
export function clock(time, zone, seconds = false) {
  return iso(time, zone).slice(11, seconds ? 19 : 16);
}

function day(time, zone) {
  const text = iso(time, zone);
  return `${MONTHS[Number(text.slice(5, 7)) - 1]} ${Number(text.slice(8, 10))}`;
}

/**
 * Round times for an axis.
 *
 * @param {number} most how many there is room for
 * @returns {{value: number, label: string}[]}
 */
export function ticks(from, to, most, zone) {
  // A range is up to a second longer than it is called, which must not cost half of the times.
  const least = (to - from - 2000) / most;
  const step =
    STEPS.find((each) => each >= least) ?? STEPS.at(-1) * Math.ceil(least / STEPS.at(-1));
  const shift = offset(zone, from);
  const all = [];
  for (let at = Math.ceil((from + shift) / step) * step; at <= to + shift; at += step) {
    const value = at - shift;
    const midnight = at % DAY === 0;
    all.push({ value, label: midnight ? day(value, zone) : clock(value, zone, step < 60_000) });
  }
  return all;
}
