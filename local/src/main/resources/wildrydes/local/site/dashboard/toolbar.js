import { element } from "../dom.js";
import { CustomRange } from "./custom-range.js";
import { OFFERED, parsed, written } from "./range.js";

const EVERY = [
  [0, "off"],
  [5, "5 s"],
  [10, "10 s"],
  [60, "1 min"],
];

/** What the reader chooses: dashboard, range, refresh and zone; and how fresh the page is. */
export class Toolbar {
  #change;
  #names = element("select", { change: () => this.#change({ name: this.#names.value }) });
  #picker = element("label", { hidden: true }, "Dashboard ", this.#names);
  #ranges = element("div", { class: "ranges", role: "group", "aria-label": "Time range" });
  #every = select(EVERY, (value) => this.#change({ every: Number(value) }));
  #zone = select(
    [
      ["", "Local time"],
      ["UTC", "UTC"],
    ],
    (value) => this.#change({ zone: value }),
  );
  #status = element("span", { class: "status" });
  #custom = new CustomRange((range) => this.#change({ range }));

  /**
   * @param {(changes: object) => void} change as Address.change takes them
   * @param {() => void} refresh
   */
  constructor(change, refresh) {
    this.#change = change;
    this.#zone.setAttribute("aria-label", "Time zone");
    this.element = element(
      "div",
      { class: "toolbar", role: "toolbar", "aria-label": "What is shown" },
      this.#picker,
      this.#ranges,
      this.#custom.element,
      element("label", {}, "Refresh ", this.#every),
      element(
        "button",
        { type: "button", click: refresh, title: "Refresh now", "aria-label": "Refresh now" },
        "↻",
      ),
      this.#zone,
      this.#status,
    );
  }

  /**
   * @param {object} view
   * @param {string[]} view.names of all dashboards
   * @param {string} view.name
   * @param {import("./range.js").Range} view.range
   * @param {import("./range.js").Range} view.own the dashboard's own range
   */
  show({ names, name, range, own, every, zone }) {
    this.#picker.hidden = names.length < 2 && names.includes(name);
    const all = names.includes(name) ? names : [name, ...names];
    if (all.join() !== [...this.#names.options].map((each) => each.value).join()) {
      this.#names.replaceChildren(...all.map((each) => element("option", {}, each)));
    }
    this.#names.value = name;
    this.#showRanges(range, own);
    this.#custom.show(range, zone);
    offer(this.#every, String(every), `${every} s`);
    this.#zone.value = zone ?? "";
  }

  /** @param {string} text such as when the page was last refreshed */
  status(text) {
    this.#status.textContent = text;
  }

  #showRanges(range, own) {
    const offered = [
      ...new Set([...OFFERED, ...[own, range].filter((each) => each.seconds).map(written)]),
    ];
    offered.sort((one, other) => parsed(one).seconds - parsed(other).seconds);
    if (offered.join() !== [...this.#ranges.children].map((each) => each.textContent).join()) {
      this.#ranges.replaceChildren(
        ...offered.map((each) =>
          element(
            "button",
            { type: "button", click: () => this.#change({ range: parsed(each) }) },
            each,
          ),
        ),
      );
    }
    const chosen = written(range);
    [...this.#ranges.children].forEach((each) =>
      each.setAttribute("aria-pressed", String(each.textContent === chosen)),
    );
  }
}

function select(options, chosen) {
  const node = element(
    "select",
    {},
    ...options.map(([value, text]) => element("option", { value }, text)),
  );
  node.addEventListener("change", () => chosen(node.value));
  return node;
}

/** The address may ask for what the list does not offer. */
function offer(node, value, text) {
  if (![...node.options].some((each) => each.value === value)) {
    node.append(element("option", { value }, text));
  }
  node.value = value;
}
