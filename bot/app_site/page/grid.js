// People by days: the names stand still on the left, the days on top.

import { byId, el } from "./element.js";

/** Draws the month. `fresh`: keys of the cells that somebody else has changed. */
export function draw(month, fresh = new Set()) {
  const grid = byId("grid");
  const today = month.now.slice(0, 10);
  grid.style.gridTemplateColumns = `var(--name) repeat(${month.days.length}, minmax(var(--day), 1fr))`;
  grid.replaceChildren(
    el("div", { className: "corner" }),
    ...month.days.map((day) => date(day, today, month.locale)),
    ...month.people.flatMap((person) => row(person, month, fresh)),
  );
}

export const keyOf = (who, day) => `${who} ${day}`;

function date({ date: day, off }, today, locale) {
  const at = new Date(`${day}T12:00:00`);
  const weekday = at.toLocaleDateString(locale, { weekday: "short" });
  const className = `date${off ? " off" : ""}${day === today ? " now" : ""}`;
  return el("div", { className, role: "columnheader", "data-date": day }, weekday, el("b", {}, String(at.getDate())));
}

function row(person, month, fresh) {
  const className = `name${person.id === month.me ? " me" : ""}${person.member ? "" : " gone"}`;
  const cells = month.days.map((day) => cell(person, day, month, fresh));
  return [el("div", { className, role: "rowheader" }, person.name), ...cells];
}

function cell(person, { date: day, off }, month, fresh) {
  const here = month.duties.filter((duty) => duty.who === person.id && duty.from.slice(0, 10) === day);
  const isFresh = fresh.has(keyOf(person.id, day));
  const away = person.leave.includes(day) ? "leave" : person.free.includes(day) ? "free" : "";
  const className = `cell${off ? " off" : ""}${away && ` ${away}`}${isFresh ? " fresh" : ""}`;
  const about = { className, role: "gridcell", "data-who": person.id, "data-day": day };
  if (away) about["aria-label"] = about.title = month.words[away];
  return el("div", about, ...here.map((duty) => shift(duty, month)));
}

function shift(duty, month) {
  const whose = duty.who === month.me ? " mine" : "";
  const over = duty.over ? " over" : "";
  const words = `${duty.from.slice(11)}–${duty.to.slice(11)}`;
  const node = el("button", {
    type: "button",
    className: `duty ${duty.basis}${whose}${over}`,
    "aria-label": words,
    "data-duty": String(month.duties.indexOf(duty)),
  }, el("span", {}, duty.from.slice(11)), el("span", {}, duty.to.slice(11)));
  return node;
}

/** The cells whose shifts are others now. */
export function differences(before, after) {
  const said = (month) => new Map(month.duties.map((d) => [`${d.who} ${d.start} ${d.end}`, keyOf(d.who, d.from.slice(0, 10))]));
  const [old, now] = [said(before), said(after)];
  const changed = new Set();
  for (const [key, cellKey] of old) if (!now.has(key)) changed.add(cellKey);
  for (const [key, cellKey] of now) if (!old.has(key)) changed.add(cellKey);
  return changed;
}
