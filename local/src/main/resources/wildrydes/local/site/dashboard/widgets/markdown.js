import "/_local/assets/lib/dompurify/dist/purify.min.js";
import "/_local/assets/lib/marked/lib/marked.umd.js";

const { DOMPurify, marked } = globalThis;

const TAGS = [
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "p",
  "br",
  "hr",
  "a",
  "strong",
  "b",
  "em",
  "i",
  "del",
  "code",
  "pre",
  "blockquote",
  "ul",
  "ol",
  "li",
  "table",
  "thead",
  "tbody",
  "tr",
  "th",
  "td",
  "img",
];
const BUTTON = /^button:(?:(primary):)?/;
const A_DASHBOARD = /^#dashboards[:/]+(?:dashboard\/)?(?:name=)?([\w-]+)$/;

/**
 * Anybody who may put a dashboard writes this text, so it may only say what Markdown can: no
 * scripts, no styles, nothing that loads from elsewhere.
 *
 * @returns {DocumentFragment}
 */
export function markdown(text) {
  const html = marked.parse(text, { gfm: true, async: false });
  const content = DOMPurify.sanitize(html, {
    ALLOWED_TAGS: TAGS,
    ALLOWED_ATTR: ["href", "title", "alt", "src", "align", "start"],
    RETURN_DOM_FRAGMENT: true,
  });
  content.querySelectorAll("img").forEach(asLink);
  content.querySelectorAll("a").forEach(dressed);
  return content;
}

/** A page that works without the internet shows no pictures from there. */
function asLink(image) {
  const link = document.createElement("a");
  link.href = image.src;
  link.textContent = image.alt || image.src;
  image.replaceWith(link);
}

function dressed(link) {
  const button = BUTTON.exec(link.textContent);
  if (button) {
    link.textContent = link.textContent.slice(button[0].length);
    link.className = button[1] ? "button primary" : "button";
  }
  const other = A_DASHBOARD.exec(link.getAttribute("href") ?? "");
  if (other) {
    link.href = `?name=${other[1]}`;
  } else {
    link.target = "_blank";
    link.rel = "noopener noreferrer";
  }
}
