import { element } from "../../dom.js";
import { count } from "../words.js";
import { ago, QUEUES, total } from "./tell.js";

/**
 * The dead letters by queue and cause, each with what can be done.
 *
 * @param {object} listing
 * @param {(order: {queue: string | null, reason: string | null}) => void} dryRun
 */
export function groups(listing, dryRun) {
  const all = listing.Queues.flatMap((queue) => queue.Causes.map((cause) => group(queue.Queue, cause, dryRun)));
  if (all.length > 1) {
    all.push(
      element(
        "p",
        { class: "every" },
        button(`Replay all ${count(total(listing))}: dry run`, () => dryRun({ queue: null, reason: null })),
      ),
    );
  }
  return all;
}

function group(queue, cause, dryRun) {
  const more = cause.Count - cause.Examples.length;
  return element(
    "article",
    { "data-cause": cause.Cause },
    element(
      "header",
      {},
      element("h3", {}, `${count(cause.Count)} × ${cause.Cause}`),
      element("span", { class: "quiet" }, `${QUEUES[queue]}, the oldest ${ago(age(cause))}`),
      button("Replay: dry run", () => dryRun({ queue, reason: cause.Cause })),
    ),
    element("ul", {}, ...cause.Examples.map(example), more > 0 ? element("li", {}, `and ${count(more)} more`) : null),
  );
}

/** The examples begin with the oldest. */
const age = (cause) => cause.Examples[0]?.AgeSeconds ?? 0;

function example(letter) {
  return element(
    "li",
    {},
    "Message ",
    element("code", {}, letter.MessageId),
    letter.RideId ? ", ride " : ", of no ride that could be read",
    letter.RideId ? element("code", {}, letter.RideId) : null,
    letter.RideStatus ? ` (${letter.RideStatus})` : "",
    letter.Replays > 0 ? `, replayed ${letter.Replays} times` : "",
    letter.Detail ? element("span", { class: "detail" }, letter.Detail) : null,
    letter.Cause === "unreadable-message"
      ? element(
          "span",
          { class: "detail" },
          "Mend it with ",
          element("code", {}, `./rides dlq edit ${letter.MessageId}`),
          ", or ",
          element("code", {}, "./rides dlq drop"),
          " it.",
        )
      : null,
  );
}

const button = (text, click) => element("button", { type: "button", click }, text);
