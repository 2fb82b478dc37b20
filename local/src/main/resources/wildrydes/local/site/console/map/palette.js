const NAMES = [
  "unknown", "land", "water", "coast", "road", "place", "sea", "grid", "free", "busy", "on-mark",
  "pickup", "accent", "card", "text", "quiet",
];

/**
 * The theme's colours as a canvas understands them; asked again after the colour scheme changed.
 *
 * @returns {Record<string, string>} by the name of the custom property, without its dashes
 */
export function palette(element) {
  const probe = element.ownerDocument.createElement("span");
  probe.hidden = true;
  element.append(probe);
  const colours = {};
  for (const name of NAMES) {
    // A custom property keeps light-dark(...) as it is written; a real one is resolved.
    probe.style.color = `var(--${name})`;
    colours[name] = getComputedStyle(probe).color;
  }
  probe.remove();
  return colours;
}
