import { element } from "../dom.js";
import { dateTime } from "./format/times.js";
import { resolved } from "./range.js";

/** Two times to look between, in the zone that the page shows. */
export class CustomRange {
  #from = element("input", { type: "datetime-local", step: "1", required: true });
  #to = element("input", { type: "datetime-local", step: "1", required: true });
  #problem = element("span", { class: "bad", role: "alert" });
  #summary = element("summary", {}, "Custom");
  #zone;

  /** @param {(range: {from: number, to: number}) => void} chosen */
  constructor(chosen) {
    const form = element(
      "form",
      { submit: (event) => this.#submit(event, chosen) },
      element("label", {}, "From ", this.#from),
      element("label", {}, "To ", this.#to),
      element("button", { type: "submit" }, "Show"),
      this.#problem,
    );
    this.element = element("details", { class: "custom" }, this.#summary, form);
    this.element.addEventListener("keydown", (event) => event.key === "Escape" && this.#close());
  }

  /** @param {import("./range.js").Range} range what is shown now */
  show(range, zone) {
    this.#zone = zone;
    const { start, end } = resolved(range);
    this.#summary.textContent = range.seconds
      ? "Custom"
      : `${dateTime(start * 1000, zone)} – ${dateTime(end * 1000, zone)}`;
    this.element.classList.toggle("chosen", !range.seconds);
    // Not below the hands of someone who is typing.
    if (!this.element.open) {
      this.#from.value = dateTime(start * 1000, zone).replace(" ", "T");
      this.#to.value = dateTime(end * 1000, zone).replace(" ", "T");
    }
  }

  #submit(event, chosen) {
    event.preventDefault();
    const [from, to] = [this.#from, this.#to].map(
      ({ value }) => Date.parse(this.#zone === "UTC" ? `${value}Z` : value) / 1000,
    );
    this.#problem.textContent = from < to ? "" : "The range must end after it begins.";
    if (from < to) {
      this.#close();
      chosen({ from, to });
    }
  }

  #close() {
    this.element.open = false;
    this.#summary.focus();
  }
}
