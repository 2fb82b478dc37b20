// Colours that can be told from the card they are drawn on, in light and in dark.

/** In the order in which CloudWatch gives them to metrics. */
const SERIES = [
  "#1f77b4",
  "#ff7f0e",
  "#2ca02c",
  "#d62728",
  "#9467bd",
  "#8c564b",
  "#e377c2",
  "#7f7f7f",
  "#bcbd22",
  "#17becf",
];
const CARD = { light: [255, 255, 255], dark: [25, 33, 43] };

/** WCAG asks for 3 to 1 of what is no text; thin lines need a little more. */
const CONTRAST = 3.5;

const scheme = matchMedia("(prefers-color-scheme: dark)");

/** The theme's colours by name; to ask for one makes the browser work out the page's style. */
const asked = new Map();
scheme.addEventListener("change", () => asked.clear());

/** @param {() => void} listener called when the scheme changes */
export function onSchemeChange(listener) {
  scheme.addEventListener("change", listener);
}

/**
 * @param {string|undefined} wanted a dashboard's own colour
 * @param {number} index which of the default ones stands in for none
 */
export function seriesColor(wanted, index) {
  const usable = wanted && (rgb(wanted) || CSS.supports("color", wanted));
  return readable(usable ? wanted : SERIES[index % SERIES.length]);
}

/** The same colour, made darker or lighter until it stands out; what is not written as hex stays. */
export function readable(color) {
  const given = rgb(color);
  if (!given) {
    return color;
  }
  const card = scheme.matches ? CARD.dark : CARD.light;
  const end = scheme.matches ? 255 : 0;
  let mixed = given;
  for (let part = 0.1; contrast(mixed, card) < CONTRAST && part <= 1; part += 0.1) {
    mixed = given.map((each) => Math.round(each + (end - each) * part));
  }
  return `#${mixed.map((each) => each.toString(16).padStart(2, "0")).join("")}`;
}

/** @returns {string} the colour, see-through */
export function faint(color, share = 0.25) {
  const [red, green, blue] = rgb(color) ?? [];
  return red === undefined ? "transparent" : `rgb(${red} ${green} ${blue} / ${share})`;
}

/** One of the theme's own colours as it is now. */
export function themed(name) {
  if (!asked.has(name)) {
    asked.set(name, resolved(name));
  }
  return asked.get(name);
}

function resolved(name) {
  const probe = document.createElement("i");
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

function rgb(color) {
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color);
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(color);
  return (
    long?.slice(1).map((each) => parseInt(each, 16)) ??
    short?.slice(1).map((each) => parseInt(each + each, 16))
  );
}

function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function luminance(color) {
  const [red, green, blue] = color.map((each) => {
    const share = each / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
