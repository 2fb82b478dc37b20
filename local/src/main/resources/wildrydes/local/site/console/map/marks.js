/** The shapes on the map. Free and busy differ by shape, so that nobody needs to tell colours apart. */

/** A unicorn's head in a box of 32 by 32. */
const HEAD = new Path2D("M8 25c0-8 3-12 9-13l7-8-3 10c2 2 3 4 3 6l-4 1-2-2c-3 1-4 3-4 6z");

/** A disc; small ones are only a dot. */
export function drawFree(context, x, y, radius, colours) {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  outlined(context, colours.free, colours);
  drawHead(context, x, y, radius, colours);
}

/** A diamond. */
export function drawBusy(context, x, y, radius, colours) {
  const r = radius * 1.3;
  context.beginPath();
  context.moveTo(x, y - r);
  context.lineTo(x + r, y);
  context.lineTo(x, y + r);
  context.lineTo(x - r, y);
  context.closePath();
  outlined(context, colours.busy, colours);
  drawHead(context, x, y, radius * 0.85, colours);
}

/** Many at one place: how many, in a ring that shows which part of them is free. */
export function drawCluster(context, x, y, { count, free }, colours) {
  const radius = clusterRadius(count);
  const top = -Math.PI / 2;
  const split = top + (2 * Math.PI * free) / count;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = colours.card;
  context.fill();
  context.lineWidth = 4;
  arc(context, x, y, radius - 2, top, split, free > 0 && colours.free);
  arc(context, x, y, radius - 2, split, top + 2 * Math.PI, free < count && colours.busy);
  context.fillStyle = colours.text;
  context.font = "600 11px system-ui, sans-serif";
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(count < 1000 ? count : `${Math.round(count / 100) / 10}k`, x, y + 0.5);
}

export const clusterRadius = (count) => Math.min(22, 13 + Math.log2(count));

/** A pin whose tip is at the place. */
export function drawPin(context, x, y, colour, colours) {
  context.beginPath();
  context.moveTo(x, y);
  context.bezierCurveTo(x - 4, y - 10, x - 11, y - 13, x - 11, y - 22);
  context.arc(x, y - 22, 11, Math.PI, 0);
  context.bezierCurveTo(x + 11, y - 13, x + 4, y - 10, x, y);
  outlined(context, colour, colours);
  context.beginPath();
  context.arc(x, y - 22, 4, 0, 2 * Math.PI);
  context.fillStyle = colours["on-mark"];
  context.fill();
}

/** Text that reads on anything. */
export function drawTag(context, x, y, text, colours) {
  context.font = "600 11px system-ui, sans-serif";
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = 4;
  context.strokeStyle = colours.card;
  context.strokeText(text, x, y);
  context.fillStyle = colours.text;
  context.fillText(text, x, y);
}

function outlined(context, colour, colours) {
  context.fillStyle = colour;
  context.fill();
  context.lineWidth = 1.5;
  context.strokeStyle = colours["on-mark"];
  context.stroke();
}

function drawHead(context, x, y, radius, colours) {
  if (radius < 8) {
    return;
  }
  const scale = (radius * 1.7) / 32;
  context.save();
  context.translate(x - 16 * scale, y - 15 * scale);
  context.scale(scale, scale);
  context.fillStyle = colours["on-mark"];
  context.fill(HEAD);
  context.restore();
}

function arc(context, x, y, radius, from, to, colour) {
  if (colour) {
    context.beginPath();
    context.arc(x, y, radius, from, to);
    context.strokeStyle = colour;
    context.stroke();
  }
}
