// On a phone one chat is seen at a time; the tabs along the top choose it and count what is unread.

import { initials, rolesOf } from "./column.js";
import { button, el, setText } from "./element.js";
import { say } from "./words.js";

const next = document.getElementById("next");
const narrow = matchMedia("(max-width: 719px)");

export class Tabs {
  #node;
  #tabs = new Map();
  #current = null;
  #onChoose;

  constructor(node, onChoose) {
    this.#node = node;
    this.#onChoose = onChoose;
    next.addEventListener("click", () => this.choose(next.dataset.to));
    narrow.addEventListener("change", () => this.#current && this.choose(this.#current));
  }

  /** Draws a person's tab; fresh are the messages that just came. */
  draw(person, fresh) {
    const tab = this.#tabs.get(person.key) ?? this.#add(person);
    setText(tab.face, initials(person.name));
    setText(tab.name, person.name.split(" ")[0]);
    setText(tab.role, rolesOf(person));
    if (narrow.matches && this.#current !== person.key) {
      tab.unread += fresh.length;
      if (fresh.some(asks)) this.#point(person, tab);
    }
    setText(tab.badge, tab.unread > 99 ? "99+" : String(tab.unread));
    tab.badge.hidden = !tab.unread;
    const news = tab.unread ? `, ${say("unread", tab.unread)}` : "";
    tab.node.setAttribute("aria-label", `${person.name}, ${rolesOf(person)}${news}`);
    if (!this.#current) this.choose(person.key);
  }

  choose(key) {
    this.#current = key;
    for (const [its, tab] of this.#tabs) tab.node.setAttribute("aria-pressed", its === key);
    const tab = this.#tabs.get(key);
    tab.unread = 0;
    tab.badge.hidden = true;
    tab.node.classList.remove("asked");
    next.hidden = true;
    tab.node.scrollIntoView({ block: "nearest", inline: "center" });
    this.#onChoose(key);
  }

  /** Whoever is asked for something is where the story goes on: a tap on the hint leads there. */
  #point(person, tab) {
    tab.node.classList.add("asked");
    tab.node.scrollIntoView({ block: "nearest", inline: "center" });
    next.dataset.to = person.key;
    setText(next, say("next", tab.name.textContent));
    next.hidden = false;
  }

  #add(person) {
    const face = el("span", { class: "face", "aria-hidden": "true" });
    const [name, role, badge] = [el("b"), el("small"), el("span", { class: "badge", hidden: true })];
    const node = button({ onclick: () => this.choose(person.key) }, face, el("span", {}, name, role), badge);
    const tab = { node, face, name, role, badge, unread: 0 };
    this.#tabs.set(person.key, tab);
    this.#node.append(node);
    return tab;
  }
}

/** What is to be done now has a coloured key; a greeting with its languages has none. */
function asks(node) {
  return Boolean(node.querySelector(".key:is(.success, .primary)"));
}
