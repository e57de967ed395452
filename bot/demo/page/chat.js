// The messages of one person, kept at the end as long as the reader is there.

import { longDay, tick, written } from "./clock.js";
import { button, el, icon, keyed, setText } from "./element.js";
import { drawAlbum, drawMessage, version } from "./message.js";
import { locale, say } from "./words.js";

const NEAR_PX = 60;

export class Chat {
  #person;
  #atEnd = true;
  #below = 0;
  #top = 0;
  #drawn = false;
  #list = el("div", { class: "list" });
  #hint = el("div", { class: "hint", hidden: true });
  #count = el("span", { class: "badge", hidden: true });
  #down = button({ class: "down", hidden: true, onclick: () => this.toEnd() }, icon("open"), this.#count);
  #scroller = el("div", { class: "scroller", tabindex: 0, onscroll: () => this.#scrolled() }, this.#list);

  constructor(person) {
    this.#person = person;
    this.node = el("div", { class: "chat" }, this.#scroller, this.#hint, this.#down);
    const watcher = new ResizeObserver(() => this.#atEnd && this.#jump());
    watcher.observe(this.#list);
    watcher.observe(this.#scroller);
  }

  /** Draws the messages and returns those of the bot's that are new. */
  draw(messages, label) {
    this.#scroller.setAttribute("aria-label", label);
    const fresh = keyed(this.#list, this.#entries(messages), replaced);
    const spoken = fresh.filter((node) => node.matches(".message"));
    const fromBot = spoken.filter((node) => node.matches(".bot"));
    if (spoken.length > fromBot.length) this.#atEnd = true;
    if (!this.#atEnd) this.#below += fromBot.length;
    if (this.#drawn) spoken.forEach((node) => node.classList.add("fresh"));
    this.#drawn = true;
    this.#hint.hidden = messages.length > 0;
    tick(this.#list);
    if (this.#atEnd) this.#jump();
    this.#showBelow();
    return fromBot;
  }

  /** Brings a message into sight, and makes it known by a flash. */
  show(messageId) {
    const node = this.#list.querySelector(`[data-message-id="${messageId}"]`);
    node?.scrollIntoView({ block: "center" });
    node?.classList.remove("changed");
    requestAnimationFrame(() => node?.classList.add("changed"));
  }

  /** What stands there while nothing was said yet. */
  hint(...nodes) {
    this.#hint.replaceChildren(...nodes);
  }

  toEnd() {
    this.#atEnd = true;
    this.#jump();
    this.#scrolled();
  }

  #entries(messages) {
    const entries = [];
    let day = null;
    for (const group of albums(messages)) {
      const [first] = group;
      const its = written({ dateStyle: "short" }, first.date);
      if (its !== day) {
        entries.push({ key: `day ${first.message_id}`, version: locale(), draw: () => dayLine(first.date) });
        day = its;
      }
      const draw = () => (group.length > 1 ? drawAlbum(group, this.#person) : drawMessage(first, this.#person));
      entries.push({ key: `message ${first.message_id}`, version: version(group), draw });
    }
    return entries;
  }

  #jump() {
    this.#scroller.scrollTop = this.#scroller.scrollHeight;
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller;
    // Only the reader scrolls up; a picture that loads late merely makes the list longer.
    if (scrollHeight - scrollTop - clientHeight < NEAR_PX) this.#atEnd = true;
    else if (scrollTop < this.#top) this.#atEnd = false;
    this.#top = scrollTop;
    if (this.#atEnd) this.#below = 0;
    this.#showBelow();
  }

  #showBelow() {
    this.#down.hidden = this.#atEnd;
    this.#down.setAttribute("aria-label", this.#below ? say("newBelow", this.#below) : say("toEnd"));
    this.#count.hidden = !this.#below;
    setText(this.#count, String(this.#below));
  }
}

/** Neighbours with one media_group_id are one album. */
function albums(messages) {
  const groups = [];
  for (const message of messages) {
    const last = groups.at(-1);
    if (message.media_group_id && last?.[0].media_group_id === message.media_group_id) last.push(message);
    else groups.push([message]);
  }
  return groups;
}

function dayLine(unix) {
  return el("div", { class: "day" }, el("span", {}, longDay(unix)));
}

/** An edit flashes once, and a key that had the focus keeps it under the same words. */
function replaced(old, fresh, focused) {
  const [before, after] = [old, fresh].map((node) => node.keyedBy.version.split(",")[0]);
  if (before === after) fresh.classList.add("changed");
  if (!focused) return;
  [...fresh.querySelectorAll("button")].find((key) => key.textContent === focused.textContent)?.focus();
}
