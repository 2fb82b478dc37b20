import { element } from "../../dom.js";
import { place, timeOfDay, wait } from "../words.js";

const WORDS = {
  REQUESTED: "Under way",
  ASSIGNED: "Assigned",
  UNASSIGNED: "No unicorn",
  FAILED: "Failed",
  GONE: "Gone",
};

/**
 * The rider's last rides, each a button that shows it. A button stays the same element while its
 * ride goes on: nobody's click or focus is lost.
 *
 * @param {HTMLElement} list
 * @param {HTMLElement} none is shown while there is no ride
 * @param {import("./my-rides.js").MyRides} myRides
 */
export function showRecentRides(list, none, myRides) {
  let buttons = new Map();
  const draw = () => {
    const rides = myRides.rides.get();
    none.hidden = rides.length > 0;
    const before = [...buttons.keys()].join();
    buttons = new Map(rides.map(({ id }) => [id, buttons.get(id) ?? button(id, myRides)]));
    rides.forEach((ride) => fill(buttons.get(ride.id), ride, myRides.selected.get()));
    if ([...buttons.keys()].join() !== before) {
      const focused = list.contains(document.activeElement) ? document.activeElement : null;
      list.replaceChildren(...[...buttons.values()].map((b) => element("li", {}, b)));
      focused?.focus();
    }
  };
  myRides.rides.watch(draw);
  myRides.selected.watch(draw);
}

const button = (id, myRides) =>
  element("button", { type: "button", class: "ride", "data-ride": id, click: () => myRides.select(id) });

function fill(shown, ride, selected) {
  shown.setAttribute("aria-pressed", String(ride.id === selected));
  const now = JSON.stringify(ride);
  if (shown.dataset.now !== now) {
    shown.dataset.now = now;
    shown.replaceChildren(...contents(ride));
  }
}

function contents(ride) {
  const status = ride.gone ? "GONE" : (ride.answer?.Status ?? "REQUESTED");
  const { UnicornName: name, EtaSeconds: eta } = ride.answer ?? {};
  const assigned = status === "ASSIGNED";
  return [
    element("span", { class: `chip ${status}` }, WORDS[status] ?? status),
    element("span", { class: "who" }, assigned ? name : place(ride.pickup)),
    element(
      "span",
      { class: "when" },
      assigned && eta !== undefined ? `in ${wait(eta)}` : "",
      element("time", { datetime: ride.requestTime }, timeOfDay(ride.requestTime)),
    ),
  ];
}
