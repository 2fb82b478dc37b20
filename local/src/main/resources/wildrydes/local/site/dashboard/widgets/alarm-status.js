import { alarmName, alarms } from "../data/alarms.js";
import { element } from "../../dom.js";
import { clock, dateTime } from "../format/times.js";
import { STATES, stateOf } from "./alarm-state.js";

const ORDERS = {
  default: (one, other) =>
    severity(one) - severity(other) || one.AlarmName.localeCompare(other.AlarmName),
  stateUpdatedTimestamp: (one, other) =>
    (other.StateUpdatedTimestamp ?? 0) - (one.StateUpdatedTimestamp ?? 0),
  timestamp: (one, other) =>
    (one.AlarmConfigurationUpdatedTimestamp ?? 0) - (other.AlarmConfigurationUpdatedTimestamp ?? 0),
};

/** A tile for each alarm, those that need a person first. */
export class AlarmStatus {
  #names;
  #states;
  #order;
  #frame;
  #tiles = element("ul", { class: "alarms" });

  constructor({ alarms: arns = [], states, sortBy }, frame) {
    this.#names = arns.map(alarmName);
    this.#states = states;
    this.#order = ORDERS[sortBy] ?? ORDERS.default;
    this.#frame = frame;
    frame.body.append(this.#tiles);
  }

  /** @param {import("./widgets.js").Moment} moment */
  async refresh({ zone }) {
    const found = await alarms(this.#names);
    const known = [...found.values()];
    const shown = known.filter(
      (each) => !this.#states?.length || this.#states.includes(each.StateValue),
    );
    const missing = this.#names.filter((name) => !found.has(name));
    this.#tiles.replaceChildren(
      ...shown.sort(this.#order).map((each) => tile(each, zone)),
      ...missing.map((name) =>
        element(
          "li",
          { class: "state missing" },
          element("strong", {}, name),
          element("span", {}, "There is no such alarm."),
        ),
      ),
    );
    this.#frame.note(counts(known));
    this.#frame.inWords(
      known.map((each) => `${each.AlarmName}: ${stateOf(each).words}`).join("; "),
    );
  }
}

function tile(alarm, zone) {
  const { words, sign, look } = stateOf(alarm);
  const since = Math.floor(alarm.StateUpdatedTimestamp) * 1000;
  const details = [`Since ${dateTime(since, zone)}`, alarm.AlarmDescription, alarm.StateReason];
  return element(
    "li",
    { class: `state ${look}`, title: details.filter(Boolean).join("\n") },
    element("strong", {}, alarm.AlarmName),
    element("span", {}, `${sign} ${words} `, element("small", {}, `since ${recent(since, zone)}`)),
  );
}

/** Of today the time alone. */
function recent(time, zone) {
  const [day] = dateTime(time, zone).split(" ");
  return dateTime(Date.now(), zone).startsWith(day) ? clock(time, zone) : day;
}

function counts(known) {
  return Object.keys(STATES)
    .map((state) => [known.filter((each) => each.StateValue === state).length, STATES[state].words])
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${count} ${words}`)
    .join(", ");
}

function severity({ StateValue }) {
  const place = Object.keys(STATES).indexOf(StateValue);
  return place < 0 ? Object.keys(STATES).length : place;
}
