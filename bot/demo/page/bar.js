// The bar along the top: the office's clock and its pace, the lead that drops in, language and theme.

import { relative, seconds, written } from "./clock.js";
import { icon, setText } from "./element.js";
import { dropLead, leadKinds } from "./lead.js";
import { menu } from "./menu.js";
import { tell } from "./state.js";
import { flip } from "./theme.js";
import { say } from "./words.js";

const GUIDE = "fairlead-guide";
const find = (id) => document.getElementById(id);

/** Wires the bar; onLead is called when a lead was dropped in. */
export function setUpBar(onLead) {
  const drop = async (kind) => (await dropLead(find("drop-lead"), kind)) && onLead();
  find("drop-lead").addEventListener("click", () => drop());
  const kinds = menu({ class: "kinds", "data-word-label": "leadKind" }, icon("open"), () => leadKinds(drop));
  find("drop-lead").after(kinds);
  find("skip").addEventListener("click", (event) => tell(event.currentTarget, "clock", { skip: true }));
  find("theme").addEventListener("click", flip);
  for (const node of document.querySelectorAll("[data-speed]")) {
    node.addEventListener("click", () => tell(node, "clock", { speed: Number(node.dataset.speed) }));
  }
  for (const node of document.querySelectorAll("button[data-locale]")) {
    node.addEventListener("click", () => tell(node, "locale", { locale: node.dataset.locale }));
  }
  setUpGuide(find("guide"));
}

function setUpGuide(guide) {
  guide.hidden = localStorage.getItem(GUIDE) === "read";
  guide.querySelector("button").addEventListener("click", () => {
    guide.hidden = true;
    localStorage.setItem(GUIDE, "read");
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
  press("data-speed", clock.speed);
  press("data-locale", locale);
  document.title = `${bot.name} · ${office}`;
}

function press(attribute, value) {
  for (const node of document.querySelectorAll(`button[${attribute}]`)) {
    node.setAttribute("aria-pressed", node.getAttribute(attribute) === String(value));
  }
}
