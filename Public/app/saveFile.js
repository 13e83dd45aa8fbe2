// Gives the reader a file that was made here.

/** @param {Blob} content @param {string} name what the file is called */
export function saveFile(content, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** What the server calls a file that it sends. */
export function nameOf(headers, otherwise) {
  return /filename="([^"]+)"/.exec(headers.get("Content-Disposition") ?? "")?.[1] ?? otherwise;
}
