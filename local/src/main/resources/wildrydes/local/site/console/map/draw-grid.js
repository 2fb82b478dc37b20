import { toPlace } from "./projection.js";

const STEPS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 45];
const PIXELS_APART = 110;
const NICE_METERS = [1, 2, 5].flatMap((n) => [0, 1, 2, 3, 4, 5, 6].map((e) => n * 10 ** e));

/** Meridians and parallels with their degrees: what orients where no coast is known. */
export function drawGrid(context, camera, colours) {
  const northWest = camera.place({ x: 0, y: 0 });
  const southEast = camera.place({ x: camera.width, y: camera.height });
  const perPixel = 360 / camera.scale;
  const step = STEPS.find((s) => s / perPixel >= PIXELS_APART) ?? 45;
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  context.strokeStyle = colours.grid;
  context.fillStyle = colours.quiet;
  context.lineWidth = 1;
  context.font = "11px system-ui, sans-serif";
  context.textAlign = "left";
  context.textBaseline = "alphabetic";
  const west = toPlace(camera.center).longitude - (camera.width / 2) * perPixel;
  const east = west + camera.width * perPixel;
  for (const degrees of multiples(step, west, east)) {
    const x = camera.screen({ latitude: 0, longitude: degrees }).x;
    line(context, x, 0, x, camera.height);
    if (x > 50 && x < camera.width - 120) {
      context.fillText(longitude(degrees, digits), x + 4, camera.height - 6);
    }
  }
  for (const degrees of multiples(step, southEast.latitude, northWest.latitude)) {
    const y = camera.screen({ latitude: degrees, longitude: 0 }).y;
    line(context, 0, y, camera.width, y);
    if (y > 60 && y < camera.height - 60) {
      context.fillText(latitude(degrees, digits), 6, y - 4);
    }
  }
}

/** A bar of a round length, true at the middle of the map. */
export function drawScale(context, camera, colours) {
  const perPixel = camera.metersPerPixel;
  const meters = NICE_METERS.toSorted((a, b) => a - b).findLast((m) => m / perPixel <= 120) ?? 1;
  const length = meters / perPixel;
  const [x, y] = [14, camera.height - 26];
  context.strokeStyle = colours.text;
  context.fillStyle = colours.text;
  context.lineWidth = 1.5;
  context.beginPath();
  context.moveTo(x, y - 5);
  context.lineTo(x, y);
  context.lineTo(x + length, y);
  context.lineTo(x + length, y - 5);
  context.stroke();
  context.font = "600 11px system-ui, sans-serif";
  context.textAlign = "left";
  context.fillText(meters < 1000 ? `${meters} m` : `${meters / 1000} km`, x + 4, y - 5);
}

function multiples(step, from, to) {
  const first = Math.ceil(from / step);
  const count = Math.max(0, Math.floor(to / step) - first + 1);
  return Array.from({ length: count }, (_, i) => (first + i) * step);
}

function line(context, x1, y1, x2, y2) {
  context.beginPath();
  context.moveTo(Math.round(x1) + 0.5, Math.round(y1) + 0.5);
  context.lineTo(Math.round(x2) + 0.5, Math.round(y2) + 0.5);
  context.stroke();
}

const latitude = (degrees, digits) => `${Math.abs(degrees).toFixed(digits)}° ${degrees < 0 ? "S" : "N"}`;
const longitude = (degrees, digits) => `${Math.abs(degrees).toFixed(digits)}° ${degrees < 0 ? "W" : "E"}`;
