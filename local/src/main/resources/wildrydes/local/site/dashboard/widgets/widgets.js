import { AlarmStatus } from "./alarm-status.js";
import { Frame } from "./frame.js";
import { Metric } from "./metric.js";
import { Text } from "./text.js";
import { notDrawn } from "./not-drawn.js";

/**
 * @typedef {object} Widget
 * @property {HTMLElement} element
 * @property {(moment: Moment) => Promise<void>} refresh fails with what the reader should know
 * @property {() => void} destroy
 *
 * @typedef {object} Moment what all widgets are drawn for
 * @property {import("../range.js").Range} range
 * @property {"auto"|"inherit"} periodOverride
 * @property {string|undefined} zone
 * @property {number} now epoch seconds
 */

const KINDS = { metric: Metric, text: Text, alarm: AlarmStatus };

/**
 * @param {object} placed as the layout answers it
 * @param {import("../chart/crosshair.js").Crosshair} crosshair
 * @returns {Widget}
 */
export function widget(placed, crosshair) {
  const { type, properties = {} } = placed.widget;
  const frame = new Frame(placed, KINDS[type] ? type : "not-drawn");
  frame.title(typeof properties.title === "string" ? properties.title : "");
  const Kind = KINDS[type];
  const content = Kind
    ? guarded(() => new Kind(properties, frame, crosshair), frame)
    : notDrawn(frame, type, properties);
  return {
    element: frame.element,
    destroy: () => content.destroy?.(),
    async refresh(moment) {
      try {
        await content.refresh?.(moment);
        if (content.refresh) {
          frame.problem(null);
        }
      } catch (error) {
        frame.problem(error.message);
        throw error;
      }
    },
  };
}

/** A widget that cannot be read must not take its neighbours with it. */
function guarded(make, frame) {
  try {
    return make();
  } catch (error) {
    frame.problem(error.message);
    return {};
  }
}
