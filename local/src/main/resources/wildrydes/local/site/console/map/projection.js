/**
 * Web Mercator: the whole world is the square from (0, 0), north-west, to (1, 1).
 *
 * @typedef {{latitude: number, longitude: number}} Place
 * @typedef {{x: number, y: number}} Point
 */

const EARTH_RADIUS_METERS = 6_371_008.8;
const NORTHMOST = 85.05;
const radians = (degrees) => (degrees * Math.PI) / 180;

/** @returns {Point} */
export function toWorld({ latitude, longitude }) {
  const phi = radians(Math.max(-NORTHMOST, Math.min(NORTHMOST, latitude)));
  return {
    x: (longitude + 180) / 360,
    y: (1 - Math.log(Math.tan(phi) + 1 / Math.cos(phi)) / Math.PI) / 2,
  };
}

/** @returns {Place} */
export function toPlace({ x, y }) {
  const longitude = ((((x % 1) + 1) % 1) * 360) - 180;
  const latitude = (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
  return { latitude, longitude };
}

/** The length of the whole world's width, measured along that latitude. */
export function metersAround(latitude) {
  return 2 * Math.PI * EARTH_RADIUS_METERS * Math.cos(radians(latitude));
}

/** Along a great circle. */
export function metersBetween(a, b) {
  const dLatitude = radians(b.latitude - a.latitude) / 2;
  const dLongitude = radians(b.longitude - a.longitude) / 2;
  const h =
    Math.sin(dLatitude) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(dLongitude) ** 2;
  return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(h)));
}
