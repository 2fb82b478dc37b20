// What a metric is called that its widget gives no label.

/**
 * The shortest words that tell a widget's metrics apart: the name alone, or whatever of name,
 * dimensions and statistic differs among them.
 *
 * @param {import("./metrics.js").Definition[]} definitions
 * @returns {Map<string, string>} by id; those with a label or an expression are not in it
 */
export function defaultLabels(definitions) {
  const unnamed = definitions.filter((each) => !each.label && !each.expression);
  const parts = unnamed.map((each) => [
    each.name,
    ...each.dimensions.map((dimension) => dimension.Value),
    each.stat,
  ]);
  const longest = Math.max(0, ...parts.map((each) => each.length));
  const differing = [...Array(longest).keys()].filter(
    (place) => new Set(parts.map((each) => each[place])).size > 1,
  );
  return new Map(
    unnamed.map((each, index) => [
      each.id,
      differing
        .map((place) => parts[index][place])
        .filter(Boolean)
        .join(" ") || each.name,
    ]),
  );
}
