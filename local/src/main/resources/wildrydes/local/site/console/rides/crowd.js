import { say } from "../../dom.js";
import { askPatiently } from "./request-form.js";

const RIDES = 20;
const APART_MS = 150;
const AROUND_METERS = 3000;
const METERS_PER_DEGREE = 111_195;

/**
 * Many rides around one place, one after the other: something to look at.
 *
 * @param {HTMLButtonElement} button
 * @param {HTMLElement} progress
 * @param {{myRides: import("./my-rides.js").MyRides, center: () => import("../map/projection.js").Place}} state
 */
export function runCrowd(button, progress, { myRides, center }) {
  button.addEventListener("click", async () => {
    button.disabled = true;
    const rider = myRides.rider.get();
    const middle = center();
    try {
      for (let i = 1; i <= RIDES; i++) {
        say(progress, `Requesting ${i} of ${RIDES} ...`);
        myRides.add(rider, await askPatiently(rider, near(middle), crypto.randomUUID()), {
          select: i === 1,
        });
        await new Promise((done) => setTimeout(done, APART_MS));
      }
      say(progress, `${RIDES} rides are requested.`);
    } catch (error) {
      say(progress, error.message);
    } finally {
      button.disabled = false;
    }
  });
}

/** Evenly spread over a disc. */
function near({ latitude, longitude }) {
  const meters = AROUND_METERS * Math.sqrt(Math.random());
  const angle = 2 * Math.PI * Math.random();
  const east = (meters * Math.sin(angle)) / Math.cos((latitude * Math.PI) / 180);
  return {
    latitude: latitude + (meters * Math.cos(angle)) / METERS_PER_DEGREE,
    longitude: longitude + east / METERS_PER_DEGREE,
  };
}
