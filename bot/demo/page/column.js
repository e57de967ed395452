// One person of the office: who it is, the chat with the bot, the place to write.

import { Below } from "./below.js";
import { Chat } from "./chat.js";
import { Composer, comeBack } from "./composer.js";
import { button, el, icon, setText } from "./element.js";
import { menu } from "./menu.js";
import { tell } from "./state.js";
import { utter } from "./text.js";
import { Toasts, showAlert } from "./toasts.js";
import { say } from "./words.js";

export class Column {
  #person;
  #seen = null;
  #toasts = new Toasts();
  #composer = new Composer();
  #below = new Below();
  #face = button({ class: "face", onclick: () => this.#turn() });
  #name = el("h2");
  #role = el("p", { class: "role" });
  #back = comeBack(() => this.#block(false));
  #more = menu({ class: "round" }, icon("more"), () => [this.#calendar(), this.#blocking()]);
  #chat;
  #folded = false;

  constructor(person) {
    this.#chat = new Chat(person.id);
    const about = el("div", { class: "who" }, this.#name, this.#role);
    const head = el("header", {}, this.#face, about, this.#more);
    const listeners = {
      onnotice: (event) => this.#toast(event),
      onutter: (event) => this.#says("say", { text: event.detail }),
      onreply: (event) => this.#says("say", event.detail),
      onedit: (event) => this.#says("edit", event.detail),
      onanswering: (event) => this.#composer.answer(event.detail),
      onseek: (event) => this.#chat.show(event.detail),
    };
    const parts = [head, this.#toasts.region, this.#chat.node, this.#composer.node, this.#below.node, this.#back];
    this.node = el("section", { class: "column", "data-person": person.key, ...listeners }, ...parts);
    this.#folded = isAside(person) && !roomy.matches;
  }

  /** Draws the person and says how many of the bot's messages are new. */
  draw(person) {
    this.#person = person;
    const roles = rolesOf(person);
    const label = `${person.name}, ${roles}`;
    this.node.setAttribute("aria-label", label);
    this.node.classList.toggle("blocked", person.blocked);
    setText(this.#face, initials(person.name));
    this.#fold(this.#folded);
    setText(this.#name, person.name);
    this.#name.title = person.name;
    setText(this.#role, person.blocked ? say("blocked") : roles);
    this.#more.firstChild.setAttribute("aria-label", say("more", person.name));
    this.#composer.draw(person);
    this.#composer.node.hidden = person.blocked;
    this.#below.draw(person.blocked ? [] : person.below);
    this.#back.hidden = !person.blocked;
    setText(this.#back, say("unblock"));
    if (!person.messages.length) this.#chat.hint(el("p", {}, say(`hints.${person.roles[0] ?? "guest"}`)), start());
    this.#answer(person.toasts ?? []);
    return this.#chat.draw(person.messages, label);
  }

  #says(path, body) {
    return tell(this.node, path, { person: this.#person.id, ...body });
  }

  #turn() {
    this.#fold(!this.#folded);
    this.node.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  /** Only who is seldom needed is folded; where there is room for everybody they stand open. */
  #fold(folded) {
    const foldable = isAside(this.#person);
    this.#folded = folded && foldable;
    this.node.classList.toggle("foldable", foldable);
    this.node.classList.toggle("folded", this.#folded);
    const words = foldable ? say(this.#folded ? "openChat" : "foldChat", this.#person.name) : "";
    this.#face.disabled = !foldable;
    this.#face.title = words;
    this.#face.setAttribute("aria-label", words || this.#person.name);
    this.#face.toggleAttribute("aria-hidden", !foldable);
  }

  /** Answers that were there when the page opened are old. */
  #answer(toasts) {
    const old = this.#seen;
    this.#seen = new Set(toasts.map((toast) => toast.id));
    for (const { id, text, alert } of toasts) {
      if (!old || old.has(id) || !text) continue;
      if (alert) showAlert(this.node, text);
      else this.#toasts.show(text);
    }
  }

  #toast(event) {
    event.stopPropagation();
    this.#toasts.show(event.detail);
  }

  #calendar() {
    const act = () => window.open(`/demo/app/${this.#person.id}`, "_blank", "noopener");
    return { text: say("calendar"), icon: "link", act };
  }

  #blocking() {
    const { blocked } = this.#person;
    const [text, picture] = blocked ? [say("unblock"), "back"] : [say("block"), "block"];
    return { text, icon: picture, act: () => this.#block(!blocked) };
  }

  #block(blocked) {
    return tell(this.node, "block", { person: this.#person.id, blocked });
  }
}

const roomy = matchMedia("(min-width: 1680px)");
const isAside = (person) => person.roles.length && person.roles.every((role) => role === "admin");

export const rolesOf = (person) => person.roles.map((role) => say(`roles.${role}`)).join(", ") || say("guest");

export function initials(name) {
  const words = name.split(/\s+/).filter(Boolean);
  return words.slice(0, 2).map((word) => [...word][0].toUpperCase()).join("");
}

function start() {
  return button({ class: "key", onclick: (event) => utter(event.currentTarget, "/start") }, "/start");
}
