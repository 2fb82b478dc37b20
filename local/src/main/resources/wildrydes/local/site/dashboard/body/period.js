// How much time a datapoint stands for.

const MINUTE = 60;
const FIVE_MINUTES = 300;
const HOUR = 3600;

/** What the local CloudWatch still has of a time, by its age; it rolls up every five minutes. */
const KEPT = [
  { age: 3 * HOUR + FIVE_MINUTES, period: 1 },
  { age: 24 * HOUR + FIVE_MINUTES, period: MINUTE },
  { age: Infinity, period: FIVE_MINUTES },
];

/** More in one line than a screen has columns tell nothing more. */
const DATAPOINTS = 1440;
const DATAPOINTS_AT_MOST = 10_080;

const STEPS = [1, 5, 10, 30, MINUTE, FIVE_MINUTES, 900, HOUR, 6 * HOUR, 24 * HOUR];

/**
 * @param {number|undefined} asked seconds; undefined leaves the choice to the range
 * @param {"auto"|"inherit"} override a dashboard that says "inherit" wants its periods obeyed
 * @param {{start: number, end: number}} range
 * @param {number} now
 * @returns {number} seconds: at least what was asked for, longer where the range has no such data
 */
export function periodFor(asked, override, range, now = Date.now() / 1000) {
  const most = override === "inherit" ? DATAPOINTS_AT_MOST : DATAPOINTS;
  const finest = KEPT.find(({ age }) => now - range.start <= age);
  const least = Math.max(finest.period, (range.end - range.start) / most);
  const wanted = asked ?? (override === "inherit" ? FIVE_MINUTES : automatic(range));
  return wanted >= least
    ? wanted
    : (STEPS.find((step) => step >= least && step >= wanted) ?? STEPS.at(-1));
}

/** As CloudWatch's "auto": about as many datapoints as a graph can show apart. */
function automatic(range) {
  const hours = (range.end - range.start) / HOUR;
  return hours <= 3 ? MINUTE : hours <= 72 ? FIVE_MINUTES : HOUR;
}

/** @returns {string} for example "5 min" */
export function inWords(seconds) {
  const [size, unit] =
    seconds % (24 * HOUR) === 0
      ? [24 * HOUR, "d"]
      : seconds % HOUR === 0
        ? [HOUR, "h"]
        : seconds % MINUTE === 0
          ? [MINUTE, "min"]
          : [1, "s"];
  return `${seconds / size} ${unit}`;
}
