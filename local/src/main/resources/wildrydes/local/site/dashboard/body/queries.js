// From a widget's metrics to what GetMetricData is asked.

/**
 * @param {import("./metrics.js").Definition} definition
 * @param {number} period seconds
 * @returns {object} a MetricDataQuery
 */
export function query(definition, period) {
  const common = {
    Id: definition.id,
    ReturnData: definition.visible,
    ...(definition.label ? { Label: definition.label } : {}),
  };
  if (definition.expression) {
    return {
      ...common,
      Expression: definition.expression,
      ...(definition.period ? { Period: period } : {}),
    };
  }
  return {
    ...common,
    MetricStat: {
      Metric: metric(definition),
      Stat: definition.stat,
      Period: period,
      ...(definition.unit ? { Unit: definition.unit } : {}),
    },
  };
}

export function metric({ namespace, name, dimensions }) {
  return { Namespace: namespace, MetricName: name, Dimensions: dimensions };
}
