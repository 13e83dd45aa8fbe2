// Tables as files (RFC 4180), as a spreadsheet opens them.

/** A CSV file of rows of texts. The mark at its start lets spreadsheets read its letters as they are. */
export function csvFile(rows) {
  const lines = rows.map((fields) => fields.map((text) => quoted(guarded(text))).join(","));
  return new Blob([`\u{FEFF}${lines.join("\r\n")}\r\n`], { type: "text/csv" });
}

/** What a spreadsheet would take for a formula gets an apostrophe in front. */
function guarded(text) {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function quoted(text) {
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
