/**
 * Makes an element. Text stays text: names come from outside and may hold anything.
 *
 * @param {string} tag
 * @param {Record<string, unknown>} attributes a function listens to the event of that name; null
 *     and false leave the attribute out
 * @param {...(Node | string | number | null)} children
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      element.addEventListener(name, value);
    } else if (value !== null && value !== false) {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
  element.append(...children.filter((child) => child !== null).map(asNode));
  return element;
}

/** Changes the text only if it is another: a live region would say it again. */
export function say(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

const asNode = (child) => (child instanceof Node ? child : document.createTextNode(String(child)));

/** Makes an element of a drawing. */
export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, String(value));
  }
  element.append(...children.map(asNode));
  return element;
}
