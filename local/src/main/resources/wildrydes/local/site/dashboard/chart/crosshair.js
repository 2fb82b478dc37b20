import { element } from "../../dom.js";

const FROM_POINTER = 14;
const ROWS = 24;

/**
 * The time that is pointed at, marked in all charts at once, with what the one pointed at has there.
 * The marks lie above the canvases, so that moving them draws no chart again.
 */
export class Crosshair {
  #plots = new Set();
  #tooltip = element("div", { class: "tooltip", "aria-hidden": "true", hidden: true });
  #at = null;

  constructor() {
    document.body.append(this.#tooltip);
  }

  add(plot) {
    this.#plots.add(plot);
  }

  remove(plot) {
    this.#plots.delete(plot);
    if (this.#at?.plot === plot) {
      this.leave();
    }
  }

  /** @param {{x: number, y: number}} pointer in the window */
  move(plot, time, pointer) {
    this.#at = { plot, time, pointer };
    this.#draw();
  }

  leave() {
    this.#at = null;
    this.#draw();
  }

  /** Says that a plot's data changed, below a pointer that may rest there. */
  changed(plot) {
    plot.mark(this.#at?.time ?? null);
    if (this.#at?.plot === plot) {
      this.#draw();
    }
  }

  #draw() {
    this.#plots.forEach((plot) => plot.mark(this.#at?.time ?? null));
    this.#tooltip.hidden = !this.#at;
    if (this.#at) {
      const { plot, time, pointer } = this.#at;
      const { title, rows } = plot.read(time);
      this.#tooltip.replaceChildren(
        element("div", { class: "tooltip-time" }, title),
        ...rows.slice(0, ROWS).map(row),
      );
      if (rows.length > ROWS) {
        this.#tooltip.append(element("div", {}, `and ${rows.length - ROWS} more`));
      }
      place(this.#tooltip, pointer);
    }
  }
}

function row({ color, label, value }) {
  return element(
    "div",
    { class: "tooltip-row" },
    element("span", { class: "swatch", style: `background:${color}` }),
    element("span", { class: "tooltip-label" }, label),
    element("span", { class: "tooltip-value" }, value),
  );
}

/** Beside the pointer, on the side that has room. */
function place(tooltip, { x, y }) {
  const { width, height } = tooltip.getBoundingClientRect();
  const left = x + FROM_POINTER + width > innerWidth ? x - FROM_POINTER - width : x + FROM_POINTER;
  const top = Math.min(y + FROM_POINTER, innerHeight - height - 4);
  tooltip.style.transform = `translate(${Math.max(4, left)}px, ${Math.max(4, top)}px)`;
}
