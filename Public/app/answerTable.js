// Files of answers: their formats, what stands in them, a table to begin with, and how to mend what was refused.
import { csvFile } from "./csv.js";

/** What the page calls each format of the export. */
export const formats = [
  ["csv", "Table (CSV)", "answers.csv"],
  ["json", "JSON", "answers.json"],
  ["xml", "XML", "answers.xml"],
  ["moodle", "Moodle glossary", "glossary.xml"],
];

/** The kinds of files that can be taken in, as an `input` takes them. */
export const accepted = ".csv,.json,.xml,text/csv,application/json,application/xml,text/xml";

/** The media type of a file, told by its name; any other name is a table's. */
export function mediaType(file) {
  const name = file.name.toLowerCase();
  if (name.endsWith(".json")) return "application/json";
  return name.endsWith(".xml") ? "application/xml" : "text/csv";
}

/** Each column with what stands in it, in the order of the template. */
export const columns = [
  [
    "key",
    "A short name of your own for the answer. A row with a known key changes that answer; without a key it is added anew each time.",
  ],
  ["question", "The question, in the words of whoever is stuck. Needed."],
  ["also", "Other ways of asking it, with | between them. A | of its own is written \\|."],
  ["text", "The answer, in Markdown. Needed."],
  ["tags", "With | between them."],
  ["course", "The key of the course it belongs to: the id of its curriculum."],
  ["activity", "The key of a step of that course."],
  ["owner", "Who keeps it right: an e-mail or a personnel number. You, unless somebody is named."],
  ["language", "A language tag like en or pt-BR; en unless you say."],
  ["verify_by", "The day on which somebody looks at it again, like 2026-03-01."],
];

const example = {
  key: "send-me-the-price",
  question: "They say: just send me the price. What now?",
  also: "can you email a quote|they only want the price",
  text: "Promise the price first, then ask for two minutes:\n\n1. what it is for,\n2. who else decides.",
  tags: "price|discovery",
  language: "en",
};

/** A table with one row as an example. */
export function template() {
  const names = columns.map(([name]) => name);
  return csvFile([names, names.map((name) => example[name] ?? "")]);
}

const remedies = {
  "csv-empty": "Begin with the template: its first line names the columns.",
  "csv-column-missing": "Name it in the first line of the table, with a comma, a semicolon or a tab between the names.",
  "csv-column-unknown": "Take that column out, or give it one of the names below.",
  "csv-column-unnamed": "Give it one of the names below, or take the column out.",
  "csv-column-twice": "Keep one of the two.",
  "csv-open-quote": "Close it; a quote within a field in quotes is written twice.",
  "csv-fields": "Put a field with commas, quotes or line breaks into quotes; a quote within it is written twice.",
  "unsupported-format": "Save it as CSV, JSON or XML.",
  "bad-json": "Look at that place: a comma, a quote or a bracket is often missing.",
  "json-no-answers": "Save all answers as JSON, and look how such a file begins.",
  "name-twice": "Keep one of the two.",
  "unknown-field": "Take it out, or give it one of the names below.",
  "wrong-type": "Put quotes around texts; also and tags are lists: [\"one\", \"another\"].",
  "xml-other-root": "Save all answers as XML, and look how such a file begins.",
  "unknown-element": "Take it out; a “<” of a text is written “&lt;”.",
  "unknown-attribute": "Take it out.",
  "element-twice": "Put the two together.",
  "stray-text": "Put it into <text>, or take it out.",
  "too-large": "Make two files of it.",
  "bad-utf16": "Save the file once more as UTF-8.",
  "other-course": "Write the key of the course that it belongs to.",
  "key-twice": "Give one of the two another key, or put them together.",
  "bad-utf8": "Save the table once more as “CSV UTF-8”.",
  empty: "Fill it in, or take the row out.",
  "too-long": "Shorten it, or make two answers of it.",
  "too-many": "Keep those that people really say.",
  "bad-date": "Format the column as text, so that the spreadsheet keeps the date as you write it.",
  "bad-language": "Leave it empty for en.",
  "unknown-course": "Write the id of a curriculum that was uploaded, or leave it empty.",
  "unknown-activity": "Write the id of a step of that course, or leave it empty.",
  "course-missing": "Fill in the course as well, or leave the activity empty.",
  "unknown-person": "Write the e-mail or the personnel number of somebody who is here, or leave it empty.",
};

/** How to mend what has this code; null where what the server says is enough. */
export function remedy(code) {
  return remedies[code] ?? null;
}
