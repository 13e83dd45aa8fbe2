// Days and moments in the person's own zone. A day (YYYY-MM-DD) is the same day everywhere; a moment is shown as their clock says.
import { now } from "./clock.js";
import { h } from "./dom.js";
import { me } from "./session.js";

function zone() {
  const name = me()?.time_zone;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return name;
  } catch {
    return undefined;
  }
}

/** The page is English; within it, days are written the person's way where their language is English too. */
function language() {
  const locale = me()?.locale ?? "";
  return locale.startsWith("en-") ? locale : "en-US";
}

/** Today, where the person is, as YYYY-MM-DD. */
export function today() {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone: zone(),
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(new Date(now()));
  const value = (type) => parts.find((part) => part.type === type).value;
  return `${value("year")}-${value("month")}-${value("day")}`;
}

function dayNumber(day) {
  const [year, month, date] = day.split("-").map(Number);
  return Date.UTC(year, month - 1, date) / 86_400_000;
}

/** Days from the first to the second; negative when the second is earlier. */
export function daysBetween(first, second) {
  return dayNumber(second) - dayNumber(first);
}

/** The day so many days later. */
export function daysAfter(day, count) {
  return new Date((dayNumber(day) + count) * 86_400_000).toISOString().slice(0, 10);
}

/** A day in words: "Tuesday, March 3", or "Mar 3" where there is little room; with the year where it is another one. */
export function dayText(day, short = false) {
  const date = new Date(dayNumber(day) * 86_400_000);
  const options = short
    ? { timeZone: "UTC", month: "short", day: "numeric" }
    : { timeZone: "UTC", weekday: "long", month: "long", day: "numeric" };
  if (day.slice(0, 4) !== today().slice(0, 4)) options.year = "numeric";
  return new Intl.DateTimeFormat(language(), options).format(date);
}

/** A day as an element. */
export function dayElement(day) {
  return h("time", { datetime: day }, dayText(day));
}

/** When something is due: `text`, whether that day is over, and whether it is near. */
export function due(day, short = false) {
  const distance = daysBetween(today(), day);
  if (distance === 0) return { text: "Due today", late: false, near: true };
  if (distance === 1) return { text: "Due tomorrow", late: false, near: true };
  if (distance > 1) return { text: `Due ${dayText(day, short)}`, late: false, near: distance <= 3 };
  if (distance === -1) return { text: "Was due yesterday", late: true, near: true };
  return { text: `Was due ${dayText(day, short)}`, late: true, near: true };
}

/** A moment on the person's clock, as an element. */
export function moment(timestamp) {
  const options = { timeZone: zone(), dateStyle: "medium", timeStyle: "short" };
  const text = new Intl.DateTimeFormat(language(), options).format(new Date(timestamp));
  return h("time", { datetime: timestamp }, text);
}
