import { say } from "../../dom.js";
import { count, many, span } from "../words.js";

const OLD_MS = 5000;

/** How many unicorns are free, of all there are. */
export function showFleet(panel, { readAt, free, busy, total, damaged, unicorns }) {
  const figure = (name, text) => say(panel.querySelector(`[data-figure="${name}"]`), text);
  figure("free", count(free));
  figure("busy", count(busy));
  const notes = [
    total === 0 && "No unicorn yet: ./rides fleet load fleet.json brings some.",
    damaged > 0 && `${many(damaged, "damaged item")}: see ./rides fleet list.`,
    Date.now() - readAt > OLD_MS && `As of ${span(Date.now() - readAt)} ago: reading so many takes time.`,
    unicorns.length < total - damaged && `The map shows ${count(unicorns.length)} of them.`,
  ];
  figure("notes", notes.filter(Boolean).join(" "));
  const bar = panel.querySelector("[data-part='share']");
  bar.style.width = total === 0 ? "0" : `${(100 * free) / total}%`;
}
