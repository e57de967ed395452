// A button that opens a small list of things to do. The browser closes it on Escape and on a tap elsewhere.

import { button, el, icon } from "./element.js";

const WIDTH_PX = 272;
const GAP_PX = 6;

/** The button and its menu; items() tells what stands in it: [{text, detail, icon, act}]. */
export function menu(attributes, face, items) {
  const list = el("div", { class: "menu", popover: "auto" });
  const opener = button({ "aria-haspopup": "true", "aria-expanded": "false", ...attributes }, face);
  opener.popoverTargetElement = list;
  list.addEventListener("beforetoggle", ({ newState }) => {
    opener.setAttribute("aria-expanded", newState === "open");
    if (newState !== "open") return;
    list.replaceChildren(...items().map((item) => line(item, list)));
    place(list, opener.getBoundingClientRect());
  });
  list.addEventListener("toggle", ({ newState }) => newState === "open" && list.querySelector("button")?.focus());
  return el("span", { class: "opener" }, opener, list);
}

function line({ text, detail, icon: picture, act }, list) {
  const press = () => {
    list.hidePopover();
    act();
  };
  const words = el("span", {}, el("b", {}, text), detail ? el("small", {}, detail) : null);
  return button({ onclick: press }, picture ? icon(picture) : null, words);
}

/** Above a button of the lower half of the window, below one of the upper half. */
function place(list, { left, top, bottom }) {
  list.style.width = `${WIDTH_PX}px`;
  list.style.left = `${Math.max(GAP_PX, Math.min(left, innerWidth - WIDTH_PX - GAP_PX))}px`;
  const above = top > innerHeight / 2;
  list.style.bottom = above ? `${innerHeight - top + GAP_PX}px` : "auto";
  list.style.top = above ? "auto" : `${bottom + GAP_PX}px`;
  list.style.maxHeight = `${(above ? top : innerHeight - bottom) - 3 * GAP_PX}px`;
}
