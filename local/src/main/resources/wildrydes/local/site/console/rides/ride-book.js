/**
 * The rides a rider asked for, kept in the browser: the API lists none, for each ride is told by its
 * id alone.
 *
 * @typedef {object} BookedRide
 * @property {string} id
 * @property {import("../map/projection.js").Place} pickup
 * @property {string} requestTime ISO 8601
 * @property {object} [answer] what the API said last
 * @property {boolean} [gone] the API knows it no more
 */

const AT_MOST = 20;
const key = (rider) => `wildrydes.rides.${rider}`;
const RIDER = "wildrydes.rider";

/** @returns {BookedRide[]} the newest first */
export function ridesOf(rider) {
  try {
    const kept = JSON.parse(localStorage.getItem(key(rider)) ?? "[]");
    return Array.isArray(kept) ? kept.filter((ride) => typeof ride?.id === "string") : [];
  } catch {
    // What cannot be read is not ours, or from another version.
    return [];
  }
}

/** @param {BookedRide[]} rides the newest first; the oldest are forgotten @returns what is kept */
export function keepRides(rider, rides) {
  const kept = rides.slice(0, AT_MOST);
  keep(key(rider), JSON.stringify(kept));
  return kept;
}

export const lastRider = () => localStorage.getItem(RIDER) ?? "alice";

export const rememberRider = (rider) => keep(RIDER, rider);

function keep(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // A full or forbidden storage costs the memory of rides, not the rides.
  }
}
