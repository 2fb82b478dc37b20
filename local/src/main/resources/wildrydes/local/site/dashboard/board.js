import { placed } from "./body/layout.js";
import { Crosshair } from "./chart/crosshair.js";
import { Unreachable } from "./data/ask.js";
import { element } from "../dom.js";
import { ofDashboard } from "./range.js";
import { widget } from "./widgets/widgets.js";

/** One dashboard's widgets on their grid. They are made anew only when its body changes. */
export class Board {
  element = element("div", { class: "board" });
  #crosshair = new Crosshair();
  #widgets = [];
  #text = null;
  #body = null;

  /**
   * @param {string} text the dashboard's body
   * @throws {Error} when it is none
   */
  load(text) {
    if (text === this.#text) {
      return;
    }
    this.clear();
    const body = read(text);
    const all = placed(body.widgets);
    this.#widgets = all.map((each) => widget(each, this.#crosshair));
    this.element.replaceChildren(
      ...(body.variables?.length ? [variables()] : []),
      ...this.#widgets.map((each) => each.element),
    );
    this.#body = body;
    this.#text = text;
  }

  /** The range that the dashboard itself asks for. */
  get range() {
    return ofDashboard(this.#body);
  }

  /**
   * @param {{range: object, zone: string|undefined, now: number}} moment
   * @returns {Promise<boolean>} false when CloudWatch went away meanwhile
   */
  async refresh(moment) {
    const periodOverride = this.#body.periodOverride === "inherit" ? "inherit" : "auto";
    const done = await Promise.allSettled(
      this.#widgets.map((each) => each.refresh({ ...moment, periodOverride })),
    );
    return !done.some((each) => each.reason instanceof Unreachable);
  }

  clear() {
    this.#widgets.forEach((each) => each.destroy());
    this.#widgets = [];
    this.#text = null;
    this.element.replaceChildren();
  }
}

function read(text) {
  let body;
  try {
    body = JSON.parse(text);
  } catch (error) {
    throw new Error(`The dashboard's body is no JSON: ${error.message}.`);
  }
  if (!Array.isArray(body?.widgets)) {
    throw new Error("The dashboard's body has no array of widgets.");
  }
  ofDashboard(body);
  return body;
}

function variables() {
  return element(
    "p",
    { class: "board-note" },
    "This dashboard has variables, which are not offered here: its widgets stay as they are written.",
  );
}
