// Numbers and their units, short enough for an axis or exact enough to be read off.

const SIZES = [
  [1e15, "P"],
  [1e12, "T"],
  [1e9, "G"],
  [1e6, "M"],
  [1e3, "k"],
];

const SYMBOLS = {
  Seconds: " s",
  Milliseconds: " ms",
  Microseconds: " µs",
  Percent: " %",
  Bytes: " B",
  Kilobytes: " kB",
  Megabytes: " MB",
  Gigabytes: " GB",
  Bits: " bit",
  Count: "",
  None: "",
};

const EXACT = new Intl.NumberFormat("en-US", { maximumFractionDigits: 3 });
const SMALL = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 3 });
const FULL = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 15 });

/** @returns {string} at most three digits that matter: 1.23k, 45.6M, 0.012 */
export function short(value) {
  const [size, letter] = SIZES.find(([each]) => Math.abs(value) >= each * 0.9995) ?? [1, ""];
  const digits = SMALL.format(value / size);
  return Math.abs(value) < 1e-6 && value !== 0 ? value.toExponential(1) : digits + letter;
}

/** @returns {string} what a person reads off a graph: 1,234.568 */
export function exact(value) {
  return Math.abs(value) < 1 ? SMALL.format(value) : EXACT.format(value);
}

/** @returns {string} every digit there is */
export function full(value) {
  return FULL.format(value);
}

/**
 * @param {string} number
 * @param {string|null} unit as CloudWatch names it
 */
export function withUnit(number, unit) {
  return number + symbol(unit);
}

/** @returns {string} what stands behind a number: " ms", or nothing for a count */
export function symbol(unit) {
  if (!unit) {
    return "";
  }
  return (
    SYMBOLS[unit] ??
    (unit.endsWith("/Second") ? `${SYMBOLS[unit.slice(0, -7)] ?? ""}/s` : ` ${unit}`)
  );
}
