import { element, say } from "../../dom.js";
import { clock, many, place } from "../words.js";
import { isBusy } from "./fleet-layer.js";
import { RideMap } from "./map.js";
import { regionsOf } from "./regions.js";

const GAP = 8;

/**
 * The map with its buttons, its list of regions and the note that names what is pointed at.
 *
 * @param {HTMLElement} panel
 * @param {ReturnType<typeof import("../signal.js").signal>} pickup what is chosen on it
 */
export function runMap(panel, pickup) {
  const part = (name) => panel.querySelector(`[data-part="${name}"]`);
  const [regionList, note, spoken] = ["regions", "note", "spoken"].map(part);
  let regions = [];
  let untouched = true;

  const map = new RideMap(part("map"), fitRegion);
  addressed(map);
  untouched = location.hash === "";

  part("nearer").addEventListener("click", () => map.zoomBy(0.75));
  part("farther").addEventListener("click", () => map.zoomBy(-0.75));
  part("fit").addEventListener("click", fitRegion);
  regionList.addEventListener("change", fitRegion);
  map.addEventListener("move", () => {
    untouched = false;
    showNote(note, spoken, null);
  });
  map.addEventListener("point", ({ detail: mark }) => showNote(note, spoken, mark));
  map.addEventListener("choose", ({ detail }) => {
    pickup.set(detail);
    say(spoken, `Pickup at ${place(detail)}.`);
  });
  window.addEventListener("hashchange", () => addressed(map));

  function fitRegion() {
    map.fit(regions[regionList.selectedIndex]?.unicorns ?? [], { margin: 70, nearest: 14 });
  }

  /** @param {import("../local.js").Unicorn[]} unicorns */
  function showUnicorns(unicorns) {
    map.showUnicorns(unicorns);
    const names = regions.map(titled).join();
    regions = regionsOf(unicorns);
    if (regions.map(titled).join() === names) {
      return;
    }
    const chosen = regionList.value;
    regionList.replaceChildren(...regions.map((r) => element("option", { value: r.name }, titled(r))));
    regionList.value = regions.some((r) => r.name === chosen) ? chosen : (regions[0]?.name ?? "");
    if (untouched && regions.length > 0) {
      untouched = false;
      fitRegion();
    }
  }

  return { map, showUnicorns };
}

const titled = ({ name, unicorns }) => `${name} (${many(unicorns.length, "unicorn")})`;

/** A place in the address, #ZOOM/LATITUDE/LONGITUDE, is where the map begins. */
function addressed(map) {
  const [zoom, latitude, longitude] = location.hash.slice(1).split("/").map(Number);
  if ([zoom, latitude, longitude].every(Number.isFinite) && location.hash !== "") {
    map.camera.lookAt({ latitude, longitude }, zoom);
    map.redraw();
  }
}

function showNote(note, spoken, mark) {
  note.hidden = mark === null;
  if (mark === null) {
    return;
  }
  const text = described(mark.unicorns);
  say(note, text);
  putBeside(note, mark);
  if (document.activeElement === note.parentElement) {
    say(spoken, text);
  }
}

/** Above it, or below where there is no room; never over the map's edge. */
function putBeside(note, { x, y, radius }) {
  const { offsetWidth: width, offsetHeight: height, parentElement: map } = note;
  const left = Math.max(GAP, Math.min(map.clientWidth - width - GAP, x - width / 2));
  const above = y - radius - GAP - height;
  note.style.translate = `${Math.round(left)}px ${Math.round(above > 0 ? above : y + radius + GAP)}px`;
}

function described(unicorns) {
  const now = Date.now();
  if (unicorns.length > 1) {
    const free = unicorns.filter((unicorn) => !isBusy(unicorn, now)).length;
    return `${many(unicorns.length, "unicorn")}, ${free} free`;
  }
  const [{ name, color, gender, busyUntil }] = unicorns;
  const state = isBusy({ busyUntil }, now) ? `busy for ${clock(busyUntil - now)}` : "free";
  return [name, color, gender, state].filter(Boolean).join(" · ");
}
