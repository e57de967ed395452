// Where a person writes to the bot: the commands, the samples to attach, the text.

import { button, el, icon } from "./element.js";
import { dropLead, leadKinds } from "./lead.js";
import { menu } from "./menu.js";
import { utter } from "./text.js";
import { say } from "./words.js";

const MOST_QUOTED = 60;

export class Composer {
  #commands = [];
  #answering = null;
  #about = el("span", { dir: "auto" });
  #cancel = button({ class: "round", onclick: () => this.answer(null) }, icon("close"));
  #strip = el("div", { class: "answered", hidden: true }, this.#about, this.#cancel);
  #field = el("textarea", { rows: 1, enterkeyhint: "send", maxlength: 4096, onkeydown: (event) => this.#key(event) });
  #send = el("button", { type: "submit", class: "round send" }, icon("send"));
  #menu = menu({ class: "round" }, icon("menu"), () => this.#commandLines());
  #attach = menu({ class: "round" }, icon("attach"), () => leadKinds((kind) => dropLead(this.node, kind)));

  constructor() {
    const submit = (event) => {
      event.preventDefault();
      this.#submit();
    };
    const parts = [this.#strip, this.#menu, this.#field, this.#attach, this.#send];
    this.node = el("form", { class: "composer", onsubmit: submit }, ...parts);
  }

  draw({ name, roles, commands }) {
    this.#commands = commands;
    this.#attach.hidden = !roles.includes("secretary");
    this.#menu.hidden = !commands.length;
    this.#field.placeholder = say("write");
    label(this.#field, say("writeAs", name));
    label(this.#send, say("send"));
    label(this.#cancel, say("cancel"));
    label(this.#menu.firstChild, say("commands"));
    label(this.#attach.firstChild, say("attach"));
  }

  /** What is written next answers this message, or corrects it ({does, message}); null: neither. */
  answer(answering) {
    const corrected = this.#answering?.does === "edit";
    this.#answering = answering;
    this.#strip.hidden = !answering;
    if (!answering) {
      if (corrected) this.#field.value = "";
      return;
    }
    const { does, message } = answering;
    const [line] = (message.text ?? message.caption ?? "…").split("\n");
    const words = line.length > MOST_QUOTED ? `${line.slice(0, MOST_QUOTED)}…` : line;
    this.#about.textContent = say(does === "edit" ? "corrects" : "answers", words);
    if (does === "edit") this.#field.value = message.text;
    this.#field.focus();
  }

  #commandLines() {
    return this.#commands.map(({ command, description }) => ({
      text: `/${command}`,
      detail: description,
      act: () => utter(this.node, `/${command}`),
    }));
  }

  #key(event) {
    if (event.key === "Escape") this.answer(null);
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#submit();
  }

  #submit() {
    const words = this.#field.value.trim();
    if (!words) return;
    const answering = this.#answering;
    this.answer(null);
    this.#field.value = "";
    if (!answering) return utter(this.node, words);
    const { does, message } = answering;
    const to = does === "edit" ? { message_id: message.message_id } : { reply_to: message.message_id };
    this.node.dispatchEvent(new CustomEvent(does, { bubbles: true, detail: { text: words, ...to } }));
  }
}

/** The way back of a person who blocked the bot, in the composer's place. */
export function comeBack(act) {
  return button({ class: "comeback", onclick: act, hidden: true });
}

function label(node, words) {
  if (node.getAttribute("aria-label") === words) return;
  node.setAttribute("aria-label", words);
  if (node.matches("button")) node.title = words;
}
