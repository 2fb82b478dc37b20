import { element, say } from "../../dom.js";
import { count, many } from "../words.js";

const TITLES = {
  RideRequestQueue: "Ride requests",
  RideOutcomeQueue: "Ride outcomes",
};

/**
 * How many messages wait, and the dead letters that somebody has to look at.
 *
 * @param {HTMLElement} panel
 * @param {object[]} queues as /_local/queues tells them
 * @param {Record<string, string>} urls by logical id
 */
export function showQueues(panel, queues, urls) {
  const list = panel.querySelector("[data-part='queues']");
  const state = JSON.stringify(queues);
  if (list.dataset.state === state) {
    return;
  }
  list.dataset.state = state;
  const live = queues.filter((queue) => !queue.deadLettersOf);
  list.replaceChildren(
    ...live.map((queue) => row(queue, queues.find((q) => q.deadLettersOf === queue.logicalId))),
  );
  const dead = queues.filter((queue) => queue.deadLettersOf && all(queue) > 0);
  const letters = dead.reduce((sum, queue) => sum + all(queue), 0);
  say(
    panel.querySelector("[data-part='dead-letters']"),
    letters === 0 ? "No dead letters." : `${many(letters, "dead letter")}: no retry could help.`,
  );
  const advice = panel.querySelector("[data-part='advice']");
  advice.hidden = letters === 0;
  advice
    .querySelector("[data-part='look']")
    .replaceChildren(...dead.map((queue) => element("pre", {}, look(urls[queue.logicalId]))));
}

function row(queue, deadLetters) {
  const dead = deadLetters ? all(deadLetters) : 0;
  return element(
    "tr",
    { "data-queue": queue.logicalId },
    element("th", { scope: "row" }, TITLES[queue.logicalId] ?? queue.name),
    element("td", {}, count(queue.visible + queue.delayed)),
    element("td", {}, count(queue.inFlight)),
    element("td", { class: dead > 0 ? "dead" : null, "data-part": "dead" }, deadLetters ? count(dead) : "–"),
  );
}

const all = ({ visible, inFlight, delayed }) => visible + inFlight + delayed;

const look = (url) =>
  `aws sqs receive-message --queue-url ${url} \\\n  --message-attribute-names All --visibility-timeout 0 --max-number-of-messages 10`;
