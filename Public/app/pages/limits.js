// Every bound that the product keeps, in words.
import { get } from "../api.js";
import { h } from "../dom.js";
import { pageHead } from "../parts/pageHead.js";
import { table } from "../parts/table.js";

export default async function limits({ signal }) {
  const { data } = await get("/v1/limits", {}, { signal });
  return h(
    "div",
    { class: "stack" },
    pageHead({
      title: "Limits",
      lead: "What is the most of everything. Whoever goes beyond one is told which, and nothing is cut off silently.",
    }),
    table({
      columns: [
        { name: "What", head: true, cell: (row) => sentence(row.meaning) },
        { name: "At most", cell: (row) => amount(row) },
        { name: "Called", plain: true, cell: (row) => h("code", {}, row.name) },
      ],
      rows: data,
    }),
  );
}

function sentence(meaning) {
  return meaning.charAt(0).toUpperCase() + meaning.slice(1);
}

function amount({ value, unit }) {
  if (unit === "bytes") {
    const size = [[1 << 30, "GB"], [1 << 20, "MB"], [1 << 10, "KB"]].find(([bytes]) => value >= bytes && value % bytes === 0);
    return size ? `${number(value / size[0])} ${size[1]}` : `${number(value)} bytes`;
  }
  if (unit === "seconds") {
    const span = [[86_400, "days"], [3600, "hours"], [60, "minutes"]].find(([seconds]) => value >= seconds && value % seconds === 0);
    return span ? plural(value / span[0], span[1]) : plural(value, "seconds");
  }
  return unit === "items" ? number(value) : plural(value, unit);
}

function plural(value, unit) {
  return `${number(value)} ${value === 1 ? unit.replace(/s$/, "") : unit}`;
}

function number(value) {
  return new Intl.NumberFormat("en-US").format(value);
}
