import { say } from "../../dom.js";
import { metersBetween } from "../map/projection.js";
import { isBusy } from "../map/fleet-layer.js";
import { distance, many } from "../words.js";
import { requestRide, Refused } from "./ride-api.js";

const ATTEMPTS = 3;
const AGAIN_MS = 1000;
const NAME = /^[\w-]{1,64}$/;

/**
 * Chooses who asks and from where, and asks.
 *
 * @param {HTMLFormElement} form
 * @param {object} state
 * @param {import("./my-rides.js").MyRides} state.myRides
 * @param {ReturnType<typeof import("../signal.js").signal>} state.pickup
 * @param {() => import("../local.js").Unicorn[]} state.unicorns
 * @param {() => number} state.reachMeters
 */
export function runRequestForm(form, { myRides, pickup, unicorns, reachMeters }) {
  const { rider, latitude, longitude } = form.elements;
  const [problem, nearest] = ["problem", "nearest"].map((p) => form.querySelector(`[data-part="${p}"]`));
  /** What is asked for and was not answered: asking again for it must not make a second ride. */
  let unanswered = null;

  rider.value = myRides.rider.get();
  rider.addEventListener("change", () => {
    if (checkName(rider.value, problem)) {
      myRides.changeRider(rider.value.trim());
    }
  });
  for (const field of [latitude, longitude]) {
    field.addEventListener("change", () => {
      const place = placeOf(latitude, longitude);
      if (place) {
        pickup.set(place);
      }
    });
  }
  pickup.watch((place) => {
    if (place && !sameAs(place, placeOf(latitude, longitude))) {
      latitude.value = place.latitude.toFixed(5);
      longitude.value = place.longitude.toFixed(5);
    }
    say(problem, "");
    tellNearest();
  });

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const place = placeOf(latitude, longitude);
    const name = rider.value.trim();
    if (!checkName(name, problem)) {
      return;
    }
    if (!place) {
      say(problem, "Choose a pickup: click on the map, or enter its latitude and longitude in degrees.");
      return;
    }
    const wanted = JSON.stringify([name, place]);
    if (unanswered?.wanted !== wanted) {
      unanswered = { wanted, key: crypto.randomUUID() };
    }
    form.setAttribute("aria-busy", "true");
    say(problem, "");
    try {
      myRides.add(name, await askPatiently(name, place, unanswered.key));
      unanswered = null;
    } catch (error) {
      if (error instanceof Refused && !error.passing) {
        unanswered = null;
        say(problem, error.message);
      } else {
        say(problem, `${error.message} Nothing is lost: press again, and it is still the same ride.`);
      }
    } finally {
      form.removeAttribute("aria-busy");
    }
  });

  function tellNearest() {
    const place = pickup.get();
    say(nearest, place ? nearestFree(place, unicorns(), reachMeters()) : "No pickup chosen yet.");
  }
  return { tellNearest };
}

/** A failed call is repeated with the same key, so that it stays one ride. */
export async function askPatiently(rider, place, key) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await requestRide(rider, place, key);
    } catch (error) {
      const final = error instanceof Refused && !error.passing;
      if (final || attempt === ATTEMPTS) {
        throw error;
      }
      await new Promise((done) => setTimeout(done, error.retryAfterMs ?? attempt * AGAIN_MS));
    }
  }
}

function checkName(name, problem) {
  const fine = NAME.test(name.trim());
  say(problem, fine ? "" : "A rider's name has 1 to 64 letters, digits, - or _.");
  return fine;
}

function placeOf(latitude, longitude) {
  const read = (field) => (field.value.trim() === "" ? NaN : Number(field.value.replace(",", ".")));
  const place = { latitude: read(latitude), longitude: read(longitude) };
  return Number.isFinite(place.latitude) && Number.isFinite(place.longitude) ? place : null;
}

const sameAs = (a, b) => b !== null && a.latitude === b.latitude && a.longitude === b.longitude;

function nearestFree(place, unicorns, reachMeters) {
  const now = Date.now();
  let best = null;
  let inReach = 0;
  for (const unicorn of unicorns) {
    const meters = isBusy(unicorn, now) ? Infinity : metersBetween(place, unicorn);
    inReach += meters <= reachMeters ? 1 : 0;
    if (meters < (best?.meters ?? Infinity)) {
      best = { unicorn, meters };
    }
  }
  if (!best) {
    return "No unicorn is free at the moment.";
  }
  if (reachMeters && inReach === 0) {
    return `No free unicorn within ${distance(reachMeters)}: the ride would wait for one for about a minute, then end without.`;
  }
  const others = inReach > 1 ? `; ${many(inReach, "is free", "are free")} within reach` : "";
  return `Nearest free: ${best.unicorn.name}, ${distance(best.meters)} away${others}.`;
}
