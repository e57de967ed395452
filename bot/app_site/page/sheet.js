// What rises from below when a day or a shift is tapped: who, when, what to do.

import { button, byId, el } from "./element.js";
import { on, post } from "./telegram.js";

const sheet = byId("sheet");
let written = false; // something is filled in and not sent

sheet.addEventListener("close", () => {
  setWritten(false);
  post("web_app_setup_back_button", { is_visible: false });
});
sheet.addEventListener("click", (event) => event.target === sheet && close());
sheet.addEventListener("input", () => setWritten(true));
on("back_button_pressed", () => close());

export const close = () => sheet.open && sheet.close();

function setWritten(now) {
  if (written === now) return;
  written = now;
  post("web_app_setup_closing_behavior", { need_confirmation: now });
}

function open(...parts) {
  sheet.replaceChildren(...parts);
  if (!sheet.open) sheet.showModal();
  post("web_app_setup_back_button", { is_visible: true });
}

const day = (of, locale) =>
  new Date(`${of}T12:00:00`).toLocaleDateString(locale, { weekday: "long", day: "numeric", month: "long" });

function field(words, node) {
  return el("label", {}, words, node);
}

const tick = (words, node) => el("label", { className: "tick" }, node, words);

function choice(people, chosen) {
  return el("select", {}, ...people.map(({ id, name }) => el("option", { value: id, selected: id === chosen }, name)));
}

/** A day without a shift, or beside one. */
export function openDay({ month, who, of, act }) {
  const { words } = month;
  const [first] = month.hours;
  const [since, until] = (first ?? "09:00-18:00").split("-");
  const person = choice(month.people.filter((one) => one.member), who);
  const from = el("input", { type: "time", value: since, required: true });
  const to = el("input", { type: "time", value: until, required: true });
  const weekly = el("input", { type: "checkbox" });
  const add = (start, end) =>
    act({ do: "add", who: person.value, day: of, from: start, to: end, weekly: weekly.checked });
  const chips = month.hours.map((span) => button("", span.replace("-", "–"), () => add(...span.split("-"))));
  open(
    el("h2", {}, words.add),
    el("p", {}, day(of, month.locale)),
    field(words.person, person),
    tick(words["every-week"], weekly),
    el("div", { className: "chips" }, ...chips),
    el("div", { className: "two" }, field(words.from, from), field(words.to, to)),
    el("div", { className: "deeds" },
      button("main", words.add, () => from.value && to.value && add(from.value, to.value)),
      button("", words["week-again"], () => openWeek({ month, of, act })),
      button("", words.cancel, close)),
  );
}

function openWeek({ month, of, act }) {
  const { words } = month;
  open(
    el("h2", {}, words["week-again"]),
    el("p", {}, `${day(of, month.locale)}. ${words["week-again-of"]}`),
    el("div", { className: "deeds" },
      button("main", words["week-sure"], () => act({ do: "week", day: of })),
      button("", words.cancel, close)),
  );
}

/** A shift: what it is; for whoever may change it, all that can be done with it. */
export function openDuty({ month, duty, act }) {
  const { words } = month;
  const name = month.people.find((one) => one.id === duty.who)?.name ?? "";
  const basis = [words[`basis-${duty.basis}`], duty.instead_of ? `${words["instead-of"]} ${duty.instead_of}` : ""];
  const about = [
    el("h2", {}, `${duty.from.slice(11)}–${duty.to.slice(11)}`),
    el("p", {}, `${name}, ${day(duty.from.slice(0, 10), month.locale)} · ${basis.filter(Boolean).join(" · ")}`),
  ];
  if (!month.writes || duty.over) {
    open(...about, el("div", { className: "deeds" }, button("", words.close, close)));
    return;
  }
  const person = choice(month.people.filter((one) => one.member || one.id === duty.who), duty.who);
  const date = el("input", { type: "date", value: duty.from.slice(0, 10), required: true, disabled: duty.begun });
  const { who, start, end } = duty;
  open(
    ...about,
    field(words.person, person),
    field(words.day, date),
    el("div", { className: "deeds" },
      button("main", words.move, () => date.value && act({ do: "move", duty: { who, start, end }, who: person.value, day: date.value })),
      button("", words.add, () => openDay({ month, who, of: duty.from.slice(0, 10), act })),
      button("danger", words.remove, () => act({ do: "remove", duty: { who, start, end } })),
      duty.basis === "weekly" && !duty.begun
        ? button("danger", words["remove-weekly"], () => act({ do: "remove", duty: { who, start, end }, weekly: true }))
        : null,
      button("", words.cancel, close)),
  );
}

/** Whose limits it would go beyond; done only if asked for again. */
export function openBeyond({ month, beyond, again }) {
  const { words } = month;
  open(
    el("p", { className: "warn" }, beyond.join("\n")),
    el("div", { className: "deeds" }, button("", words.anyway, again), button("main", words.cancel, close)),
  );
}
