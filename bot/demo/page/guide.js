// The first steps: what there is to try, in the order of a lead's life. A step is ticked when it has happened.

import { el, keyed } from "./element.js";
import { locale, say } from "./words.js";

const KEY = "fairlead-guide";
const panel = document.getElementById("guide");
let isClosed = localStorage.getItem(KEY) === "read";

export function setUpGuide() {
  panel.querySelector("button").addEventListener("click", () => {
    isClosed = true;
    panel.hidden = true;
    localStorage.setItem(KEY, "read");
  });
}

/** Draws the state's steps [{id, done}]: the first that is still to be done stands there in full. */
export function drawGuide(steps) {
  panel.hidden = isClosed;
  const next = steps.find((step) => !step.done)?.id;
  panel.classList.toggle("begun", next !== steps[0].id);
  const entries = steps.map((step, place) => {
    const look = step.done ? "done" : step.id === next ? "now" : "later";
    return { key: step.id, version: `${locale()} ${look}`, draw: () => draw(step.id, look, place + 1, steps.length) };
  });
  if (!next) entries.push({ key: "end", version: locale(), draw: () => draw("end", "now", "★", "") });
  keyed(panel.querySelector("ol"), entries);
}

function draw(id, look, place, all) {
  const count = el("span", { class: "count", "aria-hidden": "true" }, look === "done" ? "✓" : String(place));
  const words = say(look === "now" ? `guideSteps.${id}` : `guideNames.${id}`);
  const of = all ? el("small", {}, `${place}/${all}`) : null;
  return el("li", { class: look, "aria-current": look === "now" && "step" }, count, el("span", {}, words), of);
}
