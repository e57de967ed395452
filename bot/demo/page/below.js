// The keyboard of words below the input field: a key sends what stands on it, as if it were typed.

import { button, el } from "./element.js";
import { utter } from "./text.js";

export class Below {
  node = el("div", { class: "below", hidden: true });
  #shown = "[]";

  /** Draws these rows of words; without any the place is empty. */
  draw(rows) {
    const wanted = JSON.stringify(rows);
    if (wanted === this.#shown) return;
    this.#shown = wanted;
    this.node.hidden = !rows.length;
    this.node.replaceChildren(...rows.map((row) => el("div", { class: "row" }, ...row.map(drawKey))));
  }
}

function drawKey(words) {
  return button({ class: "word", onclick: (event) => utter(event.currentTarget, words) }, words);
}
