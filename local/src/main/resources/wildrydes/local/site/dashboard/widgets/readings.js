import { defaultLabels } from "../body/labels.js";
import { inWords as periodInWords, periodFor } from "../body/period.js";
import { query } from "../body/queries.js";
import { metricData } from "../data/metric-data.js";
import { unitOf } from "../data/units.js";
import { seriesColor } from "../format/colors.js";
import { exact, withUnit } from "../format/numbers.js";

const MINUTE = 60;

/**
 * @typedef {object} Series what one row of a widget's metrics became
 * @property {string} key the same from one reading to the next
 * @property {string} label
 * @property {string} color
 * @property {string|null} unit
 * @property {"left"|"right"} axis
 * @property {number} period milliseconds
 * @property {{x: number, y: number}[]} points epoch milliseconds and value, oldest first
 */

/**
 * Reads a widget's metrics.
 *
 * @param {import("../body/metrics.js").Definition[]} rows
 * @param {{start: number, end: number}} range epoch seconds
 * @param {object} properties the widget's
 * @param {{oneValue?: boolean, past?: boolean}} wants of the view: one value where the widget sets
 *     the period to the range, then also the line below it or the range before it
 * @returns {Promise<{series: Series[], past: Series[], note: string, reason?: string}>}
 */
export async function readings(rows, range, properties, wants, moment) {
  const whole = wants.oneValue && properties.setPeriodToTimeRange === true;
  const fine = periods(rows, range, properties, moment);
  if (!whole) {
    const series = await read(rows, fine.of, lines(range, fine, properties));
    return { series, past: series, note: fine.note, reason: fine.reason };
  }
  const length = Math.ceil((range.end - range.start) / MINUTE) * MINUTE;
  const start = Math.floor(range.start / MINUTE) * MINUTE;
  const over = (from) => read(rows, () => length, { start: from, end: from + length });
  const [series, past] = await Promise.all([
    over(start),
    wants.past && properties.sparkline ? read(rows, fine.of, lines(range, fine, properties)) : [],
  ]);
  const before = wants.past && properties.trend ? await over(start - length) : [];
  const earlier = new Map(before.map((each) => [each.key, each.points.at(-1)]));
  series.forEach((each) => (each.before = earlier.get(each.key)));
  return { series, past, note: "" };
}

/** @returns {string} for whoever cannot see the picture */
export function inWords(series) {
  return series.length === 0
    ? "Nothing to show."
    : series.map((each) => `${each.label}: ${latestInWords(each)}`).join("; ");
}

function latestInWords({ points, unit }) {
  const last = points.at(-1);
  return last ? withUnit(exact(last.y), unit) : "no data in this range";
}

function periods(rows, range, properties, { periodOverride, now }) {
  const of = (row) => periodFor(row.period, periodOverride, range, now);
  const metrics = rows.filter((row) => !row.expression || row.period);
  const used = metrics.length
    ? metrics.map(of)
    : [periodFor(undefined, periodOverride, range, now)];
  const changed = metrics.find((row) => row.period && of(row) !== row.period);
  return {
    of,
    least: Math.min(...used),
    most: Math.max(...used),
    note: changed ? `per ${periodInWords(of(changed))}` : "",
    reason: changed
      ? `The widget asks for ${periodInWords(changed.period)}: too short for this range.`
      : "",
  };
}

/** A line's first period begins before the range, so that it is drawn from the edge. */
function lines(range, { most, least }, properties) {
  const end = properties.liveData === false ? Math.floor(range.end / least) * least : range.end;
  const start = Math.floor(range.start / most) * most;
  return { start, end: Math.max(end, start + least) };
}

async function read(rows, periodOf, range) {
  const visible = rows.filter((row) => row.visible);
  const [results, units] = await Promise.all([
    metricData(
      rows.map((row) => query(row, periodOf(row))),
      range,
    ),
    Promise.all(visible.map(unitOf)),
  ]);
  const labels = defaultLabels(visible);
  const least = Math.min(...rows.filter((row) => !row.expression).map(periodOf));
  return visible.flatMap((row, index) => {
    const own = results.filter((each) => each.id === row.id);
    return own.map((each, place) => ({
      key: own.length > 1 ? `${row.id} ${each.label}` : row.id,
      label: own.length > 1 ? each.label : (labels.get(row.id) ?? each.label),
      color: seriesColor(own.length > 1 ? undefined : row.color, index + place),
      unit: units[index],
      axis: row.axis,
      period: (row.expression ? spacing(each.points, row.period ?? least) : periodOf(row)) * 1000,
      points: each.points,
    }));
  });
}

/** A search finds its metrics itself, so only its answer tells how far apart its points are. */
function spacing(points, period) {
  const distances = points.slice(1).map((point, index) => (point.x - points[index].x) / 1000);
  return Number.isFinite(period) ? period : Math.min(24 * 60 * MINUTE, ...distances);
}
