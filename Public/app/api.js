// Calls the API. Every reply that is not a good one is thrown as a Problem.
import { learn } from "./clock.js";
import { Problem } from "./problem.js";
import { session } from "./session.js";

let askToSignIn = null;

/** Says what to do when a session has ended: a function that answers whether somebody signed in again. */
export function onExpired(handler) {
  askToSignIn = handler;
}

/**
 * One call.
 * @returns {Promise<{data: any, etag: string|null, status: number, headers: Headers}>}
 */
export async function call(method, path, options = {}) {
  const { query, json, body, ifMatch, signal, token = session()?.token, again = true } = options;
  const headers = { Accept: "application/json" };
  if (token) headers.Authorization = `Bearer ${token}`;
  if (json !== undefined) headers["Content-Type"] = "application/json";
  if (ifMatch) headers["If-Match"] = ifMatch;
  let response;
  try {
    response = await fetch(address(path, query), {
      method,
      headers,
      signal,
      cache: "no-store",
      credentials: "omit",
      redirect: "error",
      body: json !== undefined ? JSON.stringify(json) : body,
    });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw Problem.unreachable();
  }
  learn(response);
  if (!response.ok) {
    const problem = await Problem.from(response);
    if (response.status === 401 && token && again && askToSignIn && (await askToSignIn())) {
      return call(method, path, { ...options, token: session()?.token, again: false });
    }
    throw problem;
  }
  return {
    data: response.status === 204 ? null : await content(response),
    etag: response.headers.get("ETag"),
    status: response.status,
    headers: response.headers,
  };
}

async function content(response) {
  try {
    // What is sent to be kept is a file, whatever it holds.
    const isFile = (response.headers.get("Content-Disposition") ?? "").startsWith("attachment");
    return !isFile && (response.headers.get("Content-Type") ?? "").includes("json")
      ? await response.json()
      : await response.blob();
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw Problem.unreachable();
  }
}

/** The body of a GET. */
export async function get(path, query, options = {}) {
  return (await call("GET", path, { ...options, query })).data;
}

/** Every row of a list, page after page, up to `most`. */
export async function all(path, query = {}, most = 1000) {
  const rows = [];
  let cursor = null;
  do {
    const page = await get(path, { ...query, limit: 100, cursor });
    rows.push(...page.data);
    cursor = page.next;
  } while (cursor && rows.length < most);
  return rows;
}

export async function post(path, json) {
  return (await call("POST", path, { json })).data;
}

/** An address of the API with a query; parts of the path are percent-encoded where they are put in. */
export function address(path, query = {}) {
  const items = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== "") items.set(name, value);
  }
  const text = items.toString();
  return text ? `${path}?${text}` : path;
}

/** A part of a path. */
export const part = encodeURIComponent;
