// The office's clock: every time on the page is the office's, in its time zone, at its own speed.

import { setText } from "./element.js";
import { locale } from "./words.js";

const STEPS = [["second", 90, 1], ["minute", 90 * 60, 60], ["hour", 36 * 3600, 3600], ["day", Infinity, 86400]];

let now = 0;
let offset = 0;

/** Both the moment and the offset from UTC come from an ISO 8601 time such as 2026-11-23T10:15:30+03:00. */
export function setNow(iso) {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(iso) ?? [null, "+", "0", "0"];
  now = Date.parse(iso) / 1000;
  offset = (sign === "-" ? -60 : 60) * (60 * hours + Number(minutes));
}

export function seconds(iso) {
  return Date.parse(iso) / 1000;
}

/** The moment (Unix seconds; now, if left out) in words, with the options of Intl.DateTimeFormat. */
export function written(options, unix = now) {
  return formatter(options).format(new Date((unix + offset) * 1000));
}

export const shortTime = (unix) => written({ hour: "2-digit", minute: "2-digit" }, unix);

export const longDay = (unix) => written({ weekday: "long", day: "numeric", month: "long" }, unix);

/** How far a moment lies from now: "in 2 min", "45 sec. ago". */
export function relative(unix) {
  const left = Math.round(unix - now);
  const [unit, , length] = STEPS.find(([, below]) => Math.abs(left) < below);
  const words = new Intl.RelativeTimeFormat(locale(), { numeric: "auto", style: "short" });
  return words.format(Math.round(left / length), unit).replace(/\.$/, "");
}

/** A date_time entity: r is relative; w weekday, d or D date, t or T time; anything else is the short time. */
export function moment(unix, format) {
  if (format === "r") return relative(unix);
  const options = {};
  if (format?.includes("w")) options.weekday = "short";
  if (/d/i.test(format)) Object.assign(options, { day: "numeric", month: format.includes("D") ? "long" : "short" });
  const timed = /t/i.test(format) || !Object.keys(options).length;
  if (timed) Object.assign(options, { hour: "2-digit", minute: "2-digit" });
  if (format?.includes("T")) options.second = "2-digit";
  return written(options, unix);
}

/** Brings every <time data-unix> under the root up to date. */
export function tick(root) {
  for (const node of root.querySelectorAll("time[data-unix]")) {
    setText(node, moment(Number(node.dataset.unix), node.dataset.format));
  }
}

const formatters = new Map();

function formatter(options) {
  const key = locale() + JSON.stringify(options);
  if (!formatters.has(key)) {
    // The offset is added by hand: the office's zone is known to the page only as an offset.
    formatters.set(key, new Intl.DateTimeFormat(locale(), { hourCycle: "h23", ...options, timeZone: "UTC" }));
  }
  return formatters.get(key);
}
