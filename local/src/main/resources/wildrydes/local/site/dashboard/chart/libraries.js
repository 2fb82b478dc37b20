// The libraries come as scripts that leave a name in the page; only this file knows those names.
import "/_local/assets/lib/chart.js/dist/chart.umd.min.js";
import "/_local/assets/lib/chartjs-plugin-annotation/dist/chartjs-plugin-annotation.min.js";

export const { Chart } = globalThis;
Chart.register(globalThis["chartjs-plugin-annotation"]);
