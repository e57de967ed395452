// The demo office in a browser: every state of the server is drawn, every tap is told to the server.

import { drawBar, setUpBar } from "./bar.js";
import { setNow } from "./clock.js";
import { Column } from "./column.js";
import { drawGuide, setUpGuide } from "./guide.js";
import { drawRules } from "./rules.js";
import { watch } from "./state.js";
import { Tabs } from "./tabs.js";
import { Toasts } from "./toasts.js";
import { fillWords, say, setLocale } from "./words.js";

const main = document.getElementById("people");
const offline = document.getElementById("offline");
const viewer = document.getElementById("viewer");
const notices = new Toasts(document.getElementById("notices"));
const columns = new Map();
const tabs = new Tabs(document.getElementById("tabs"), (key) => {
  for (const [its, column] of columns) column.node.classList.toggle("current", its === key);
});
let people = [];

function draw(state) {
  const turned = setLocale(state.locale);
  if (turned || !people.length) fillWords(document);
  people = state.people;
  setNow(state.clock.now);
  drawBar(state);
  drawRules(state.rules, state.schemes);
  drawGuide(state.guide);
  for (const person of people) {
    const first = !columns.has(person.key);
    const fresh = columnOf(person).draw(person);
    tabs.draw(person, first ? [] : fresh);
  }
}

function columnOf(person) {
  if (!columns.has(person.key)) {
    const column = new Column(person);
    columns.set(person.key, column);
    main.append(column.node);
  }
  return columns.get(person.key);
}

function showLine(online) {
  offline.hidden = online;
  if (!online) offline.textContent = say("offline");
}

setLocale(navigator.language.slice(0, 2));
setUpBar(() => {
  const secretary = people.find((person) => person.roles.includes("secretary"));
  if (secretary) tabs.choose(secretary.key);
});
setUpGuide();
fillWords(document);
main.dataset.hint = say("connecting");
document.addEventListener("notice", (event) => notices.show(event.detail));
viewer.addEventListener("click", () => viewer.close());
watch(draw, showLine);
