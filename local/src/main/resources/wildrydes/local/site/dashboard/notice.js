import { element } from "../dom.js";

/** What concerns the whole page: that nothing answers, or that there is no such dashboard. */
export class Notice {
  element = element("div", { class: "notice", role: "alert", hidden: true });

  /** @param {...(string|Node)} content */
  show(...content) {
    const before = this.element.textContent;
    const holder = element("div", {}, ...content);
    // Saying the same again would interrupt whoever has the page read aloud.
    if (this.element.hidden || before !== holder.textContent) {
      this.element.replaceChildren(...holder.childNodes);
      this.element.hidden = false;
    }
  }

  clear() {
    this.element.hidden = true;
    this.element.replaceChildren();
  }
}
