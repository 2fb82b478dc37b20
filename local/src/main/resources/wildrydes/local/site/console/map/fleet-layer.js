import { drawBusy, drawCluster, drawFree, drawTag, clusterRadius } from "./marks.js";
import { toWorld } from "./projection.js";
import { clock } from "../words.js";

const CELL_PIXELS = 48;
const DRAWN_ONE_BY_ONE = 120;
const MARGIN_PIXELS = 30;

/**
 * The unicorns. When many are in sight, those of one cell become one mark, so that a frame never
 * draws more than the screen has cells.
 *
 * @typedef {import("../local.js").Unicorn} Unicorn
 * @typedef {{x: number, y: number, radius: number, unicorns: Unicorn[]}} Mark
 */
export class FleetLayer {
  /** @type {{unicorn: Unicorn, x: number, y: number}[]} */
  #placed = [];
  /** @type {Mark[]} what was drawn last */
  #marks = [];

  /** @param {Unicorn[]} unicorns */
  show(unicorns) {
    this.#placed = unicorns.map((unicorn) => ({ unicorn, ...toWorld(unicorn) }));
  }

  draw(context, camera, colours, now) {
    const inSight = this.#inSight(camera);
    this.#marks =
      inSight.length <= DRAWN_ONE_BY_ONE
        ? inSight.map((p) => single(p, camera))
        : byCell(inSight, camera);
    for (const mark of this.#marks) {
      drawMark(context, mark, colours, now);
    }
    if (camera.zoom >= 11) {
      drawTimesLeft(context, this.#marks, colours, now);
    }
  }

  /** The mark there, the uppermost first. */
  at({ x, y }, slack = 4) {
    return this.#marks.findLast((m) => Math.hypot(m.x - x, m.y - y) <= m.radius + slack);
  }

  #inSight(camera) {
    const room = MARGIN_PIXELS / camera.scale;
    const [halfWidth, halfHeight] = [camera.width / 2, camera.height / 2];
    const [dx, dy] = [halfWidth / camera.scale + room, halfHeight / camera.scale + room];
    const { x, y } = camera.center;
    return this.#placed.filter((p) => Math.abs(p.x - x) <= dx && Math.abs(p.y - y) <= dy);
  }
}

export const isBusy = (unicorn, now) => (unicorn.busyUntil ?? 0) > now;

function single(placed, camera) {
  return {
    x: camera.screenX(placed.x),
    y: camera.screenY(placed.y),
    radius: camera.zoom < 9 ? 5 : camera.zoom < 11 ? 9 : 12,
    unicorns: [placed.unicorn],
  };
}

/** Cells lie on the world, not on the screen, so that marks stay where they are while panning. */
function byCell(placed, camera) {
  const size = CELL_PIXELS / camera.scale;
  const cells = new Map();
  for (const p of placed) {
    const key = `${Math.floor(p.x / size)}/${Math.floor(p.y / size)}`;
    const cell = cells.get(key);
    if (cell) {
      cell.push(p);
    } else {
      cells.set(key, [p]);
    }
  }
  return [...cells.values()].flatMap((cell) =>
    cell.length <= 2 ? cell.map((p) => single(p, camera)) : [together(cell, camera)],
  );
}

function together(cell, camera) {
  const sum = (axis) => cell.reduce((total, p) => total + p[axis], 0) / cell.length;
  return {
    x: camera.screenX(sum("x")),
    y: camera.screenY(sum("y")),
    radius: clusterRadius(cell.length),
    unicorns: cell.map((p) => p.unicorn),
  };
}

function drawMark(context, { x, y, radius, unicorns }, colours, now) {
  if (unicorns.length > 1) {
    const free = unicorns.filter((u) => !isBusy(u, now)).length;
    drawCluster(context, x, y, { count: unicorns.length, free }, colours);
    return;
  }
  if (isBusy(unicorns[0], now)) {
    drawBusy(context, x, y, radius, colours);
  } else {
    drawFree(context, x, y, radius, colours);
  }
}

/** Below the busy ones, except where one would lie upon another. */
function drawTimesLeft(context, marks, colours, now) {
  const tags = [];
  for (const { x, y: markY, radius, unicorns } of marks) {
    const y = markY + radius + 13;
    const covers = (tag) => Math.abs(tag.x - x) < 34 && Math.abs(tag.y - y) < 15;
    if (unicorns.length === 1 && isBusy(unicorns[0], now) && !tags.some(covers)) {
      drawTag(context, x, y, clock(unicorns[0].busyUntil - now), colours);
      tags.push({ x, y });
    }
  }
}
