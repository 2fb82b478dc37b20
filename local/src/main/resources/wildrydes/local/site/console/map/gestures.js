const CLICK_PIXELS = 5;
const KEY_PAN_PIXELS = 60;
const WHEEL_STEP = 1 / 240;

/**
 * Turns pointers, wheel and keys into what they mean for a map.
 *
 * @param {HTMLElement} element focusable
 * @param {object} meaning
 * @param {(dx: number, dy: number) => void} meaning.pan
 * @param {(steps: number, at?: {x: number, y: number}) => void} meaning.zoom
 * @param {(at: {x: number, y: number}) => void} meaning.choose a click or a tap
 * @param {() => void} meaning.chooseCenter
 * @param {(at: {x: number, y: number} | null) => void} meaning.hover null when it left
 * @param {() => void} meaning.fit
 */
export function listen(element, meaning) {
  listenToPointers(element, meaning);
  element.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      // Some mice count in lines.
      const pixels = event.deltaMode === 1 ? event.deltaY * 30 : event.deltaY;
      meaning.zoom(-Math.max(-240, Math.min(240, pixels)) * WHEEL_STEP, where(element, event));
    },
    { passive: false },
  );
  element.addEventListener("keydown", (event) => {
    if (event.target === element && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const act = keyMeaning(event, meaning);
      if (act) {
        event.preventDefault();
        act();
      }
    }
  });
}

function keyMeaning(event, { pan, zoom, chooseCenter, fit }) {
  const far = KEY_PAN_PIXELS * (event.shiftKey ? 4 : 1);
  return {
    ArrowLeft: () => pan(far, 0),
    ArrowRight: () => pan(-far, 0),
    ArrowUp: () => pan(0, far),
    ArrowDown: () => pan(0, -far),
    "+": () => zoom(0.5),
    "=": () => zoom(0.5),
    "-": () => zoom(-0.5),
    0: fit,
    Enter: chooseCenter,
    " ": chooseCenter,
  }[event.key];
}

function listenToPointers(element, { pan, zoom, choose, hover }) {
  const down = new Map();
  let travelled = 0;
  element.addEventListener("pointerdown", (event) => {
    if (event.button === 0 && event.target.tagName === "CANVAS") {
      element.setPointerCapture(event.pointerId);
      travelled = down.size === 0 ? 0 : Infinity;
      down.set(event.pointerId, where(element, event));
    }
  });
  element.addEventListener("pointermove", (event) => {
    const now = where(element, event);
    const before = down.get(event.pointerId);
    if (!before) {
      hover(event.target.tagName === "CANVAS" ? now : null);
      return;
    }
    travelled += Math.hypot(now.x - before.x, now.y - before.y);
    const others = [...down.entries()].filter(([id]) => id !== event.pointerId);
    if (others.length === 0 && travelled > CLICK_PIXELS) {
      pan(now.x - before.x, now.y - before.y);
    } else if (others.length === 1) {
      pinch(others[0][1], before, now, { pan, zoom });
    }
    down.set(event.pointerId, now);
  });
  const up = (event) => {
    if (down.delete(event.pointerId) && event.type === "pointerup" && travelled <= CLICK_PIXELS) {
      choose(where(element, event));
    }
  };
  element.addEventListener("pointerup", up);
  element.addEventListener("pointercancel", up);
  element.addEventListener("pointerleave", (event) => {
    // A finger leaves with every tap, and what it has pointed at should be read.
    if (event.pointerType !== "touch") {
      hover(null);
    }
  });
}

function pinch(still, before, now, { pan, zoom }) {
  const distance = (p) => Math.max(1, Math.hypot(p.x - still.x, p.y - still.y));
  pan((now.x - before.x) / 2, (now.y - before.y) / 2);
  zoom(Math.log2(distance(now) / distance(before)), {
    x: (still.x + now.x) / 2,
    y: (still.y + now.y) / 2,
  });
}

function where(element, event) {
  const box = element.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}
