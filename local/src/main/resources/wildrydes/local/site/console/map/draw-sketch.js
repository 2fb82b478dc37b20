import { LISBON } from "./lisbon.js";
import { toWorld } from "./projection.js";
import { PUGET_SOUND } from "./puget-sound.js";
import { SEOUL } from "./seoul.js";

/** A name that would be cut off is left out. */
const EDGE_PIXELS = 45;
const SKETCHES = [PUGET_SOUND, SEOUL, LISBON].map(projected);

/** Draws the coasts that are known, as far as they are in sight. */
export function drawSketches(context, camera, colours) {
  for (const sketch of SKETCHES.filter((s) => inSight(s, camera))) {
    context.save();
    clipToBox(context, camera, sketch);
    context.fillStyle = colours.land;
    context.fillRect(0, 0, camera.width, camera.height);
    context.lineWidth = 1.25;
    context.strokeStyle = colours.coast;
    fill(context, camera, sketch.water, colours.water);
    fill(context, camera, sketch.islands, colours.land);
    drawRivers(context, camera, sketch, colours);
    drawLines(context, camera, sketch.roads, colours.road, Math.max(1, camera.zoom - 9.5), []);
    drawLines(context, camera, sketch.ferries, colours.coast, 1, [4, 5]);
    context.restore();
    drawLabels(context, camera, sketch, colours);
  }
}

function projected(sketch) {
  const world = ([longitude, latitude]) => toWorld({ longitude, latitude });
  const lines = (all) => all.map((line) => line.map(world));
  const [west, south, east, north] = sketch.box;
  return {
    from: world([west, north]),
    to: world([east, south]),
    water: lines(sketch.water),
    islands: lines(sketch.islands),
    rivers: sketch.rivers.map(({ meters, line }) => ({ meters, line: line.map(world) })),
    roads: lines(sketch.roads),
    ferries: lines(sketch.ferries),
    labels: sketch.labels.map((label) => ({ ...label, at: world(label.at) })),
  };
}

function inSight({ from, to }, camera) {
  return (
    camera.screenX(from.x) < camera.width &&
    camera.screenX(to.x) > 0 &&
    camera.screenY(from.y) < camera.height &&
    camera.screenY(to.y) > 0
  );
}

function clipToBox(context, camera, { from, to }) {
  const [x, y] = [camera.screenX(from.x), camera.screenY(from.y)];
  context.beginPath();
  context.roundRect(x, y, camera.screenX(to.x) - x, camera.screenY(to.y) - y, 12);
  context.clip();
}

function fill(context, camera, shapes, colour) {
  context.fillStyle = colour;
  for (const shape of shapes) {
    context.beginPath();
    trace(context, camera, shape, true);
    context.fill();
    context.stroke();
  }
}

function drawRivers(context, camera, sketch, colours) {
  for (const { meters, line } of sketch.rivers) {
    const width = Math.max(1, meters / camera.metersPerPixel);
    drawLines(context, camera, [line], colours.water, width, []);
  }
}

function drawLines(context, camera, lines, colour, width, dashes) {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.lineCap = "round";
  context.setLineDash(dashes);
  for (const line of lines) {
    context.beginPath();
    trace(context, camera, line, false);
    context.stroke();
  }
  context.setLineDash([]);
}

/** Rounds the corners, as a hand would: the given points steer, their middles are passed. */
function trace(context, camera, points, closed) {
  const at = (i) => {
    const p = points[(i + points.length) % points.length];
    return [camera.screenX(p.x), camera.screenY(p.y)];
  };
  const middle = (i) => at(i).map((value, k) => (value + at(i + 1)[k]) / 2);
  const last = points.length - 1;
  context.moveTo(...(closed ? middle(last) : at(0)));
  for (let i = closed ? 0 : 1; i <= (closed ? last : last - 1); i++) {
    context.quadraticCurveTo(...at(i), ...middle(i));
  }
  if (!closed) {
    context.lineTo(...at(last));
  }
}

function drawLabels(context, camera, sketch, colours) {
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  for (const { text, at, zoom, water } of sketch.labels) {
    if (camera.zoom < zoom) {
      continue;
    }
    context.font = water ? "italic 12px system-ui, sans-serif" : "600 11.5px system-ui, sans-serif";
    context.lineWidth = 3;
    context.strokeStyle = water ? colours.water : colours.land;
    context.fillStyle = water ? colours.sea : colours.place;
    const [x, y] = [camera.screenX(at.x), camera.screenY(at.y)];
    if (x < EDGE_PIXELS || x > camera.width - EDGE_PIXELS) {
      continue;
    }
    context.strokeText(text, x, y);
    context.fillText(text, x, y);
  }
}
