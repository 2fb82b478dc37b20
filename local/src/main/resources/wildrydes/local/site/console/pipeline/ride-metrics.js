import { cloudWatch } from "../../cloudwatch.js";

const NAMESPACE = "WildRydes";
const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Longer than any pipeline runs: all its life falls into one period, for a true percentile. */
const LIFETIME = 1000 * 24 * HOUR;

const OUTCOMES = { assigned: "RidesAssigned", unassigned: "RidesUnassigned", failed: "RidesFailed" };

/**
 * What the recorder has counted.
 *
 * @typedef {{assigned: number, unassigned: number, failed: number}} Outcomes
 * @param {number} startedAt epoch milliseconds
 * @returns {Promise<{hour: Outcomes, life: Outcomes & {p50?: number, p99?: number}, minutes:
 *     (Outcomes & {time: number})[]}>} percentiles in milliseconds; the minutes of the last hour
 *     with epoch seconds, oldest first
 */
export async function rideMetrics(startedAt) {
  const now = Math.floor(Date.now() / 1000) + 1;
  const firstMinute = Math.floor(now / MINUTE) * MINUTE - HOUR + MINUTE;
  const [lastHour, lifetime] = await Promise.all([
    cloudWatch("GetMetricData", {
      StartTime: firstMinute,
      EndTime: now,
      MetricDataQueries: sums(MINUTE),
    }),
    cloudWatch("GetMetricData", {
      StartTime: Math.min(now - 1, Math.floor(startedAt / 1000)),
      EndTime: now,
      MetricDataQueries: [...sums(LIFETIME), timeToAssign("p50"), timeToAssign("p99")],
    }),
  ]);
  return {
    hour: totals(lastHour),
    life: {
      ...totals(lifetime),
      p50: result(lifetime, "p50").Values[0],
      p99: result(lifetime, "p99").Values[0],
    },
    minutes: byMinute(lastHour, firstMinute),
  };
}

const sums = (period) =>
  Object.entries(OUTCOMES).map(([id, metric]) => query(id, metric, "Sum", period));

const timeToAssign = (percentile) => query(percentile, "TimeToAssign", percentile, LIFETIME);

const query = (id, metric, stat, period) => ({
  Id: id,
  MetricStat: { Metric: { Namespace: NAMESPACE, MetricName: metric }, Period: period, Stat: stat },
});

const result = (answer, id) =>
  answer.MetricDataResults.find((r) => r.Id === id) ?? { Timestamps: [], Values: [] };

function totals(answer) {
  const total = (id) => result(answer, id).Values.reduce((a, b) => a + b, 0);
  return Object.fromEntries(Object.keys(OUTCOMES).map((id) => [id, total(id)]));
}

function byMinute(answer, first) {
  const minutes = Array.from({ length: HOUR / MINUTE }, (_, i) => ({
    time: first + i * MINUTE,
    assigned: 0,
    unassigned: 0,
    failed: 0,
  }));
  for (const id of Object.keys(OUTCOMES)) {
    const { Timestamps: times, Values: values } = result(answer, id);
    times.forEach((time, i) => {
      const minute = minutes[Math.round((time - first) / MINUTE)];
      if (minute) {
        minute[id] += values[i];
      }
    });
  }
  return minutes;
}
