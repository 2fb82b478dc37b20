import { el } from "../dom.js";
import { place, timeOfDay, wait } from "../words.js";

const WORDS = {
  REQUESTED: "Under way",
  ASSIGNED: "Assigned",
  UNASSIGNED: "No unicorn",
  FAILED: "Failed",
  GONE: "Gone",
};

/**
 * The rider's last rides, each a button that shows it.
 *
 * @param {HTMLElement} list
 * @param {HTMLElement} none is shown while there is no ride
 * @param {import("./my-rides.js").MyRides} myRides
 */
export function showRecentRides(list, none, myRides) {
  const draw = () => {
    const rides = myRides.rides.get();
    none.hidden = rides.length > 0;
    const focused = document.activeElement?.closest?.("[data-ride]")?.dataset.ride;
    list.replaceChildren(...rides.map((ride) => item(ride, myRides)));
    list.querySelector(`[data-ride="${CSS.escape(focused ?? "")}"]`)?.focus();
  };
  myRides.rides.watch(draw);
  myRides.selected.watch(draw);
}

function item(ride, myRides) {
  const status = ride.gone ? "GONE" : (ride.answer?.Status ?? "REQUESTED");
  const { UnicornName: name, EtaSeconds: eta } = ride.answer ?? {};
  return el(
    "li",
    {},
    el(
      "button",
      {
        type: "button",
        class: "ride",
        "data-ride": ride.id,
        "data-status": status,
        "aria-pressed": String(ride.id === myRides.selected.get()),
        click: () => myRides.select(ride.id),
      },
      el("span", { class: `chip ${status}` }, WORDS[status] ?? status),
      el("span", { class: "who" }, status === "ASSIGNED" ? name : place(ride.pickup)),
      el(
        "span",
        { class: "when" },
        status === "ASSIGNED" && eta !== undefined ? `in ${wait(eta)}` : "",
        el("time", { datetime: ride.requestTime }, timeOfDay(ride.requestTime)),
      ),
    ),
  );
}
