import { themed } from "../format/colors.js";
import { short } from "../format/numbers.js";
import { ticks } from "../format/times.js";
import { reached } from "./annotation-shapes.js";

const FONT = { size: 11 };
const TICK_WIDTH = 56;
const TICK_HEIGHT = 34;

/**
 * The axes: time from edge to edge of the range, and values at the left, the right, or both.
 *
 * @param {object} model as LineChart.show has it
 * @param {{left: boolean, right: boolean}} axes
 */
export function scales(model, axes) {
  const colors = { text: themed("--quiet"), line: themed("--line") };
  return {
    x: time(model, colors),
    ...(axes.left ? { left: value("left", model, colors, true) } : {}),
    ...(axes.right ? { right: value("right", model, colors, !axes.left) } : {}),
  };
}

function time({ range, zone }, colors) {
  const labels = new Map();
  return {
    type: "linear",
    min: range.start * 1000,
    max: range.end * 1000,
    grid: { display: false },
    border: { color: colors.line },
    afterBuildTicks(scale) {
      const most = Math.max(2, Math.floor(scale.width / TICK_WIDTH));
      scale.ticks = ticks(scale.min, scale.max, most, zone);
      labels.clear();
      scale.ticks.forEach((each) => labels.set(each.value, each.label));
    },
    ticks: {
      callback: (at) => labels.get(at) ?? "",
      color: colors.text,
      font: FONT,
      autoSkip: false,
      maxRotation: 0,
    },
  };
}

function value(axis, { yAxis, annotations, series, stacked }, colors, grid) {
  const { min, max } = yAxis?.[axis] ?? {};
  const also = reached(annotations.horizontal, axis);
  const whole = series
    .filter((each) => each.axis === axis)
    .every((each) => each.points.every((point) => Number.isInteger(point.y)));
  return {
    type: "linear",
    position: axis,
    stacked,
    min,
    max,
    suggestedMin: also.length ? Math.min(...also) : undefined,
    suggestedMax: also.length ? Math.max(...also) * 1.05 : undefined,
    beginAtZero: stacked,
    grid: { display: grid, color: colors.line, drawTicks: false },
    border: { display: false },
    // Axes of the same width in charts above each other put the same time at the same place.
    afterFit(scale) {
      scale.width = Math.max(scale.width, 44);
    },
    ticks: {
      callback: (at) => short(at),
      color: colors.text,
      font: FONT,
      padding: 6,
      precision: whole ? 0 : undefined,
      maxTicksLimit: 7,
      // Fewer in a low widget.
      autoSkipPadding: TICK_HEIGHT / 2,
    },
  };
}
