import { parsed, written } from "./range.js";

const EVERY = 10;
const LEAST = 0.2;
const MOST = 3600;

/** What is looked at, kept in the page's address, so that a view can be shared and reloaded. */
export class Address {
  /** @param {() => void} changed called when the reader goes back or forward */
  constructor(changed) {
    addEventListener("popstate", changed);
  }

  /** @returns {string|null} null for the stack's own dashboard */
  get name() {
    return this.#read("name");
  }

  /** @returns {import("./range.js").Range|null} null for the dashboard's own */
  get range() {
    return parsed(this.#read("range"));
  }

  /** @returns {number} seconds between refreshes, 0 for none */
  get every() {
    const given = Number(this.#read("refresh") ?? EVERY);
    // Timers take no number that is much larger, and run at once instead.
    return given === 0 ? 0 : given > 0 ? Math.min(Math.max(given, LEAST), MOST) : EVERY;
  }

  /** @returns {"UTC"|undefined} */
  get zone() {
    return this.#read("zone") === "UTC" ? "UTC" : undefined;
  }

  /** @param {{name?: string, range?: object, every?: number, zone?: string}} changes */
  change({ name, range, every, zone }) {
    const query = new URLSearchParams(location.search);
    const set = (key, value) => (value === "" ? query.delete(key) : query.set(key, value));
    if (name !== undefined) {
      set("name", name);
      query.delete("range");
    }
    if (range !== undefined) {
      set("range", written(range));
    }
    if (every !== undefined) {
      set("refresh", every === EVERY ? "" : String(every));
    }
    if (zone !== undefined) {
      set("zone", zone);
    }
    // Escaped slashes and colons would make a shared address hard to read.
    const text = query.toString().replaceAll("%2F", "/").replaceAll("%3A", ":");
    history.pushState(null, "", text ? `?${text}` : location.pathname);
  }

  #read(key) {
    return new URLSearchParams(location.search).get(key);
  }
}
