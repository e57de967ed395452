// What the bot answers to a tap: a toast that goes by itself, or an alert that waits for OK.

import { button, el } from "./element.js";
import { say } from "./words.js";

const SHOWN_MS = 4500;

/** One toast at a time; the region stands in the page all along, so a screen reader reads what comes. */
export class Toasts {
  #timer = 0;

  constructor(region = el("div", { class: "toasts", role: "status" })) {
    this.region = region;
  }

  show(text) {
    clearTimeout(this.#timer);
    this.region.replaceChildren(el("p", { class: "toast" }, text));
    this.#timer = setTimeout(() => this.region.replaceChildren(), SHOWN_MS);
  }
}

/** Covers the column it is put in, and only that: the other people go on. */
export function showAlert(column, text) {
  const had = column.contains(document.activeElement) ? document.activeElement : null;
  const close = () => {
    node.remove();
    had?.focus();
  };
  const ok = button({ onclick: close }, say("ok"));
  const key = (event) => event.key === "Escape" && close();
  const box = el("div", { role: "alertdialog", "aria-label": text, onkeydown: key }, el("p", {}, text), ok);
  const node = el("div", { class: "alert" }, box);
  column.append(node);
  if (had) ok.focus();
}
