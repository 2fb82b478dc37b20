import { element } from "../../dom.js";
import { exact, full, symbol } from "../format/numbers.js";
import { clock, dateTime } from "../format/times.js";

/** More columns than anybody scrolls through. */
const TIMES = 120;

const SUMMARIES = {
  MIN: (values) => Math.min(...values),
  MAX: (values) => Math.max(...values),
  SUM: (values) => values.reduce((one, other) => one + other, 0),
  AVG: (values) => SUMMARIES.SUM(values) / values.length,
};
const NAMES = { MIN: "Min", MAX: "Max", SUM: "Sum", AVG: "Avg" };

/** Each metric's summaries over the range and its values by time, the newest first. */
export class Table {
  element = element("div", { class: "table-box", tabindex: "0", role: "region" });
  #properties;

  constructor(properties) {
    this.#properties = properties.table ?? {};
  }

  show({ series, zone, title }) {
    const { layout, showTimeSeriesData, summaryColumns } = this.#properties;
    const summaries = (summaryColumns ?? Object.keys(NAMES)).filter((each) => SUMMARIES[each]);
    const times = showTimeSeriesData === false ? [] : newest(series);
    const columns = [...summaries.map(summary), ...times.map((time) => at(time, zone))];
    this.element.setAttribute("aria-label", `Table: ${title}`);
    this.element.replaceChildren(
      layout === "vertical" ? vertical(series, columns) : horizontal(series, columns),
    );
  }
}

function newest(series) {
  const times = new Set(series.flatMap((each) => each.points.map((point) => point.x)));
  return [...times].sort((one, other) => other - one).slice(0, TIMES);
}

function summary(name) {
  return {
    head: element("th", { scope: "col" }, NAMES[name]),
    value: ({ points }) =>
      points.length ? SUMMARIES[name](points.map((each) => each.y)) : undefined,
  };
}

function at(time, zone) {
  return {
    head: element("th", { scope: "col", title: dateTime(time, zone) }, clock(time, zone)),
    value: ({ points }) => points.find((each) => each.x === time)?.y,
  };
}

function horizontal(series, columns) {
  const head = element(
    "tr",
    {},
    element("th", { scope: "col" }, "Metric"),
    ...columns.map((each) => each.head),
  );
  const rows = series.map((each) =>
    element(
      "tr",
      {},
      name(each, "row"),
      ...columns.map((column) => cell(column.value(each), each.unit)),
    ),
  );
  return element("table", {}, element("thead", {}, head), element("tbody", {}, ...rows));
}

function vertical(series, columns) {
  const head = element("tr", {}, element("td"), ...series.map((each) => name(each, "col")));
  const rows = columns.map((column) => {
    column.head.setAttribute("scope", "row");
    return element(
      "tr",
      {},
      column.head,
      ...series.map((each) => cell(column.value(each), each.unit)),
    );
  });
  return element("table", {}, element("thead", {}, head), element("tbody", {}, ...rows));
}

function name({ label, color }, scope) {
  return element(
    "th",
    { scope, title: label },
    element("span", { class: "swatch", style: `background:${color}` }),
    label,
  );
}

function cell(value, unit) {
  return value === undefined
    ? element("td", { class: "none" }, "–")
    : element("td", { title: full(value) + symbol(unit) }, exact(value));
}
