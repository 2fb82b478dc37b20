const SOON = 5;

/**
 * Does the work again and again, one at a time, and not while nobody looks. After work that failed
 * it tries again soon, so the page recovers by itself.
 */
export class Refresher {
  #work;
  #seconds = 0;
  #timer;
  #running = false;
  #again = false;
  #failed = false;

  /** @param {() => Promise<boolean>} work false when it should be tried again soon */
  constructor(work) {
    this.#work = work;
    document.addEventListener("visibilitychange", () => this.#visible());
  }

  /** @param {number} seconds 0 for only when asked */
  every(seconds) {
    this.#seconds = seconds;
    this.#plan();
  }

  async now() {
    if (this.#running) {
      this.#again = true;
      return;
    }
    clearTimeout(this.#timer);
    this.#running = true;
    do {
      this.#again = false;
      this.#failed = !(await this.#work());
    } while (this.#again);
    this.#running = false;
    this.#plan();
  }

  #plan() {
    clearTimeout(this.#timer);
    const seconds = this.#failed ? Math.min(this.#seconds || SOON, SOON) : this.#seconds;
    if (seconds > 0 && !this.#running && !document.hidden) {
      this.#timer = setTimeout(() => this.now(), seconds * 1000);
    }
  }

  #visible() {
    if (document.hidden) {
      clearTimeout(this.#timer);
    } else if (this.#seconds > 0 || this.#failed) {
      this.now();
    }
  }
}
