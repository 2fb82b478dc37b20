import { say } from "../../dom.js";
import * as desk from "./desk.js";
import { groups } from "./groups.js";
import * as tell from "./tell.js";

const COURSE_MS = 1000;

/**
 * The panel with the dead letters. It looks only when somebody asks: to look is to receive them.
 *
 * @param {HTMLElement} panel
 * @param {HTMLButtonElement} opener
 */
export function runDeadLetters(panel, opener) {
  const part = (name) => panel.querySelector(`[data-part='${name}']`);
  let planned = null;
  let following = false;

  opener.addEventListener("click", async () => {
    panel.hidden = false;
    opener.setAttribute("aria-expanded", "true");
    panel.querySelector("h2").focus();
    // One that somebody began before this page was loaded.
    if (!following && (await told(desk.course))?.State === "RUNNING") {
      void follow();
    } else if (!following) {
      void look();
    }
  });
  part("close").addEventListener("click", () => {
    panel.hidden = true;
    opener.setAttribute("aria-expanded", "false");
    opener.focus();
  });
  part("again").addEventListener("click", look);
  part("execute").addEventListener("click", execute);
  part("stop").addEventListener("click", () => told(desk.stop));

  async function look() {
    forgetPlan();
    say(part("status"), "Looking ...");
    const listing = await told(desk.look);
    if (listing) {
      say(part("status"), tell.found(listing));
      part("groups").replaceChildren(...groups(listing, dryRun));
    }
  }

  async function dryRun(order) {
    forgetPlan();
    part("report").textContent = "";
    say(part("status"), "Looking at what a replay would do ...");
    const plan = await told(() => desk.plan(order));
    if (!plan) {
      return;
    }
    say(part("status"), `Dry run, ${tell.scope(order)}: nothing is sent or deleted yet.`);
    planned = order;
    part("plan").hidden = false;
    part("words").textContent = plan.Words;
    part("execute").textContent = tell.deed(plan);
    part("execute").disabled = !tell.doesAnything(plan);
    part("execute").focus();
  }

  async function execute() {
    const order = planned;
    forgetPlan();
    if (order && (await told(() => desk.replay(order)))) {
      await follow();
    }
  }

  async function follow() {
    following = true;
    busy(true);
    part("stop").focus();
    part("groups").replaceChildren();
    part("report").textContent = "";
    let course = null;
    do {
      course = (await told(desk.course)) ?? course;
      if (course) {
        show(course);
      }
      await new Promise((resolve) => setTimeout(resolve, course?.State === "RUNNING" ? COURSE_MS : 0));
    } while (course?.State === "RUNNING");
    busy(false);
    following = false;
    // The button to stop it is gone, and whoever was on it would be nowhere.
    panel.querySelector("h2").focus();
    if (course) {
      await look();
      part("report").textContent = tell.report(course);
    }
  }

  function show(course) {
    say(part("status"), tell.course(course));
    part("progress").max = Math.max(1, course.Total);
    part("progress").value = tell.ended(course);
  }

  function busy(is) {
    part("course").hidden = !is;
    part("again").disabled = is;
  }

  /** A plan is good for one deed. */
  function forgetPlan() {
    planned = null;
    part("plan").hidden = true;
    part("execute").disabled = true;
  }

  /** The answer; or nothing, and what is wrong is told. */
  async function told(question) {
    part("problem").textContent = "";
    try {
      return await question();
    } catch (error) {
      say(part("status"), "");
      part("problem").textContent = error.message;
      return undefined;
    }
  }
}
