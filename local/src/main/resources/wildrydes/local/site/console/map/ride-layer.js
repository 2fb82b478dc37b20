import { drawPin } from "./marks.js";

/**
 * Where the rider wants to be fetched, and the way of the unicorn that comes.
 *
 * @typedef {object} Shown
 * @property {import("./projection.js").Place | null} pickup the one that is being chosen
 * @property {number} reachMeters how far from there a unicorn may be; 0 draws none
 * @property {{pickup: Place, unicorn?: Place, progress: number}[]} rides progress is 0 to 1
 */

/** Below the unicorns. */
export function drawWays(context, camera, colours, { pickup, reachMeters, rides }) {
  if (pickup && reachMeters) {
    const { x, y } = camera.screen(pickup);
    context.beginPath();
    context.arc(x, y, reachMeters / camera.metersPerPixel, 0, 2 * Math.PI);
    context.setLineDash([3, 6]);
    context.lineWidth = 1.25;
    context.strokeStyle = colours.pickup;
    context.stroke();
    context.setLineDash([]);
  }
  for (const ride of rides.filter((r) => r.unicorn)) {
    const [from, to] = [camera.screen(ride.unicorn), camera.screen(ride.pickup)];
    context.lineWidth = 3;
    context.strokeStyle = colours.pickup;
    context.setLineDash([1, 7]);
    context.lineCap = "round";
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
    context.stroke();
    context.setLineDash([]);
    drawTraveller(context, from, to, ride.progress, colours);
  }
}

/** Above the unicorns. */
export function drawPins(context, camera, colours, { pickup, rides }) {
  for (const ride of rides) {
    const { x, y } = camera.screen(ride.pickup);
    drawPin(context, x, y, colours.pickup, colours);
  }
  if (pickup) {
    const { x, y } = camera.screen(pickup);
    drawPin(context, x, y, colours.accent, colours);
  }
}

/** Enter would choose what is under it. */
export function drawCrosshair(context, camera, colours) {
  const [x, y] = [Math.round(camera.width / 2) + 0.5, Math.round(camera.height / 2) + 0.5];
  for (const [colour, width] of [[colours.card, 5], [colours.text, 2]]) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.beginPath();
    for (const [dx, dy] of [[1, 0], [-1, 0], [0, 1], [0, -1]]) {
      context.moveTo(x + 5 * dx, y + 5 * dy);
      context.lineTo(x + 16 * dx, y + 16 * dy);
    }
    context.stroke();
  }
}

function drawTraveller(context, from, to, progress, colours) {
  if (progress <= 0 || progress >= 1) {
    return;
  }
  const x = from.x + (to.x - from.x) * progress;
  const y = from.y + (to.y - from.y) * progress;
  context.beginPath();
  context.arc(x, y, 6, 0, 2 * Math.PI);
  context.fillStyle = colours.pickup;
  context.fill();
  context.lineWidth = 2;
  context.strokeStyle = colours["on-mark"];
  context.stroke();
}
