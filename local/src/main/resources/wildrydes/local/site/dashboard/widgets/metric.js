import { alarmMetrics, threshold } from "../body/alarm-metrics.js";
import { definitions } from "../body/metrics.js";
import { ofBody, resolved } from "../range.js";
import { alarmName, alarms } from "../data/alarms.js";
import { stateBadge } from "./alarm-state.js";
import { Bars } from "./bars.js";
import { Gauges } from "./gauges.js";
import { inWords, readings } from "./readings.js";
import { Pie } from "./pie.js";
import { SingleValues } from "./single-values.js";
import { Table } from "./table.js";
import { TimeSeries } from "./time-series.js";

const VIEWS = {
  timeSeries: TimeSeries,
  singleValue: SingleValues,
  gauge: Gauges,
  bar: Bars,
  pie: Pie,
  table: Table,
};

/** Metrics, read for the range and shown in the view that the widget asks for. */
export class Metric {
  #properties;
  #frame;
  #view;

  constructor(properties, frame, crosshair) {
    this.#properties = properties;
    this.#frame = frame;
    const View = VIEWS[properties.view ?? "timeSeries"];
    if (!View) {
      throw new Error(`Not drawn here: metrics in the view "${properties.view}".`);
    }
    this.#view = new View(properties, crosshair);
    frame.body.append(this.#view.element);
  }

  /** @param {import("./widgets.js").Moment} moment */
  async refresh(moment) {
    const alarm = await this.#alarm();
    const rows = alarm ? alarmMetrics(alarm) : definitions(this.#properties);
    const range = resolved(ofBody(this.#properties) ?? moment.range, moment.now);
    const read = await readings(rows, range, this.#properties, this.#view.wants ?? {}, moment);
    this.#frame.note(read.note, read.reason);
    this.#view.show({
      ...read,
      range,
      zone: this.#properties.timezone ?? moment.zone,
      annotations: this.#annotations(alarm),
      title: this.#frame.element.getAttribute("aria-label"),
    });
    this.#frame.inWords(inWords(read.series));
  }

  destroy() {
    this.#view.destroy?.();
  }

  async #alarm() {
    const [arn] = this.#properties.annotations?.alarms ?? [];
    if (!arn) {
      return null;
    }
    const name = alarmName(arn);
    const alarm = (await alarms([name])).get(name);
    if (!alarm) {
      throw new Error(`There is no alarm ${name} in the local CloudWatch.`);
    }
    if (!this.#properties.title) {
      this.#frame.title(name);
    }
    this.#frame.badge(stateBadge(alarm));
    return alarm;
  }

  #annotations(alarm) {
    const { horizontal = [], vertical = [] } = this.#properties.annotations ?? {};
    const limit = alarm && threshold(alarm);
    return { vertical, horizontal: limit ? [limit, ...horizontal] : horizontal };
  }
}
