// A table that a narrow screen shows as cards.
import { h } from "../dom.js";

/**
 * @param {{caption?: string, columns: Array<{name: string, cell: (row: any) => any, number?: boolean, head?: boolean, plain?: boolean}>, rows: any[]}} parts
 *   a plain column needs no name beside it on a card
 */
export function table({ caption = null, columns, rows }) {
  return h(
    "div",
    { class: "table-wrap" },
    h(
      "table",
      { class: "data" },
      caption && h("caption", {}, caption),
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          columns.map((column) => h("th", { scope: "col", class: column.number ? "number" : null }, column.name)),
        ),
      ),
      h(
        "tbody",
        {},
        rows.map((row) =>
          h(
            "tr",
            {},
            columns.map((column) =>
              column.head
                ? h("th", { scope: "row" }, column.cell(row))
                : h("td", { "data-label": !column.plain && column.name, class: column.number ? "number" : null }, column.cell(row)),
            ),
          ),
        ),
      ),
    ),
  );
}
