import { element } from "../../dom.js";

/** A button for each series, which switches it off and on. They stay from reading to reading. */
export class Legend {
  element = element("ul", { class: "legend" });
  #entries = new Map();
  #toggle;

  /** @param {(key: string) => void} toggle */
  constructor(toggle) {
    this.#toggle = toggle;
  }

  /**
   * @param {import("./readings.js").Series[]} series
   * @param {Set<string>} hidden keys
   */
  show(series, hidden) {
    const keys = new Set(series.map((each) => each.key));
    [...this.#entries.keys()].filter((key) => !keys.has(key)).forEach((key) => this.#drop(key));
    series.forEach((each) => {
      const { button, swatch, label } = this.#entries.get(each.key) ?? this.#added(each.key);
      swatch.style.background = each.color;
      if (label.textContent !== each.label) {
        label.textContent = each.label;
        button.title = each.label;
      }
      button.setAttribute("aria-pressed", String(!hidden.has(each.key)));
    });
  }

  #added(key) {
    const swatch = element("span", { class: "swatch" });
    const label = element("span", { class: "legend-label" });
    const button = element(
      "button",
      { type: "button", click: () => this.#toggle(key) },
      swatch,
      label,
    );
    const item = element("li", {}, button);
    this.element.append(item);
    const entry = { item, button, swatch, label };
    this.#entries.set(key, entry);
    return entry;
  }

  #drop(key) {
    this.#entries.get(key).item.remove();
    this.#entries.delete(key);
  }
}
