// One search. While words are typed it is not kept; as soon as somebody means it, it is, and has an id to refer to.
import { get } from "./api.js";
import { Problem } from "./problem.js";

/** Hits at a time. */
export const pageOf = 20;
/** The best hits that the API shows of one search. */
export const deepest = 200;

/**
 * @param {string} words
 * @param {{course: string, activity: string}|null} place where the searcher is
 * @returns {{words: string, find: (signal: AbortSignal, more?: object) => Promise<object>, id: () => Promise<string|null>, meant: () => Promise<void>}}
 */
export function searching(words, place) {
  const query = { q: words, course: place?.course, activity: place?.activity, limit: pageOf };
  let kept = null;

  function id() {
    kept ??= get("/v1/search", query).then(
      (found) => found.search_id,
      (error) => {
        kept = null;
        throw error;
      },
    );
    return kept;
  }

  /** That it could not be kept is no matter to the searcher. */
  async function meant() {
    try {
      await id();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
    }
  }

  /** @param {object} more offset, facets, kind */
  const find = (signal, more = {}) => get("/v1/search", { ...query, ...more, typing: true }, { signal });

  return { words, find, id, meant };
}
