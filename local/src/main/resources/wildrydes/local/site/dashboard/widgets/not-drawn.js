import { element } from "../../dom.js";

const WHAT = {
  log: "A query of CloudWatch Logs. The local CloudWatch has no logs.",
  explorer: "A metrics explorer, which finds its metrics by tags.",
  custom: "A custom widget, which a Lambda function draws.",
  chart: "A chart of PromQL queries.",
};

/** Says what stands here on AWS, for an empty box would look like a quiet system. */
export function notDrawn(frame, type, properties) {
  const kind = typeof type === "string" ? type : JSON.stringify(type);
  if (!properties.title) {
    frame.title(`Widget of type ${kind}`);
  }
  frame.body.append(
    element("p", {}, `Not drawn here: ${WHAT[kind] ?? `a widget of type "${kind}".`}`),
    ...(typeof properties.query === "string" ? [element("pre", {}, properties.query)] : []),
  );
  return {};
}
