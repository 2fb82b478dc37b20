import { Camera } from "./camera.js";
import { drawGrid, drawScale } from "./draw-grid.js";
import { drawSketches } from "./draw-sketch.js";
import { FleetLayer } from "./fleet-layer.js";
import { listen } from "./gestures.js";
import { palette } from "./palette.js";
import { drawCrosshair, drawPins, drawWays } from "./ride-layer.js";

/**
 * The map: what it shows is set from outside, and what a person does with it goes back by events.
 *
 * Events: "choose" (detail: a place), "point" (detail: a mark of unicorns, or null, with where it
 * is), "move" (the camera moved by hand).
 */
export class RideMap extends EventTarget {
  camera = new Camera();
  #fleet = new FleetLayer();
  #shown = { pickup: null, reachMeters: 0, rides: [] };
  #element;
  #canvas;
  #colours;
  #drawing = false;
  /** Where the pointer rests: what is there may change under it. */
  #hovered = null;

  /** @param {() => void} onFit what to bring into sight when asked */
  constructor(element, onFit) {
    super();
    this.#element = element;
    this.#canvas = element.querySelector("canvas");
    listen(element, {
      pan: (dx, dy) => this.#moved(() => this.camera.panBy(dx, dy)),
      zoom: (steps, at) => this.#moved(() => this.camera.zoomBy(steps, at)),
      choose: (at) => this.#choose(at),
      chooseCenter: () => this.#chooseCenter(),
      hover: (at) => this.#hover(at),
      fit: onFit,
    });
    element.addEventListener("focus", () => this.redraw());
    element.addEventListener("blur", () => this.redraw());
    new ResizeObserver(() => this.#resize()).observe(element);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.#recolour());
    this.#resize();
    this.#recolour();
  }

  showUnicorns(unicorns) {
    this.#fleet.show(unicorns);
    this.redraw();
  }

  /** @param {Partial<import("./ride-layer.js").Shown>} what */
  show(what) {
    Object.assign(this.#shown, what);
    this.redraw();
  }

  fit(places, options) {
    this.camera.fit(places, options);
    this.redraw();
  }

  zoomBy(steps) {
    this.#moved(() => this.camera.zoomBy(steps));
  }

  /** Draws with the next frame, once, however often it is asked. */
  redraw() {
    if (!this.#drawing) {
      this.#drawing = true;
      requestAnimationFrame(() => {
        this.#drawing = false;
        this.#draw();
      });
    }
  }

  #draw() {
    const context = this.#canvas.getContext("2d");
    const ratio = devicePixelRatio;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const { camera } = this;
    const colours = this.#colours;
    context.fillStyle = colours.unknown;
    context.fillRect(0, 0, camera.width, camera.height);
    drawSketches(context, camera, colours);
    drawGrid(context, camera, colours);
    drawWays(context, camera, colours, this.#shown);
    this.#fleet.draw(context, camera, colours, Date.now());
    drawPins(context, camera, colours, this.#shown);
    drawScale(context, camera, colours);
    if (this.#element.matches(":focus-visible")) {
      drawCrosshair(context, camera, colours);
      this.#point(this.#center());
    } else if (this.#hovered) {
      this.#point(this.#hovered);
    }
  }

  #moved(move) {
    this.#hovered = null;
    move();
    this.redraw();
    this.dispatchEvent(new Event("move"));
  }

  #choose(at) {
    const mark = this.#fleet.at(at, 0);
    if (mark && mark.unicorns.length > 1) {
      this.camera.fit(mark.unicorns, { nearest: Math.min(18, this.camera.zoom + 3) });
      this.#moved(() => {});
      return;
    }
    this.#hover(at);
    this.dispatchEvent(new CustomEvent("choose", { detail: this.camera.place(at) }));
  }

  #chooseCenter() {
    const detail = this.camera.place(this.#center());
    this.dispatchEvent(new CustomEvent("choose", { detail }));
  }

  #center() {
    return { x: this.camera.width / 2, y: this.camera.height / 2 };
  }

  #hover(at) {
    this.#hovered = at;
    this.#point(at);
  }

  #point(at) {
    const mark = at && this.#fleet.at(at);
    this.dispatchEvent(new CustomEvent("point", { detail: mark ?? null }));
  }

  #resize() {
    const { clientWidth, clientHeight } = this.#element;
    this.camera.resize(clientWidth, clientHeight);
    this.#canvas.width = Math.round(clientWidth * devicePixelRatio);
    this.#canvas.height = Math.round(clientHeight * devicePixelRatio);
    this.redraw();
  }

  #recolour() {
    this.#colours = palette(this.#element);
    this.redraw();
  }
}
