import { ask } from "./ask.js";

/** The stack's name on a laptop, and so its dashboard's. */
const OF_THE_STACK = "WildRydes";

/** @returns {Promise<string[]>} the stack's own first */
export async function dashboardNames() {
  const names = [];
  let token;
  do {
    const page = await ask("ListDashboards", token ? { NextToken: token } : {});
    names.push(...(page.DashboardEntries ?? []).map((each) => each.DashboardName));
    token = page.NextToken;
  } while (token);
  return names.sort(
    (one, other) => (other === OF_THE_STACK) - (one === OF_THE_STACK) || one.localeCompare(other),
  );
}

/** @returns {Promise<string>} its body, JSON that the page may still not understand */
export async function dashboardText(name) {
  return (await ask("GetDashboard", { DashboardName: name })).DashboardBody;
}
