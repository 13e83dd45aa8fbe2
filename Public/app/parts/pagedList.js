// A list of the API, page after page: it never ends silently.
import { get } from "../api.js";
import { h } from "../dom.js";
import { Problem } from "../problem.js";
import { problemNotice } from "./notices.js";

/**
 * @param {object} parts
 * @param {string} parts.path
 * @param {object} parts.query
 * @param {(row: any) => Node} parts.row makes an `li`
 * @param {() => Node} parts.none what stands there when there is nothing
 */
export async function pagedList({ path, query = {}, row, none, className = "cards", signal }) {
  const list = h("ul", { class: className });
  const more = h("div", {});
  let next = null;
  async function load() {
    const page = await get(path, { limit: 50, ...query, cursor: next }, { signal });
    const rows = page.data.map(row);
    list.append(...rows);
    next = page.next;
    more.replaceChildren(...(page.has_more ? [h("button", { type: "button", onclick: loadMore }, "Show more")] : []));
    return rows;
  }
  async function loadMore() {
    try {
      const [first] = await load();
      first?.querySelector("a, button")?.focus();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      more.replaceChildren(problemNotice(error, loadMore));
    }
  }
  const rows = await load();
  return rows.length === 0 ? none() : h("div", { class: "stack tight" }, list, more);
}
