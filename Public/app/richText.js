// Text that the server rendered from Markdown. It comes sanitized; here it is taken over element by element all the same, so that
// nothing but text structure can ever get into the page.
import { h } from "./dom.js";

const elements = new Set([
  "A",
  "B",
  "BLOCKQUOTE",
  "BR",
  "CODE",
  "DEL",
  "EM",
  "H1",
  "H2",
  "H3",
  "H4",
  "H5",
  "H6",
  "HR",
  "I",
  "LI",
  "OL",
  "P",
  "PRE",
  "S",
  "STRONG",
  "SUB",
  "SUP",
  "TABLE",
  "TBODY",
  "TD",
  "TH",
  "THEAD",
  "TR",
  "UL",
]);
const dropped = new Set(["SCRIPT", "STYLE", "TEMPLATE", "IFRAME", "OBJECT", "EMBED", "SVG", "MATH", "NOSCRIPT"]);

/**
 * Rendered text as a block. Its highest headings get `level`, so that the page's outline stays whole. `open` is called with the path when
 * somebody follows a link to a file of the package; without it such a link is words. `files` makes the nodes for them instead, where
 * files are at hand.
 */
export function richText(html, { compact = false, level = 2, open = null, files = null } = {}) {
  const template = document.createElement("template");
  template.innerHTML = html ?? "";
  const block = h("div", { class: compact ? "prose compact" : "prose" });
  const highest = [1, 2, 3, 4, 5, 6].find((number) => template.content.querySelector(`h${number}`)) ?? 1;
  copy(template.content, block, { shift: level - highest, open, files });
  return block;
}

function copy(from, to, look) {
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) {
      to.append(node.data);
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      const name = node.tagName.toUpperCase();
      if (name === "IMG") to.append(picture(node, look));
      if (dropped.has(name)) continue;
      if (!elements.has(name)) copy(node, to, look);
      else to.append(copyElement(node, name, look));
    }
  }
}

/** A picture of the package stands on the content origin: it opens there. */
function picture(node, look) {
  const source = node.getAttribute("src") ?? "";
  const name = node.getAttribute("alt") || source;
  if (isFile(source) && look.files) return look.files.picture(source, name);
  return isFile(source) && look.open ? fileButton(source, `Picture: ${name}`, look) : name;
}

function fileButton(path, text, look) {
  return h("button", { type: "button", class: "plain small", onclick: () => look.open(decoded(path)) }, text);
}

/** What a path stands for; one with a stray % stands for itself. */
function decoded(path) {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

function isFile(address) {
  return /^[^:#?/][^:]*$/.test(address);
}

function copyElement(node, name, look) {
  const heading = /^H([1-6])$/.exec(name);
  const copied = document.createElement(
    heading ? `h${Math.min(6, Number(heading[1]) + look.shift)}` : name.toLowerCase(),
  );
  if (name === "A") {
    const href = node.getAttribute("href") ?? "";
    if (/^(https?:|mailto:)/i.test(href)) {
      copied.setAttribute("href", href);
      copied.setAttribute("target", "_blank");
      copied.setAttribute("rel", "noopener noreferrer");
    } else if (look.files && isFile(href)) {
      return look.files.file(href, node.textContent);
    } else if (look.open && isFile(href)) {
      return fileButton(href, node.textContent, look);
    }
  }
  if (name === "OL" && /^\d+$/.test(node.getAttribute("start") ?? ""))
    copied.setAttribute("start", node.getAttribute("start"));
  copy(node, copied, look);
  return copied;
}
