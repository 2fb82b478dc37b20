import { metersBetween } from "./projection.js";

const APART_METERS = 60_000;

const KNOWN = [
  { name: "Seattle", latitude: 47.61, longitude: -122.33 },
  { name: "Seoul", latitude: 37.56, longitude: 126.99 },
  { name: "Lisbon", latitude: 38.72, longitude: -9.15 },
  { name: "Nairobi", latitude: -1.28, longitude: 36.82 },
];

/**
 * The regions that a fleet covers, the one with most unicorns first.
 *
 * @param {import("../local.js").Unicorn[]} unicorns
 * @returns {{name: string, unicorns: import("../local.js").Unicorn[]}[]}
 */
export function regionsOf(unicorns) {
  const regions = [];
  for (const unicorn of unicorns) {
    const near = regions.findLast((r) => metersBetween(r.seed, unicorn) < APART_METERS);
    if (near) {
      near.unicorns.push(unicorn);
    } else {
      regions.push({ seed: unicorn, unicorns: [unicorn] });
    }
  }
  return regions
    .map(({ seed, unicorns: there }) => ({ name: nameOf(seed), unicorns: there }))
    .sort((a, b) => b.unicorns.length - a.unicorns.length);
}

function nameOf(place) {
  const known = KNOWN.find((city) => metersBetween(city, place) < APART_METERS);
  const { latitude, longitude } = place;
  return (
    known?.name ??
    `${Math.abs(latitude).toFixed(1)}° ${latitude < 0 ? "S" : "N"} ${Math.abs(longitude).toFixed(1)}° ${longitude < 0 ? "W" : "E"}`
  );
}
