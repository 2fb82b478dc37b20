import { element } from "../../dom.js";
import { shapes } from "./annotation-shapes.js";
import { Chart } from "./libraries.js";
import { update } from "./lines.js";
import { scales } from "./scales.js";

/**
 * Lines or stacked areas over time on one canvas, which is kept: new data goes into the same chart,
 * without motion, so nothing flickers and nothing is left behind.
 */
export class LineChart {
  /** @type {object} what is shown, for whoever points at it */
  model = null;
  element = element("div", { class: "canvas-box" });
  #canvas = element("canvas", { role: "img", tabindex: "0" });
  #datasets = new Map();
  #chart = null;

  constructor() {
    this.element.append(this.#canvas);
  }

  get canvas() {
    return this.#canvas;
  }

  /**
   * @param {object} model
   * @param {object[]} model.series each with key, label, points, period (ms), axis and color
   * @param {{start: number, end: number}} model.range epoch seconds
   * @param {{horizontal?: object[], vertical?: object[]}} model.annotations
   * @param {object} model.yAxis as in the dashboard's body
   * @param {boolean} model.stacked
   * @param {Set<string>} model.hidden keys of the series that are switched off
   * @param {string|undefined} model.zone
   */
  show(model) {
    this.model = model;
    const data = { datasets: model.series.map((each) => this.#dataset(each)) };
    const options = this.#options();
    if (this.#chart) {
      this.#chart.data.datasets = data.datasets;
      this.#chart.options = options;
      this.#chart.update("none");
    } else {
      this.#chart = new Chart(this.#canvas, { type: "line", data, options });
    }
  }

  /** @returns {number} epoch milliseconds at a pixel of the canvas */
  timeAt(pixel) {
    return this.#chart.scales.x.getValueForPixel(pixel);
  }

  /**
   * @returns {{x: number, top: number, bottom: number}|null} where a time is; null outside the chart
   */
  placeOf(time) {
    if (!this.#chart) {
      return null;
    }
    const { left, right, top, bottom } = this.#chart.chartArea;
    const x = this.#chart.scales.x.getPixelForValue(time);
    return x >= left - 1 && x <= right + 1 ? { x, top, bottom } : null;
  }

  destroy() {
    this.#chart?.destroy();
  }

  #dataset(series) {
    const dataset = this.#datasets.get(series.key) ?? {};
    this.#datasets.set(series.key, dataset);
    const { stacked, hidden } = this.model;
    return update(dataset, series, { stacked, hidden: hidden.has(series.key) });
  }

  #options() {
    const axes = this.#axes();
    return {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      parsing: false,
      normalized: true,
      events: [],
      // So that a dot on an edge is whole.
      clip: 4,
      layout: { padding: { top: 6, right: axes.right ? 0 : 10 } },
      scales: scales(this.model, axes),
      plugins: {
        legend: { display: false },
        tooltip: { enabled: false },
        annotation: { animations: false, annotations: shapes(this.model.annotations, axes) },
      },
    };
  }

  #axes() {
    const right = this.model.series.some((each) => each.axis === "right");
    return { right, left: !right || this.model.series.some((each) => each.axis === "left") };
  }
}
