// What a graph of an alarm draws: its metric, and the line that it must not cross.

/**
 * @param {object} alarm as DescribeAlarms answers it
 * @returns {import("./metrics.js").Definition[]}
 */
export function alarmMetrics(alarm) {
  if (alarm.Metrics?.length) {
    return alarm.Metrics.map((each) => ({
      id: each.Id,
      label: each.Label,
      expression: each.Expression,
      ...ofStatistic(each.MetricStat?.Metric ?? {}),
      stat: each.MetricStat?.Stat ?? "Average",
      period: each.MetricStat?.Period ?? each.Period,
      unit: each.MetricStat?.Unit,
      axis: "left",
      visible: each.ReturnData !== false,
    }));
  }
  return [
    {
      id: "alarm",
      ...ofStatistic(alarm),
      stat: alarm.Statistic ?? alarm.ExtendedStatistic,
      period: alarm.Period,
      unit: alarm.Unit,
      axis: "left",
      visible: true,
    },
  ];
}

/** @returns {object} a horizontal annotation; null where a band, not a number, is the limit */
export function threshold(alarm) {
  if (alarm.Threshold === undefined) {
    return null;
  }
  const sign = SIGNS[alarm.ComparisonOperator] ?? "";
  const fill = alarm.ComparisonOperator?.startsWith("Less") ? "below" : "above";
  return {
    value: alarm.Threshold,
    label: `${alarm.AlarmName} ${sign} ${alarm.Threshold}`,
    fill,
    kind: "alarm",
  };
}

const SIGNS = {
  GreaterThanThreshold: ">",
  GreaterThanOrEqualToThreshold: "≥",
  LessThanThreshold: "<",
  LessThanOrEqualToThreshold: "≤",
};

function ofStatistic(metric) {
  return {
    namespace: metric.Namespace,
    name: metric.MetricName,
    dimensions: metric.Dimensions ?? [],
  };
}
