import { element, svg } from "../../dom.js";
import { full, short, symbol } from "../format/numbers.js";

const WIDTH = 100;
const HEIGHT = 24;

/** Each metric's latest value in large figures, over the line that led to it. */
export class SingleValues {
  wants = { oneValue: true, past: true };
  element = element("dl", { class: "figures" });
  #properties;

  constructor(properties) {
    this.#properties = properties;
  }

  show({ series, past, range }) {
    this.element.replaceChildren(...series.map((each) => this.#figure(each, past, range)));
  }

  #figure(series, past, range) {
    const { singleValueFullPrecision, sparkline, trend } = this.#properties;
    const last = series.points.at(-1)?.y;
    const value = last === undefined ? "–" : singleValueFullPrecision ? full(last) : short(last);
    const line = sparkline ? past.find((each) => each.key === series.key) : null;
    const before = (series.before ?? series.points.at(-2))?.y;
    return element(
      "div",
      { class: "figure" },
      element("dt", { title: series.label }, series.label),
      element(
        "dd",
        { title: last === undefined ? "No data in this range" : full(last) + symbol(series.unit) },
        value,
        element("small", {}, last === undefined ? "" : symbol(series.unit)),
        ...(trend && last !== undefined && before !== undefined ? [change(before, last)] : []),
      ),
      ...(line ? [spark(line, range)] : []),
    );
  }
}

function change(before, now) {
  const sign = now > before ? "▲" : now < before ? "▼" : "▬";
  const share =
    before === 0 ? "" : ` ${short((Math.abs(now - before) / Math.abs(before)) * 100)} %`;
  return element("span", { class: "trend", title: `before: ${full(before)}` }, sign + share);
}

function spark({ points, color }, range) {
  const values = points.map((each) => each.y);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = (time) => ((time / 1000 - range.start) / (range.end - range.start)) * WIDTH;
  const y = (value) =>
    high === low ? HEIGHT / 2 : HEIGHT - 2 - ((value - low) / (high - low)) * (HEIGHT - 4);
  return svg(
    "svg",
    {
      class: "spark",
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      preserveAspectRatio: "none",
      "aria-hidden": "true",
    },
    svg("polyline", {
      points: points.map((each) => `${x(each.x).toFixed(2)},${y(each.y).toFixed(2)}`).join(" "),
      stroke: color,
    }),
  );
}
