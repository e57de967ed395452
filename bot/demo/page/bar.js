// The bar along the top: the office's clock and its pace, the lead that drops in, language and theme.

import { relative, seconds, written } from "./clock.js";
import { icon, setText } from "./element.js";
import { dropLead, leadKinds } from "./lead.js";
import { menu } from "./menu.js";
import { tell } from "./state.js";
import { flip } from "./theme.js";
import { say } from "./words.js";

const find = (id) => document.getElementById(id);

/** Wires the bar; onLead is called when a lead was dropped in. */
export function setUpBar(onLead) {
  const drop = async (kind) => (await dropLead(find("drop-lead"), kind)) && onLead();
  find("drop-lead").addEventListener("click", () => drop());
  const kinds = menu({ class: "kinds", "data-word-label": "leadKind" }, icon("open"), () => leadKinds(drop));
  find("drop-lead").after(kinds);
  find("skip").addEventListener("click", (event) => tell(event.currentTarget, "clock", { skip: true }));
  find("turn").addEventListener("click", ({ currentTarget: node }) => tell(node, "clock", { to: node.dataset.to }));
  find("theme").addEventListener("click", flip);
  for (const node of document.querySelectorAll("[data-speed]")) {
    node.addEventListener("click", () => tell(node, "clock", { speed: Number(node.dataset.speed) }));
  }
  for (const node of document.querySelectorAll("button[data-locale]")) {
    node.addEventListener("click", () => tell(node, "locale", { locale: node.dataset.locale }));
  }
  find("more").addEventListener("click", ({ currentTarget: node }) => {
    node.setAttribute("aria-expanded", document.querySelector(".bar").classList.toggle("set-up"));
  });
}

export function drawBar({ bot, office, locale, clock }) {
  setText(find("bot"), bot.name);
  setText(find("office"), office);
  setText(find("now"), written({ hour: "2-digit", minute: "2-digit", second: "2-digit" }));
  find("now").dateTime = clock.now;
  setText(find("today"), written({ weekday: "short", day: "numeric", month: "long" }));
  find("skip").disabled = !clock.next_deadline;
  setText(find("left"), clock.next_deadline ? relative(seconds(clock.next_deadline)) : say("noDeadline"));
  drawTurn(find("turn"), clock.is_open ? "evening" : "morning");
  press("data-speed", clock.speed);
  press("data-locale", locale);
  document.title = `${bot.name} · ${office}`;
}

/** While the office is open the evening can be tried, and after that the next morning. */
function drawTurn(node, to) {
  node.dataset.to = to;
  node.title = say(`${to}Hint`);
  setText(node.querySelector(".label"), say(to));
  setText(node.querySelector(".glyph"), to === "evening" ? "🌙" : "☀️");
}

function press(attribute, value) {
  for (const node of document.querySelectorAll(`button[${attribute}]`)) {
    node.setAttribute("aria-pressed", node.getAttribute(attribute) === String(value));
  }
}
