import { element } from "../../dom.js";

/** By severity: what needs a person first. */
export const STATES = {
  ALARM: { words: "In alarm", sign: "▲", look: "bad" },
  INSUFFICIENT_DATA: { words: "Insufficient data", sign: "?", look: "quiet" },
  OK: { words: "OK", sign: "✓", look: "good" },
};

/** @param {object} alarm as DescribeAlarms answers it */
export function stateBadge(alarm) {
  const { words, sign, look } = stateOf(alarm);
  return element(
    "span",
    { class: `state ${look}`, title: alarm.StateReason ?? "" },
    `${sign} ${words}`,
  );
}

export function stateOf({ StateValue }) {
  return STATES[StateValue] ?? { words: String(StateValue), sign: "?", look: "quiet" };
}
