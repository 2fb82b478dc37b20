/**
 * Does something again and again, the next time only after the last has ended. A page that nobody
 * sees rests, and catches up at once when it is seen.
 *
 * @param {number} milliseconds between the end of one and the begin of the next
 * @param {() => Promise<void>} task must not fail
 */
export function every(milliseconds, task) {
  let resting = false;
  const run = async () => {
    await task();
    setTimeout(next, milliseconds);
  };
  const next = () => {
    resting = document.hidden;
    if (!resting) {
      void run();
    }
  };
  document.addEventListener("visibilitychange", () => {
    if (resting) {
      next();
    }
  });
  void run();
}
