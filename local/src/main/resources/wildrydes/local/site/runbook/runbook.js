import { markdown } from "../markdown.js";

const page = document.querySelector("#runbook");

/** The name by which a link leads to a heading, as GitHub makes it. */
const anchor = (heading) =>
  heading.textContent
    .toLowerCase()
    .replace(/[^\w\- ]/g, "")
    .replaceAll(" ", "-");

const response = await fetch("/_local/runbook.md");
if (response.ok) {
  page.append(markdown(await response.text()));
} else {
  page.textContent = await response.text();
}
for (const heading of page.querySelectorAll("h2, h3")) {
  heading.id = anchor(heading);
}
for (const link of page.querySelectorAll("a[href^='#']")) {
  link.removeAttribute("target");
}
// The browser looked for the section before it was there.
if (location.hash) {
  location.replace(location.hash);
}
