import { faint, readable, themed } from "../format/colors.js";

/**
 * A widget's annotations as the chart library draws them.
 *
 * @param {{horizontal?: object[], vertical?: object[]}} annotations as in the dashboard's body; two
 *     of them in an array are the borders of a band
 * @param {{left: boolean, right: boolean}} axes that are drawn
 * @returns {object} shapes by name
 */
export function shapes({ horizontal = [], vertical = [] }, axes) {
  const drawn = {};
  horizontal.forEach((each, index) => addAll(drawn, `h${index}`, each, (one) => across(one, axes)));
  vertical.forEach((each, index) => addAll(drawn, `v${index}`, each, upright));
  return drawn;
}

/** @returns {number[]} the values that an axis must reach */
export function reached(horizontal = [], axis) {
  return horizontal
    .flat()
    .filter(
      (each) => each.visible !== false && (each.yAxis === "right" ? "right" : "left") === axis,
    )
    .map((each) => Number(each.value))
    .filter(Number.isFinite);
}

function across(annotation, axes) {
  const scale = annotation.yAxis === "right" ? "right" : "left";
  return axes[scale] && Number.isFinite(Number(annotation.value))
    ? {
        scale: { yScaleID: scale },
        at: Number(annotation.value),
        least: "yMin",
        most: "yMax",
        before: "below",
        position: "start",
      }
    : null;
}

function upright(annotation) {
  const at = Date.parse(annotation.value);
  return Number.isFinite(at)
    ? {
        scale: { xScaleID: "x" },
        at,
        least: "xMin",
        most: "xMax",
        before: "before",
        position: "end",
      }
    : null;
}

function addAll(drawn, name, given, place) {
  const borders = [given].flat().filter((each) => each && each.visible !== false);
  const places = borders.map(place);
  if (places.length === 0 || places.includes(null)) {
    return;
  }
  borders.forEach((each, index) => (drawn[`${name}-${index}`] = line(each, places[index])));
  const area = filled(borders, places);
  if (area) {
    drawn[`${name}-fill`] = area;
  }
}

function line(annotation, { scale, at, least, most, position }) {
  const color = colorOf(annotation);
  return {
    type: "line",
    ...scale,
    [least]: at,
    [most]: at,
    borderColor: color,
    borderWidth: 1.5,
    borderDash: [5, 4],
    label: {
      display: Boolean(annotation.label),
      content: annotation.label,
      position,
      backgroundColor: themed("--card"),
      color,
      font: { size: 11, weight: "normal" },
      padding: { x: 4, y: 1 },
      borderRadius: 3,
    },
  };
}

function filled(borders, places) {
  const [{ scale, least, most, before, at }] = places;
  const look = {
    type: "box",
    ...scale,
    borderWidth: 0,
    backgroundColor: faint(rgbOf(borders[0]), 0.12),
    drawTime: "beforeDatasetsDraw",
  };
  if (places.length === 2) {
    const [low, high] = places.map((each) => each.at).sort((one, other) => one - other);
    return { ...look, [least]: low, [most]: high };
  }
  const { fill } = borders[0];
  return !fill || fill === "none" ? null : { ...look, [fill === before ? most : least]: at };
}

function colorOf(annotation) {
  return annotation.color
    ? readable(annotation.color)
    : themed(annotation.kind === "alarm" ? "--bad" : "--quiet");
}

function rgbOf(annotation) {
  return readable(annotation.color ?? (annotation.kind === "alarm" ? "#c01f2f" : "#7f7f7f"));
}
