import { element, svg } from "../../dom.js";
import { full, short, symbol, withUnit } from "../format/numbers.js";

/** Each metric's share of their sum. */
export class Pie {
  wants = { oneValue: true };
  #slices = svg("g", { transform: "rotate(-90 21 21)" });
  #rows = element("ul", { class: "shares" });
  #sum = svg("text", { x: 21, y: 21, class: "pie-sum" });

  constructor(properties) {
    const position = properties.legend?.position ?? "bottom";
    this.element = element(
      "div",
      { class: `pie legend-${position}` },
      svg("svg", { viewBox: "0 0 42 42", "aria-hidden": "true" }, this.#slices, this.#sum),
      ...(position === "hidden" ? [] : [this.#rows]),
    );
  }

  show({ series }) {
    const values = series.map((each) => Math.max(0, each.points.at(-1)?.y ?? 0));
    const sum = values.reduce((one, other) => one + other, 0);
    const units = new Set(series.map((each) => each.unit));
    let from = 0;
    const slices = series.map((each, index) => {
      const share = sum > 0 ? (values[index] / sum) * 100 : 0;
      from += share;
      return slice(each, from - share, share);
    });
    this.#slices.replaceChildren(svg("circle", { ...CIRCLE, class: "pie-track" }), ...slices);
    this.#sum.textContent =
      sum > 0 ? short(sum) + (units.size === 1 ? symbol([...units][0]) : "") : "No data";
    this.#rows.replaceChildren(...series.map((each, index) => row(each, values[index], sum)));
  }
}

const CIRCLE = { cx: 21, cy: 21, r: 15.5, pathLength: 100 };

function slice({ color }, from, share) {
  return svg("circle", {
    ...CIRCLE,
    class: "pie-slice",
    stroke: color,
    "stroke-dasharray": `${share} 200`,
    "stroke-dashoffset": -from,
  });
}

function row({ label, color, unit, points }, value, sum) {
  const known = points.length > 0;
  return element(
    "li",
    { title: known ? withUnit(full(value), unit) : "No data in this range" },
    element("span", { class: "swatch", style: `background:${color}` }),
    element("span", { class: "share-label" }, label),
    element("span", { class: "share-value" }, known ? short(value) + symbol(unit) : "–"),
    element(
      "span",
      { class: "share-percent" },
      known && sum > 0 ? `${((value / sum) * 100).toFixed(1)} %` : "",
    ),
  );
}
