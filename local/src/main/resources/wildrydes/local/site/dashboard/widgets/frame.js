import { element } from "../../dom.js";

/**
 * The card around a widget: its title, notes to the title's right, whatever is drawn, what is wrong
 * with it, and the same told in words.
 */
export class Frame {
  body = element("div", { class: "widget-body" });
  #title = element("h2");
  #badge = element("span", { class: "badge", hidden: true });
  #note = element("span", { class: "note" });
  #problem = element("p", { class: "problem", role: "status" });
  #words = element("p", { class: "in-words" });

  /** @param {{x: number, y: number, width: number, height: number}} place on the grid */
  constructor(place, kind) {
    const { x, y, width, height } = place;
    this.head = element("header", { class: "widget-head" }, this.#title, this.#badge, this.#note);
    this.element = element(
      "section",
      { class: `widget ${kind}`, style: `--x:${x + 1};--y:${y + 1};--w:${width};--h:${height}` },
      this.head,
      this.body,
      this.#problem,
      this.#words,
    );
  }

  title(text) {
    this.#title.textContent = text ?? "";
    this.head.hidden = !text;
    this.element.setAttribute("aria-label", text || "Untitled widget");
  }

  /**
   * @param {string} text short, such as the period that is shown instead of the one asked for
   * @param {string} [reason]
   */
  note(text, reason = "") {
    this.#note.textContent = text;
    this.#note.title = reason;
  }

  /** @param {Node|null} node such as an alarm's state */
  badge(node) {
    this.#badge.hidden = !node;
    this.#badge.replaceChildren(...(node ? [node] : []));
  }

  /** @param {string|null} text null when all is well again */
  problem(text) {
    if (this.#problem.textContent !== (text ?? "")) {
      this.#problem.textContent = text ?? "";
    }
    this.element.classList.toggle("has-problem", Boolean(text));
  }

  inWords(text) {
    this.#words.textContent = text;
  }
}
