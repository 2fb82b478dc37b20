const FRAME_MS = 50;
const FRESH_MS = 30_000;
const CALM = matchMedia("(prefers-reduced-motion: reduce)");

/**
 * Shows on the map the chosen pickup and the selected ride with the unicorn that serves it.
 *
 * @param {import("../map/map.js").RideMap} map
 */
export function showWays(map, { myRides, pickup, reachMeters }) {
  /** @type {Map<string, import("../local.js").Unicorn>} by name */
  let fleet = new Map();
  let timer = 0;

  const draw = () => {
    clearTimeout(timer);
    const ride = myRides.shown();
    const chosen = pickup.get();
    const rides = ride && !ride.gone ? [wayOf(ride, fleet.get(ride.answer?.UnicornName))] : [];
    map.show({
      pickup: chosen && !rides.some((r) => isSame(r.pickup, chosen)) ? chosen : null,
      reachMeters: chosen ? reachMeters() : 0,
      rides,
    });
    const travelling = rides.some((r) => r.unicorn && r.progress < 1);
    if (travelling && !CALM.matches && !document.hidden) {
      timer = setTimeout(draw, FRAME_MS);
    }
  };
  pickup.watch(draw);
  myRides.rides.watch(draw);
  let opening = true;
  myRides.selected.watch(() => {
    draw();
    if (!opening) {
      bringIntoSight(map, myRides.shown());
    }
  });
  opening = false;

  return {
    showUnicorns(unicorns) {
      fleet = new Map(unicorns.map((unicorn) => [unicorn.name, unicorn]));
      draw();
    },
  };
}

/**
 * How far the unicorn has come, as its estimate says: the table does not follow it. Once it has
 * another ride, or is free again, this way is history.
 */
function wayOf({ id, pickup, answer = {} }, unicorn) {
  const assigned = answer.Timeline?.findLast((stage) => stage.Stage === "ASSIGNED")?.Time;
  const since = Date.now() - Date.parse(assigned ?? answer.RequestTime);
  const needed = (answer.EtaSeconds ?? 0) * 1000;
  // Just after the assignment the fleet may have been read before it.
  const serves = unicorn?.rideId === id || (!unicorn?.rideId && since < needed + FRESH_MS);
  return {
    pickup,
    unicorn: answer.Status === "ASSIGNED" && serves ? unicorn : undefined,
    progress: needed > 0 ? Math.min(1, since / needed) : 1,
  };
}

function bringIntoSight(map, ride) {
  if (!ride) {
    return;
  }
  const { x, y } = map.camera.screen(ride.pickup);
  const margin = 30;
  const { width, height } = map.camera;
  if (x < margin || y < margin || x > width - margin || y > height - margin) {
    map.camera.lookAt(ride.pickup);
    map.redraw();
  }
}

const isSame = (a, b) =>
  Math.abs(a.latitude - b.latitude) < 1e-5 && Math.abs(a.longitude - b.longitude) < 1e-5;
