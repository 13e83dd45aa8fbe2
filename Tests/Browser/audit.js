// What can be measured of a page without eyes: names of controls, one outline, nothing wider than the screen, colors apart.
() => {
  const wrongs = [];
  const shown = (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility !== "hidden";
  const say = (text, element) => wrongs.push(`${text}: ${element.outerHTML.slice(0, 120)}`);
  const named = (element) => {
    const by = (element.getAttribute("aria-labelledby") ?? "").split(" ").filter(Boolean);
    return [element.getAttribute("aria-label"), ...by.map((id) => document.getElementById(id)?.textContent),
      ...[...(element.labels ?? [])].map((label) => label.textContent), element.textContent, element.title].some((text) => text?.trim());
  };

  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide > 0) wrongs.push(`wider than the screen by ${wide}`);
  for (const element of document.querySelectorAll("input, select, textarea, button, a[href], summary, iframe")) {
    if (shown(element) && !named(element)) say("without a name", element);
  }
  for (const image of document.querySelectorAll("img")) if (!image.hasAttribute("alt")) say("without alt", image);
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  for (const id of ids.filter((id, index) => ids.indexOf(id) !== index)) wrongs.push(`id twice: ${id}`);
  for (const element of document.querySelectorAll("[aria-describedby], [aria-labelledby], [aria-controls]")) {
    for (const name of ["aria-describedby", "aria-labelledby", "aria-controls"]) {
      for (const id of (element.getAttribute(name) ?? "").split(" ").filter(Boolean)) {
        if (!document.getElementById(id)) say(`${name} names nothing`, element);
      }
    }
  }
  if (document.querySelectorAll("main").length !== 1) wrongs.push("not one main");
  if (document.querySelectorAll("main h1").length !== 1) wrongs.push(`${document.querySelectorAll("main h1").length} h1 in main`);
  let level = 0;
  for (const heading of document.querySelectorAll("main :is(h1, h2, h3, h4, h5, h6)")) {
    if (!shown(heading)) continue;
    const next = Number(heading.tagName[1]);
    if (next > level + 1 && level > 0) say(`heading skips from ${level} to ${next}`, heading);
    level = next;
  }
  for (const element of document.querySelectorAll("button, .button, select, input:not([type=radio], [type=checkbox])")) {
    const box = element.getBoundingClientRect();
    if (shown(element) && (box.height < 24 || box.width < 24)) say("too small to hit", element);
  }
  if (!document.title.endsWith("Cornerman")) wrongs.push(`title: ${document.title}`);
  return wrongs.concat(faint());

  // Text against the ground behind it (WCAG 2.2, 1.4.3).
  function faint() {
    const found = new Set();
    for (const element of document.querySelectorAll("main *, nav *, header *")) {
      const words = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
      if (!words || !shown(element) || element.closest("[aria-disabled=true], .aside-text, .announcer")) continue;
      const style = getComputedStyle(element);
      const ratio = contrast(numbers(style.color), ground(element));
      const large = parseFloat(style.fontSize) >= 24;
      if (ratio < (large ? 3 : 4.5)) found.add(`faint (${ratio.toFixed(2)}): ${element.tagName} ${element.className}`);
    }
    return [...found];
  }
  function ground(element) {
    for (let at = element; at; at = at.parentElement) {
      const color = numbers(getComputedStyle(at).backgroundColor);
      if ((color[3] ?? 1) === 1) return color;
    }
    return [255, 255, 255];
  }
  function numbers(color) {
    return (color.match(/[\d.]+/g) ?? [0, 0, 0]).map(Number);
  }
  function light([red, green, blue]) {
    const part = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
  }
  function contrast(one, other) {
    const [bright, dark] = [light(one), light(other)].sort((a, b) => b - a);
    return (bright + 0.05) / (dark + 0.05);
  }
}
