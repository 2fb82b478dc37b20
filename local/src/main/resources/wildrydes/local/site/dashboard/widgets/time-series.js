import { LineChart } from "../chart/line-chart.js";
import { Pointing } from "../chart/pointing.js";
import { element } from "../../dom.js";
import { exact, withUnit } from "../format/numbers.js";
import { dateTime } from "../format/times.js";
import { Legend } from "./legend.js";

/** Lines or stacked areas over time, with their legend. */
export class TimeSeries {
  chart = new LineChart();
  #properties;
  #hidden = new Set();
  #legend = new Legend((key) => this.#toggle(key));
  #captions = { left: element("span"), right: element("span") };
  #empty = element("p", { class: "no-data" }, "No data in this range");
  #crosshair;
  #pointing;
  #model;
  #times = [];

  constructor(properties, crosshair) {
    this.#properties = properties;
    this.#crosshair = crosshair;
    const position = properties.legend?.position ?? "bottom";
    this.element = element(
      "div",
      { class: `graph legend-${position}` },
      element(
        "div",
        { class: "plot" },
        element("div", { class: "captions" }, this.#captions.left, this.#captions.right),
        this.chart.element,
        this.#empty,
      ),
      ...(position === "hidden" ? [] : [this.#legend.element]),
    );
    this.#pointing = new Pointing(this, crosshair);
    crosshair.add(this);
  }

  /** @param {object} model of all series, the range, the annotations, the zone and the title */
  show(model) {
    this.#model = model;
    this.#times = [
      ...new Set(model.series.flatMap((each) => each.points.map((point) => point.x))),
    ].sort((one, other) => one - other);
    this.#empty.hidden = this.#times.length > 0;
    this.#caption("left");
    this.#caption("right");
    this.chart.canvas.setAttribute("aria-label", `Graph: ${model.title}`);
    this.#draw();
  }

  /** @returns {number[]} every time at which a series has a value, oldest first */
  times() {
    return this.#times;
  }

  /** @returns {{title: string, rows: object[]}} what there is at a time */
  read(time) {
    const rows = this.#model.series
      .filter((each) => !this.#hidden.has(each.key))
      .map(({ label, color, unit, points, period }) => {
        const point = points.find(({ x }) => x <= time && time < x + period);
        return { label, color, value: point ? withUnit(exact(point.y), unit) : "–" };
      });
    return { title: dateTime(time, this.#model.zone), rows };
  }

  mark(time) {
    this.#pointing.mark(time);
  }

  destroy() {
    this.#crosshair.remove(this);
    this.chart.destroy();
  }

  #draw() {
    const { yAxis, stacked } = this.#properties;
    this.#legend.show(this.#model.series, this.#hidden);
    this.chart.show({ ...this.#model, yAxis, stacked: stacked === true, hidden: this.#hidden });
    this.#crosshair.changed(this);
  }

  #toggle(key) {
    if (!this.#hidden.delete(key)) {
      this.#hidden.add(key);
    }
    this.#draw();
  }

  /** An axis' label or, unless it is to show none, the unit of what it measures. */
  #caption(axis) {
    const { label, showUnits } = this.#properties.yAxis?.[axis] ?? {};
    const drawn = this.#model.series.filter((each) => each.axis === axis);
    const units = [...new Set(drawn.map((each) => each.unit).filter(Boolean))];
    const unit = units.length > 1 ? "Various units" : (units[0] ?? "");
    const shown = showUnits === false || unit === "None" ? "" : unit;
    this.#captions[axis].textContent = [label, shown].filter(Boolean).join(", ");
  }
}
