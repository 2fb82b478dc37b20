import { ask } from "./ask.js";

const A_CALL = 100;

/** @param {string} arn or just a name */
export function alarmName(arn) {
  return /:alarm:(.+)$/.exec(arn)?.[1] ?? arn;
}

/**
 * @param {string[]} names
 * @returns {Promise<Map<string, object>>} by name; one that does not exist is not in it
 */
export async function alarms(names) {
  const found = new Map();
  for (let at = 0; at < names.length; at += A_CALL) {
    const answer = await ask("DescribeAlarms", {
      AlarmNames: names.slice(at, at + A_CALL),
      MaxRecords: A_CALL,
    });
    for (const each of [...(answer.MetricAlarms ?? []), ...(answer.CompositeAlarms ?? [])]) {
      found.set(each.AlarmName, each);
    }
  }
  return found;
}
