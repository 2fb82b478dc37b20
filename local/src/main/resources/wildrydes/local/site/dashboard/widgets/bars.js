import { element } from "../../dom.js";
import { full, short, symbol, withUnit } from "../format/numbers.js";

/** A bar for each metric's value, one below the other, so that their labels can be read. */
export class Bars {
  wants = { oneValue: true };
  element = element("ul", { class: "bars" });
  #properties;

  constructor(properties) {
    this.#properties = properties;
  }

  show({ series }) {
    const values = series.map((each) => each.points.at(-1)?.y ?? 0);
    const { min, max } = this.#properties.yAxis?.left ?? {};
    const low = min ?? Math.min(0, ...values);
    const high = max ?? Math.max(low + 1e-9, ...values);
    this.element.replaceChildren(
      ...series.map((each) => bar(each, (value) => ((value - low) / (high - low)) * 100)),
    );
  }
}

function bar({ label, unit, color, points }, share) {
  const last = points.at(-1)?.y;
  const width = last === undefined ? 0 : Math.min(100, Math.max(0, share(last)));
  return element(
    "li",
    {
      title:
        last === undefined
          ? `${label}: no data in this range`
          : `${label}: ${withUnit(full(last), unit)}`,
    },
    element("span", { class: "bar-label" }, label),
    element(
      "span",
      { class: "bar-track" },
      element("span", { class: "bar-fill", style: `width:${width}%;background:${color}` }),
    ),
    element("span", { class: "bar-value" }, last === undefined ? "–" : short(last) + symbol(unit)),
  );
}
