import { signal } from "../signal.js";
import { readRide, Refused } from "./ride-api.js";
import { keepRides, lastRider, rememberRider, ridesOf } from "./ride-book.js";

const UNREACHABLE_MS = 3000;

/**
 * The rides of the rider whose name is set, the newest first, each followed until it has an outcome.
 *
 * @typedef {import("./ride-book.js").BookedRide} BookedRide
 */
export class MyRides {
  rider = signal(lastRider());
  /** @type {ReturnType<typeof signal<BookedRide[]>>} */
  rides = signal([]);
  /** The id of the ride that is shown in full. */
  selected = signal(/** @type {string | null} */ (null));
  #following = new Set();

  constructor() {
    this.changeRider(this.rider.get());
  }

  changeRider(rider) {
    this.rider.set(rider);
    rememberRider(rider);
    this.rides.set(ridesOf(rider));
    this.selected.set(this.rides.get()[0]?.id ?? null);
    // Much may have happened since: a restart forgets rides, a replay saves them.
    this.rides.get().forEach((ride) => void this.#follow(rider, ride.id));
  }

  /** @param {object} accepted the API's answer to a request */
  add(rider, accepted, { select = true } = {}) {
    const { RideId: id, PickupLocation: at, RequestTime: requestTime } = accepted;
    const pickup = { latitude: at.Latitude, longitude: at.Longitude };
    const others = ridesOf(rider).filter((ride) => ride.id !== id);
    this.#keep(rider, [{ id, pickup, requestTime, answer: accepted }, ...others]);
    if (select && rider === this.rider.get()) {
      this.selected.set(id);
    }
    void this.#follow(rider, id);
  }

  select(id) {
    this.selected.set(id);
    void this.#follow(this.rider.get(), id);
  }

  /** @returns {BookedRide | undefined} */
  shown() {
    return this.rides.get().find((ride) => ride.id === this.selected.get());
  }

  async #follow(rider, id) {
    if (this.#following.has(id)) {
      return;
    }
    this.#following.add(id);
    try {
      for (let wait = 0; wait !== null && rider === this.rider.get(); ) {
        wait = await this.#ask(rider, id);
        await new Promise((done) => setTimeout(done, wait ?? 0));
      }
    } finally {
      this.#following.delete(id);
    }
  }

  /** How long to wait before asking again, in milliseconds; null when there is no need to. */
  async #ask(rider, id) {
    try {
      const { ride, retryAfterMs } = await readRide(rider, id);
      this.#update(rider, id, { answer: ride, gone: false });
      return retryAfterMs;
    } catch (error) {
      if (error instanceof Refused && !error.passing) {
        this.#update(rider, id, { gone: error.status === 404 });
        return null;
      }
      return error.retryAfterMs ?? UNREACHABLE_MS;
    }
  }

  #update(rider, id, change) {
    const rides = ridesOf(rider).map((ride) => (ride.id === id ? { ...ride, ...change } : ride));
    this.#keep(rider, rides);
  }

  #keep(rider, rides) {
    const kept = keepRides(rider, rides);
    if (rider === this.rider.get()) {
      this.rides.set(kept);
    }
  }
}
