// Small drawings, made as elements; each stands beside words and is hidden from screen readers.

const paths = {
  search: "M10.5 17a6.5 6.5 0 1 1 0-13 6.5 6.5 0 0 1 0 13Zm4.8-1.7L20 20",
  kickoff: "M6 21V4m0 1c4-2 7 2 12 0v8c-5 2-8-2-12 0",
  meeting:
    "M8.5 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm-6 8c0-3.3 2.7-5 6-5s6 1.7 6 5M16 11a2.5 2.5 0 1 0 0-5m2 13h3.500c0-2.800-1.700-4.300-4-4.800",
  lesson:
    "M12 6.500C10 5 7.500 4.500 4 4.500v13c3.500 0 6 .500 8 2 2-1.500 4.500-2 8-2v-13c-3.500 0-6 .500-8 2Zm0 0v13",
  link: "M10 14a4 4 0 0 0 5.700 0l3.100-3.100a4 4 0 0 0-5.700-5.700l-1.200 1.200M14 10a4 4 0 0 0-5.700 0l-3.100 3.100a4 4 0 0 0 5.700 5.700l1.200-1.200",
  file: "M13.500 3.500H6.500v17h11v-13l-4-4Zm0 0v4h4M9.500 12.500h5m-5 3.500h5",
  quiz: "M4.500 7l1.500 1.500L9 5.500M4.500 16.500L6 18l3-3M13 7h7m-7 10h7",
  package: "M12 3.500l8 4v9l-8 4-8-4v-9l8-4Zm0 8.500v8.500M4 7.500l8 4.500 8-4.500",
  practice: "M12 20.500a8.500 8.500 0 1 1 0-17 8.500 8.500 0 0 1 0 17Zm0-4.500a4 4 0 1 1 0-8 4 4 0 0 1 0 8Zm0-4h.01",
  pledge:
    "M12 20s-7.500-4.300-7.500-10A4.200 4.200 0 0 1 12 7.300 4.200 4.200 0 0 1 19.500 10c0 5.700-7.500 10-7.500 10Z",
  coaching: "M4 5h11v8H9l-3 3v-3H4V5Zm14 4h2.500v8H18v3l-3-3h-4v-1",
  feedback: "M3.500 12.500H8l2.500-7 3.500 13 2.500-6h4",
  done: "M5 12.500l4.500 4.500L19 7.500",
  locked: "M6.500 11h11v8.500h-11V11Zm2.500 0V8a3 3 0 0 1 6 0v3",
  waiting: "M12 20.500a8.500 8.500 0 1 1 0-17 8.500 8.500 0 0 1 0 17Zm0-13.500v5l3.500 2",
};

/** The drawing of that name; a plain ring for names that have none. */
export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", paths[name] ?? "M12 18a6 6 0 1 1 0-12 6 6 0 0 1 0 12Z");
  svg.append(path);
  return svg;
}
