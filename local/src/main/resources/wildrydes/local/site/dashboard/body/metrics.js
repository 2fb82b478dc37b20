// A widget's `metrics`: rows of namespace, name, and dimensions' names and values, each with
// options at its end, written short with "." (as above) and "..." (all as above).

/**
 * @typedef {object} Definition one row in full
 * @property {string} id
 * @property {string} [expression] metric math; then there is no metric
 * @property {string} [namespace]
 * @property {string} [name]
 * @property {{Name: string, Value: string}[]} [dimensions]
 * @property {string} [label]
 * @property {string} stat
 * @property {number} [period] seconds, when this row or its widget says so
 * @property {string} [unit]
 * @property {string} [color]
 * @property {"left"|"right"} axis
 * @property {boolean} visible
 */

/**
 * @param {object} properties of the widget
 * @returns {Definition[]}
 * @throws {Error} naming the row that cannot be read
 */
export function definitions(properties) {
  const rows = properties.metrics ?? [];
  const ids = new Set(rows.map((row) => options(row).id).filter(Boolean));
  let above = [];
  return rows.map((row, index) => {
    const chosen = options(row);
    const definition = {
      id: chosen.id ?? fresh(ids, index),
      label: chosen.label,
      stat: chosen.stat ?? properties.stat ?? "Average",
      period: seconds(chosen.period ?? (chosen.expression ? undefined : properties.period)),
      color: chosen.color,
      axis: chosen.yAxis === "right" ? "right" : "left",
      visible: chosen.visible !== false,
    };
    if (chosen.expression) {
      return { ...definition, expression: chosen.expression };
    }
    above = inFull(
      row.filter((each) => typeof each === "string"),
      above,
      index,
    );
    return { ...definition, ...metric(above, index) };
  });
}

function options(row) {
  const last = Array.isArray(row) ? row.at(-1) : null;
  return last !== null && typeof last === "object" ? last : {};
}

function fresh(ids, index) {
  let id = `row${index}`;
  while (ids.has(id)) {
    id += "_";
  }
  return id;
}

/** A period may be "auto", which is none of the widget's own. */
function seconds(period) {
  return Number(period) > 0 ? Number(period) : undefined;
}

function inFull(row, above, index) {
  const dots = row.indexOf("...");
  const all =
    dots < 0
      ? row
      : [
          ...row.slice(0, dots),
          ...above.slice(dots, above.length - (row.length - dots - 1)),
          ...row.slice(dots + 1),
        ];
  return all.map((part, place) => {
    if (part === "." && above[place] === undefined) {
      throw new Error(
        `metrics[${index}]: there is nothing above for the "." at place ${place + 1}.`,
      );
    }
    return part === "." ? above[place] : part;
  });
}

function metric(parts, index) {
  const [namespace, name, ...rest] = parts;
  if (!name || rest.length % 2 === 1) {
    throw new Error(
      `metrics[${index}]: a metric is a namespace, a name, and a value for each dimension's name,` +
        ` not ${JSON.stringify(parts)}.`,
    );
  }
  const dimensions = [];
  for (let at = 0; at < rest.length; at += 2) {
    dimensions.push({ Name: rest[at], Value: rest[at + 1] });
  }
  return { namespace, name, dimensions };
}
