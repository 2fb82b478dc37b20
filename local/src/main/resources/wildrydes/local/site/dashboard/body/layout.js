// Where a dashboard's widgets stand on its grid of 24 columns.

export const COLUMNS = 24;
const SIZE = 6;

/**
 * @param {object[]} widgets as in the dashboard's body
 * @returns {{widget: object, x: number, y: number, width: number, height: number}[]} in reading
 *     order, which is also that of the single column in a narrow window
 */
export function placed(widgets) {
  const row = { x: 0, y: 0, bottom: 0 };
  return widgets
    .map((widget) => place(widget, row))
    .sort((one, other) => one.y - other.y || one.x - other.x);
}

/** A widget without a place of its own follows the one before it, as text flows. */
function place(widget, row) {
  const width = clamp(widget.width ?? SIZE, 1, COLUMNS);
  const height = clamp(widget.height ?? SIZE, 1, 1000);
  const flows = !Number.isInteger(widget.x) || !Number.isInteger(widget.y);
  if (flows && row.x + width > COLUMNS) {
    row.x = 0;
    row.y = row.bottom;
  }
  const x = clamp(flows ? row.x : widget.x, 0, COLUMNS - width);
  const y = flows ? row.y : Math.max(0, widget.y);
  row.x = x + width;
  row.y = y;
  row.bottom = Math.max(row.bottom, y + height);
  return { widget, x, y, width, height };
}

function clamp(value, least, most) {
  return Math.min(most, Math.max(least, Math.round(Number(value)) || least));
}
