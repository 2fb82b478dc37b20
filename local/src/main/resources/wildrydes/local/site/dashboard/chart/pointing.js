import { element } from "../../dom.js";

const A_DRAG = 8;

/**
 * What a pointer or the arrow keys do to a chart: point at a time, or drag over a stretch of it.
 */
export class Pointing {
  #plot;
  #crosshair;
  #line = element("div", { class: "crosshair", hidden: true });
  #selection = element("div", { class: "selection", hidden: true });
  #dragFrom = null;
  #time = null;

  /**
   * @param {object} plot with a `chart`, its `times()`, and `read(time)`
   * @param {import("./crosshair.js").Crosshair} crosshair
   */
  constructor(plot, crosshair) {
    this.#plot = plot;
    this.#crosshair = crosshair;
    const { element: box, canvas } = plot.chart;
    box.append(this.#line, this.#selection);
    canvas.addEventListener("pointermove", (event) => this.#moved(event));
    canvas.addEventListener("pointerleave", () => crosshair.leave());
    canvas.addEventListener("pointerdown", (event) => this.#pressed(event));
    canvas.addEventListener("pointerup", (event) => this.#released(event));
    canvas.addEventListener("pointercancel", () => this.#dropped());
    canvas.addEventListener("keydown", (event) => this.#key(event));
    canvas.addEventListener("blur", () => crosshair.leave());
  }

  /** @param {number|null} time */
  mark(time) {
    this.#time = time;
    const place = time === null ? null : this.#plot.chart.placeOf(time);
    this.#line.hidden = !place;
    if (place) {
      const { x, top, bottom } = place;
      this.#line.style.cssText = `left:${x}px;top:${top}px;height:${bottom - top}px`;
    }
  }

  #moved(event) {
    if (this.#dragFrom !== null) {
      this.#select(this.#dragFrom, event.offsetX);
    }
    const time = nearest(this.#plot.times(), this.#plot.chart.timeAt(event.offsetX));
    if (time !== undefined) {
      this.#crosshair.move(this.#plot, time, { x: event.clientX, y: event.clientY });
    }
  }

  #pressed(event) {
    // A finger scrolls the page.
    if (event.button === 0 && event.pointerType === "mouse") {
      this.#dragFrom = event.offsetX;
      event.target.setPointerCapture(event.pointerId);
    }
  }

  #released(event) {
    const from = this.#dragFrom;
    this.#dropped();
    if (from !== null && Math.abs(event.offsetX - from) > A_DRAG) {
      const [start, end] = [from, event.offsetX]
        .sort((one, other) => one - other)
        .map((pixel) => Math.round(this.#plot.chart.timeAt(pixel) / 1000));
      const range = { from: start, to: Math.max(end, start + 60) };
      event.target.dispatchEvent(new CustomEvent("zoom", { bubbles: true, detail: range }));
    }
  }

  #dropped() {
    this.#dragFrom = null;
    this.#selection.hidden = true;
  }

  #select(from, to) {
    this.#selection.hidden = false;
    this.#selection.style.cssText = `left:${Math.min(from, to)}px;width:${Math.abs(to - from)}px`;
  }

  #key(event) {
    const times = this.#plot.times();
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (event.key === "Escape") {
      this.#crosshair.leave();
    }
    if (!step || times.length === 0) {
      return;
    }
    event.preventDefault();
    const at = this.#time === null ? times.length : times.indexOf(nearest(times, this.#time));
    const time = times[Math.min(times.length - 1, Math.max(0, at + step))];
    const box = event.target.getBoundingClientRect();
    const place = this.#plot.chart.placeOf(time);
    this.#crosshair.move(this.#plot, time, { x: box.left + (place?.x ?? 0), y: box.top });
  }
}

function nearest(times, time) {
  return times.reduce(
    (best, each) =>
      best === undefined || Math.abs(each - time) < Math.abs(best - time) ? each : best,
    undefined,
  );
}
