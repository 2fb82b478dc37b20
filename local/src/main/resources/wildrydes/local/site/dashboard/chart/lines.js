import { faint } from "../format/colors.js";

/**
 * A series' points with a hole wherever a period brought none, for a line only joins neighbours.
 *
 * @param {{x: number, y: number}[]} points
 * @param {number} period milliseconds
 */
export function withGaps(points, period) {
  return points.flatMap((point, index) =>
    index > 0 && point.x - points[index - 1].x > period * 1.5
      ? [{ x: points[index - 1].x + period, y: NaN }, point]
      : [point],
  );
}

/** Puts a series' state into a dataset of the chart library, which is kept from one to the next. */
export function update(dataset, series, { stacked, hidden }) {
  const points = withGaps(series.points, series.period);
  const alone = points.map((_, index) => !joined(points[index - 1]) && !joined(points[index + 1]));
  return Object.assign(dataset, {
    label: series.label,
    data: points,
    yAxisID: series.axis,
    hidden,
    borderColor: series.color,
    backgroundColor: stacked ? faint(series.color, 0.45) : series.color,
    borderWidth: 1.75,
    fill: stacked ? "stack" : false,
    pointRadius: alone.map((each) => (each ? 2.5 : 0)),
    pointBackgroundColor: series.color,
    pointBorderWidth: 0,
    spanGaps: false,
  });
}

function joined(neighbour) {
  return neighbour !== undefined && Number.isFinite(neighbour.y);
}
