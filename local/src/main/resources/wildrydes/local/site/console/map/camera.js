import { metersAround, toPlace, toWorld } from "./projection.js";

const NEAREST = 18;
const FARTHEST = 1;
const WORLD_PIXELS = 256;

/** Which part of the world is in sight. Screen points are CSS pixels from the map's top left. */
export class Camera {
  width = 1;
  height = 1;
  zoom = 11;
  center = { x: 0.5, y: 0.5 };

  /** Pixels that the whole world would be wide. */
  get scale() {
    return WORLD_PIXELS * 2 ** this.zoom;
  }

  get metersPerPixel() {
    return metersAround(toPlace(this.center).latitude) / this.scale;
  }

  resize(width, height) {
    this.width = Math.max(1, width);
    this.height = Math.max(1, height);
  }

  screenX(worldX) {
    return (worldX - this.center.x) * this.scale + this.width / 2;
  }

  screenY(worldY) {
    return (worldY - this.center.y) * this.scale + this.height / 2;
  }

  screen(place) {
    const { x, y } = toWorld(place);
    return { x: this.screenX(x), y: this.screenY(y) };
  }

  place({ x, y }) {
    return toPlace({
      x: this.center.x + (x - this.width / 2) / this.scale,
      y: this.center.y + (y - this.height / 2) / this.scale,
    });
  }

  panBy(dx, dy) {
    this.#moveTo(this.center.x - dx / this.scale, this.center.y - dy / this.scale);
  }

  /** What is under the point stays under it. */
  zoomBy(steps, point = { x: this.width / 2, y: this.height / 2 }) {
    const before = this.scale;
    this.zoom = Math.max(FARTHEST, Math.min(NEAREST, this.zoom + steps));
    const shift = 1 / before - 1 / this.scale;
    this.#moveTo(
      this.center.x + (point.x - this.width / 2) * shift,
      this.center.y + (point.y - this.height / 2) * shift,
    );
  }

  lookAt(place, zoom = this.zoom) {
    this.zoom = Math.max(FARTHEST, Math.min(NEAREST, zoom));
    const { x, y } = toWorld(place);
    this.#moveTo(x, y);
  }

  /** Brings all the places into sight, with some room around, but no nearer than is useful. */
  fit(places, { margin = 48, nearest = 15 } = {}) {
    if (places.length === 0) {
      return;
    }
    const points = places.map(toWorld);
    const xs = points.map((p) => p.x);
    const ys = points.map((p) => p.y);
    const [west, east] = [least(xs), most(xs)];
    const [north, south] = [least(ys), most(ys)];
    const room = (pixels) => Math.max(40, pixels - 2 * margin);
    const scale = Math.min(
      room(this.width) / Math.max(east - west, 1e-9),
      room(this.height) / Math.max(south - north, 1e-9),
    );
    this.zoom = Math.max(FARTHEST, Math.min(nearest, Math.log2(scale / WORLD_PIXELS)));
    this.#moveTo((west + east) / 2, (north + south) / 2);
  }

  #moveTo(x, y) {
    this.center = { x: Math.max(0, Math.min(1, x)), y: Math.max(0, Math.min(1, y)) };
  }
}

// Spreading thousands of arguments would overflow the stack.
const least = (numbers) => numbers.reduce((a, b) => Math.min(a, b));
const most = (numbers) => numbers.reduce((a, b) => Math.max(a, b));
