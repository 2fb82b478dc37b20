import { markdown } from "./markdown.js";

/** Markdown, as an operator reads it beside the graphs. */
export class Text {
  constructor({ markdown: text = "", background }, frame) {
    frame.element.classList.toggle("transparent", background === "transparent");
    frame.body.classList.add("markdown");
    frame.body.append(markdown(String(text)));
  }
}
