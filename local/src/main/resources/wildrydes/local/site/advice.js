const PLACE = /(?:https?:\/\/|\/docs\/)[^\s<>"']+/g;

/**
 * A text in which the places that it names, such as the runbook's section behind an alarm's
 * description, can be followed.
 *
 * @param {string} text
 * @returns {Node[]}
 */
export function withLinks(text) {
  const nodes = [];
  let end = 0;
  for (const place of text.matchAll(PLACE)) {
    const link = document.createElement("a");
    link.href = place[0];
    link.textContent = place[0];
    nodes.push(document.createTextNode(text.slice(end, place.index)), link);
    end = place.index + place[0].length;
  }
  return [...nodes, document.createTextNode(text.slice(end))];
}
