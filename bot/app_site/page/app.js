// The calendar: a month is shown, changed by taps and by dragging, and follows what others change.

import { draggable } from "./drag.js";
import { byId, el } from "./element.js";
import { differences, draw } from "./grid.js";
import * as server from "./server.js";
import { close, openBeyond, openDay, openDuty } from "./sheet.js";
import { begin, haptic } from "./telegram.js";

const EVERY_MS = 3000; // a look whether somebody else has changed something
const TOAST_MS = 2600;
const GONE = new Set([401, 403]);

let month = null;
let busy = false;
let asked = 0; // an answer to anything but the last question comes too late
let toasting = 0;

async function load(segment, of, { quietly = false } = {}) {
  const turn = ++asked;
  try {
    const found = await server.month(segment, of);
    if (turn === asked) show(found, { quietly });
  } catch (error) {
    if (turn === asked) fail(error);
  }
}

function show(found, { quietly = false, told = false } = {}) {
  const before = month;
  const isSame = before && before.month === found.month && before.segment === found.segment;
  const fresh = quietly && isSame ? differences(before, found) : new Set();
  month = found;
  head();
  draw(month, fresh);
  document.body.classList.toggle("readonly", !month.writes);
  if (!isSame) scrollToToday();
  if (fresh.size && !told) toast(changedWords());
  if (fresh.size) byId("scroller").querySelector(".fresh")?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

const changedWords = () =>
  month.changed_by ? `${month.words["changed-by"]} ${month.changed_by}` : month.words.changed;

function head() {
  const { words, locale } = month;
  document.documentElement.lang = locale;
  document.title = words.title;
  const [year, number] = month.month.split("-").map(Number);
  byId("month").textContent = new Date(year, number - 1, 1).toLocaleDateString(locale, { month: "long", year: "numeric" });
  byId("previous").setAttribute("aria-label", words.previous);
  byId("next").setAttribute("aria-label", words.next);
  byId("today").textContent = words.today;
  byId("segments").hidden = month.segments.length < 2;
  byId("segment").setAttribute("aria-label", words.segment);
  byId("segment").replaceChildren(
    ...month.segments.map(({ id, name }) => el("option", { value: id, selected: id === month.segment }, name)));
  byId("beyond").hidden = !month.beyond.length;
  byId("beyond").textContent = month.beyond.join("\n");
  byId("head").hidden = false;
  byId("words").hidden = Boolean(month.segment) && month.duties.length > 0;
  byId("words").textContent = month.segment ? words.empty : words["no-segments"];
  byId("foot").hidden = !month.segment;
  byId("foot").replaceChildren(month.writes ? words.hint : words["read-only"], legend());
}

/** What the backgrounds mean, of those that are there. */
function legend() {
  const seen = ["leave", "free"].filter((away) => month.people.some((one) => one[away].length));
  return seen.length
    ? el("div", { className: "legend" }, ...seen.map((away) => el("span", { className: away }, month.words[away])))
    : "";
}

function scrollToToday() {
  const scroller = byId("scroller");
  const today = scroller.querySelector(".date.now");
  const name = scroller.querySelector(".corner");
  scroller.scrollLeft = today ? today.offsetLeft - name.offsetWidth : 0;
}

function toast(text) {
  const node = byId("toast");
  (byId("sheet").open ? byId("sheet") : document.body).append(node);
  node.textContent = text;
  node.classList.add("seen");
  clearTimeout(toasting);
  toasting = setTimeout(() => node.classList.remove("seen"), TOAST_MS);
}

function fail(error) {
  if (GONE.has(error.status)) {
    byId("head").hidden = byId("foot").hidden = true;
    byId("scroller").hidden = true;
    byId("words").hidden = false;
    byId("words").textContent = error.body.error;
    close();
    month = null;
  } else if (month) {
    toast(month.words.lost);
  }
}

/** Does what was wished, and shows the month as it is then; or why not, and the month all the same. */
async function act(wish) {
  if (busy) return;
  busy = true;
  const turn = ++asked;
  const { segment, month: of, version } = month;
  try {
    const found = await server.change({ ...wish, segment, month: of, version });
    close();
    if (turn === asked) show(found);
    toast(month.words.saved);
    haptic("success");
  } catch (error) {
    refused(error, wish);
  } finally {
    busy = false;
  }
}

function refused(error, wish) {
  if (error.status === 422 && error.body.beyond) {
    haptic("warning");
    openBeyond({ month, beyond: error.body.beyond, again: () => act({ ...wish, anyway: true }) });
  } else if (error.status === 409 && error.body.now) {
    close();
    show(error.body.now, { quietly: true, told: true });
    toast(error.body.error);
    haptic("error");
  } else {
    fail(error);
  }
}

function go(by) {
  const [year, number] = month.month.split("-").map(Number);
  const at = new Date(Date.UTC(year, number - 1 + by, 1));
  load(month.segment ?? "", at.toISOString().slice(0, 7));
}

async function look() {
  if (month && !busy && !document.hidden) {
    try {
      const { version } = await server.version();
      if (month && version !== month.version && !busy) await load(month.segment ?? "", month.month, { quietly: true });
    } catch (error) {
      if (GONE.has(error.status)) fail(error);
    }
  }
  setTimeout(look, EVERY_MS);
}

const dutyOf = (node) => month.duties[Number(node.dataset.duty)];

draggable(byId("scroller"), {
  pick: (node) => month.writes && !dutyOf(node).over,
  lifted: () => haptic("select"),
  tap: (node) => {
    haptic("select");
    openDuty({ month, duty: dutyOf(node), act });
  },
  drop: (node, to, day) => {
    const duty = dutyOf(node);
    if (to === duty.who && day === duty.from.slice(0, 10)) return;
    act({ do: "move", duty: { who: duty.who, start: duty.start, end: duty.end }, who: to, day });
  },
});

byId("grid").addEventListener("click", (event) => {
  const cell = event.target.closest(".cell");
  if (!cell || event.target.closest(".duty") || !month.writes || cell.dataset.day < month.now.slice(0, 10)) return;
  openDay({ month, who: cell.dataset.who, of: cell.dataset.day, act });
});
byId("previous").onclick = () => go(-1);
byId("next").onclick = () => go(1);
byId("today").onclick = () => load(month.segment ?? "", "");
byId("segment").onchange = (event) => load(event.target.value, month.month);

begin();
load(new URLSearchParams(location.search).get("segment") ?? "", "");
look();
