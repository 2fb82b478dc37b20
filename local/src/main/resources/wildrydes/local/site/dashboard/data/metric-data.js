import { ask } from "./ask.js";

/**
 * @typedef {object} Result
 * @property {string} id of the query
 * @property {string} label
 * @property {{x: number, y: number}[]} points epoch milliseconds and value, oldest first
 * @property {string[]} messages what CloudWatch has to say about it
 */

/**
 * All pages of one GetMetricData.
 *
 * @param {object[]} queries MetricDataQueries
 * @param {{start: number, end: number}} range epoch seconds
 * @returns {Promise<Result[]>} a query that searches has several
 */
export async function metricData(queries, range) {
  if (!queries.some((each) => each.ReturnData)) {
    return [];
  }
  const found = new Map();
  let token;
  do {
    const page = await ask("GetMetricData", {
      MetricDataQueries: queries,
      StartTime: range.start,
      EndTime: range.end,
      ScanBy: "TimestampAscending",
      ...(token ? { NextToken: token } : {}),
    });
    page.MetricDataResults.forEach((each) => add(found, each));
    token = page.NextToken;
  } while (token);
  return [...found.values()];
}

function add(found, { Id, Label, Timestamps = [], Values = [], Messages = [] }) {
  const key = JSON.stringify([Id, Label]);
  const result = found.get(key) ?? { id: Id, label: Label, points: [], messages: [] };
  Timestamps.forEach((time, index) => result.points.push({ x: time * 1000, y: Values[index] }));
  result.messages.push(...Messages.map((each) => each.Value ?? each.Code));
  found.set(key, result);
}
