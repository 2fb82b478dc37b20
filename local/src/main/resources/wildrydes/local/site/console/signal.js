/**
 * A value that tells who listens when it is set.
 *
 * @template T
 * @param {T} initial
 */
export function signal(initial) {
  let value = initial;
  const listeners = new Set();
  return {
    get: () => value,
    /** @param {T} next */
    set(next) {
      value = next;
      listeners.forEach((listener) => listener(value));
    },
    /** Is told at once, too. @param {(value: T) => void} listener */
    watch(listener) {
      listeners.add(listener);
      listener(value);
    },
  };
}
