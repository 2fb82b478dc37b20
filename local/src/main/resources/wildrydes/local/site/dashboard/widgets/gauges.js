import { element, svg } from "../../dom.js";
import { readable } from "../format/colors.js";
import { full, short, withUnit } from "../format/numbers.js";

const ARC = "M 16 92 A 74 74 0 0 1 164 92";
const OUTER = "M 6 92 A 84 84 0 0 1 174 92";

/** A dial for each metric from the axis' least to its most, with the annotations' zones around it. */
export class Gauges {
  wants = { oneValue: true };
  element = element("div", { class: "gauges" });
  #properties;

  constructor(properties) {
    const { min, max } = properties.yAxis?.left ?? {};
    if (!(min < max)) {
      throw new Error("A gauge needs yAxis.left.min and a larger yAxis.left.max.");
    }
    this.#properties = properties;
  }

  show({ series, annotations }) {
    const { min, max } = this.#properties.yAxis.left;
    const share = (value) => Math.min(1, Math.max(0, (value - min) / (max - min))) * 100;
    const zones = annotations.horizontal.flatMap((each) => zone(each, share));
    this.element.replaceChildren(...series.map((each) => dial(each, min, max, share, zones)));
  }
}

function dial({ label, unit, color, points }, min, max, share, zones) {
  const last = points.at(-1)?.y;
  const text = (words, attributes) =>
    svg("text", { "text-anchor": "middle", ...attributes }, words);
  return element(
    "figure",
    { class: "gauge" },
    svg(
      "svg",
      {
        viewBox: "0 0 180 112",
        role: "img",
        "aria-label":
          last === undefined ? `${label}: no data` : `${label}: ${withUnit(full(last), unit)}`,
      },
      svg("path", { d: ARC, class: "gauge-track" }),
      ...(last === undefined
        ? []
        : [part(ARC, 0, share(last), { stroke: color, class: "gauge-value" })]),
      ...zones,
      text(last === undefined ? "–" : withUnit(short(last), unit), {
        x: 90,
        y: 86,
        class: "gauge-number",
      }),
      text(short(min), { x: 16, y: 108, class: "gauge-end" }),
      text(short(max), { x: 164, y: 108, class: "gauge-end" }),
    ),
    element("figcaption", { title: label }, label),
  );
}

/** The part of the scale that an annotation fills, or a tick where it only marks a value. */
function zone(given, share) {
  const borders = [given].flat().filter((each) => each.visible !== false);
  if (borders.length === 0) {
    return [];
  }
  const [{ fill, color }] = borders;
  const places = borders.map((each) => share(Number(each.value))).sort((one, other) => one - other);
  const [from, to] =
    places.length === 2
      ? places
      : fill === "above"
        ? [places[0], 100]
        : fill === "below"
          ? [0, places[0]]
          : [places[0] - 0.5, places[0] + 0.5];
  return [part(OUTER, from, to, { stroke: readable(color ?? "#7f7f7f"), class: "gauge-zone" })];
}

function part(path, from, to, attributes) {
  return svg("path", {
    d: path,
    pathLength: 100,
    "stroke-dasharray": `${to - from} 200`,
    "stroke-dashoffset": -from,
    ...attributes,
  });
}
