import { every } from "./every.js";
import { say } from "../dom.js";
import { runDeadLetters } from "./dead-letters/panel.js";
import { isUnreachable, localFacts } from "./local.js";
import { runMap } from "./map/map-panel.js";
import { showAlarms } from "./pipeline/alarms.js";
import { showCounters } from "./pipeline/counters.js";
import { showFleet } from "./pipeline/fleet.js";
import { showQueues } from "./pipeline/queues.js";
import { rideMetrics } from "./pipeline/ride-metrics.js";
import { runCrowd } from "./rides/crowd.js";
import { MyRides } from "./rides/my-rides.js";
import { showRecentRides } from "./rides/recent-rides.js";
import { runRequestForm } from "./rides/request-form.js";
import { showRide } from "./rides/ride-panel.js";
import { showWays } from "./rides/ways.js";
import { signal } from "./signal.js";

/** How often is looked, in milliseconds. */
const FLEET_MS = 1500;
const QUEUES_MS = 1500;
const METRICS_MS = 3000;
const ALARMS_MS = 5000;

const NOBODY_THERE = "The pipeline is not answering. Is ./rides local still running? This page goes on trying.";

const at = (selector) => document.querySelector(selector);
const pickup = signal(null);
const myRides = new MyRides();
let pipeline = { startedAt: Date.now(), maxPickupMeters: 0, queues: {} };
let unicorns = [];

/** What cannot be seen at the moment, and why. */
const troubles = new Map();

const { map, showUnicorns } = runMap(at("#map-panel"), pickup);
const form = runRequestForm(at("#request"), {
  myRides,
  pickup,
  unicorns: () => unicorns,
  reachMeters: () => pipeline.maxPickupMeters,
});
runCrowd(at("#crowd"), at("#crowd-progress"), {
  myRides,
  center: () => pickup.get() ?? map.camera.place({ x: map.camera.width / 2, y: map.camera.height / 2 }),
});
showRide(at("#ride"), myRides);
showRecentRides(at("#recent ul"), at("#recent [data-part='none']"), myRides);
runDeadLetters(at("#dead-letters"), at("#queues [data-part='open']"));
const ways = showWays(map, { myRides, pickup, reachMeters: () => pipeline.maxPickupMeters });

watch("the fleet", FLEET_MS, async () => {
  const fleet = await localFacts("unicorns");
  unicorns = fleet.unicorns;
  showUnicorns(unicorns);
  ways.showUnicorns(unicorns);
  showFleet(at("#fleet"), fleet);
  form.tellNearest();
});
watch("the queues", QUEUES_MS, async () => {
  // Asked again each time: a restart is another pipeline.
  pipeline = await localFacts("pipeline");
  showQueues(at("#queues"), (await localFacts("queues")).queues, pipeline.queues);
});
watch("the metrics", METRICS_MS, async () => showCounters(at("#counters"), await rideMetrics(pipeline.startedAt)));
every(ALARMS_MS, () => showAlarms(at("#alarms")));

/** Looks again and again, and tells what is wrong for as long as it is. */
function watch(what, milliseconds, look) {
  const trouble = at("#trouble");
  every(milliseconds, async () => {
    try {
      await look();
      troubles.delete(what);
    } catch (error) {
      troubles.set(what, isUnreachable(error) ? NOBODY_THERE : error.message);
    }
    const texts = [...new Set(troubles.values())];
    say(trouble, texts.join(" "));
    trouble.hidden = texts.length === 0;
  });
}
