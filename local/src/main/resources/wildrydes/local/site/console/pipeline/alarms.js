import { withLinks } from "../../advice.js";
import { cloudWatch } from "../../cloudwatch.js";
import { element } from "../../dom.js";

/**
 * The alarms that are off; none while this local CloudWatch knows no alarms.
 *
 * @param {HTMLElement} panel hidden while nothing is in alarm
 */
export async function showAlarms(panel) {
  const alarms = await alarmsThatAreOff();
  panel.hidden = alarms.length === 0;
  panel.querySelector("ul").replaceChildren(
    ...alarms.map(({ AlarmName, AlarmDescription, StateReason }) =>
      element(
        "li",
        {},
        element("strong", {}, AlarmName),
        element("span", {}, ...withLinks(AlarmDescription ?? StateReason ?? "")),
      ),
    ),
  );
}

async function alarmsThatAreOff() {
  try {
    const { MetricAlarms, CompositeAlarms } = await cloudWatch("DescribeAlarms", {
      StateValue: "ALARM",
    });
    return [...(MetricAlarms ?? []), ...(CompositeAlarms ?? [])];
  } catch {
    // An outage is told by the counters.
    return [];
  }
}
