import { Address } from "./address.js";
import { Board } from "./board.js";
import { Unreachable } from "./data/ask.js";
import { dashboardNames, dashboardText } from "./data/dashboards.js";
import { element } from "../dom.js";
import { onSchemeChange } from "./format/colors.js";
import { clock } from "./format/times.js";
import { Notice } from "./notice.js";
import { Refresher } from "./refresher.js";
import { Toolbar } from "./toolbar.js";

/** The page: what the address asks for, read again and again and drawn. */
const address = new Address(() => refresher.now());
const refresher = new Refresher(refresh);
const toolbar = new Toolbar(change, () => refresher.now());
const notice = new Notice();
const board = new Board();

document.getElementById("dashboard").append(toolbar.element, notice.element, board.element);
board.element.addEventListener("zoom", (event) => change({ range: event.detail }));
onSchemeChange(() => refresher.now());
refresher.every(address.every);
refresher.now();

function change(changes) {
  address.change(changes);
  refresher.every(address.every);
  refresher.now();
}

/** @returns {Promise<boolean>} false when it should be tried again soon */
async function refresh() {
  try {
    const names = await dashboardNames();
    const name = address.name ?? names[0];
    if (!names.includes(name)) {
      return absent(name, names);
    }
    board.load(await dashboardText(name));
    return await draw(name, names);
  } catch (error) {
    failed(error);
    return false;
  }
}

async function draw(name, names) {
  const { every, zone } = address;
  const range = address.range ?? board.range;
  document.title = `Wild Rydes: ${name}`;
  toolbar.show({ names, name, range, own: board.range, every, zone });
  const now = Date.now() / 1000;
  if (!(await board.refresh({ range, zone, now }))) {
    throw new Unreachable();
  }
  notice.clear();
  document.body.classList.remove("stale");
  toolbar.status(`Updated ${clock(now * 1000, zone, true)}`);
  return true;
}

function absent(name, names) {
  board.clear();
  const links = names.map((each) =>
    element("li", {}, element("a", { href: `?name=${encodeURIComponent(each)}` }, each)),
  );
  const put =
    "aws cloudwatch put-dashboard --dashboard-name NAME --dashboard-body file://BODY.json";
  if (names.length > 0) {
    notice.show(
      `There is no dashboard ${name} in the local CloudWatch. There are:`,
      element("ul", {}, ...links),
    );
  } else {
    notice.show(
      "There is no dashboard in the local CloudWatch yet. Put one:",
      element("pre", {}, put),
    );
  }
  return false;
}

/** What was drawn stays, and says that it is old. */
function failed(error) {
  if (error instanceof Unreachable) {
    document.body.classList.add("stale");
    notice.show(
      "The local CloudWatch does not answer. Is ./rides local still running? This page tries again.",
    );
  } else {
    board.clear();
    notice.show(error.message);
  }
}
