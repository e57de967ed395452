// One message, or one album, as it stands in a chat.

import { shortTime } from "./clock.js";
import { button, el, icon } from "./element.js";
import { keyboard } from "./keyboard.js";
import { media } from "./media.js";
import { formatted } from "./text.js";
import { locale, say } from "./words.js";

/** What the drawing depends on; the same version is never drawn twice. */
export const version = (messages) => [locale(), ...messages.map((one) => `${one.message_id}.${one.version}`)].join();

/** A bubble with its keyboard, in the chat of a person (Telegram id). */
export function drawMessage(message, person) {
  const carried = media(message);
  const words = text(message);
  const bubble = el("div", { class: "bubble" }, forwarded(message), quote(message), carried, words, meta(message));
  if (message.kind === "photo" && !words) bubble.classList.add("bare");
  return frame(message, bubble, keyboard(message, person));
}

/** Photos or files that came together; the caption of the first that has one stands under them all. */
export function drawAlbum(messages, person) {
  const items = messages.map((one) => el("div", { "data-message-id": one.message_id }, media(one)));
  const [first] = messages;
  const captioned = messages.find((one) => one.caption);
  const words = captioned ? text(captioned) : null;
  const grid = el("div", { class: "album", "data-count": Math.min(items.length, 4) }, ...items);
  const bubble = el("div", { class: "bubble" }, forwarded(first), grid, words, meta(messages.at(-1)));
  if (!words) bubble.classList.add("bare");
  const keyed = messages.find((one) => one.reply_markup);
  return frame(first, bubble, keyed ? keyboard(keyed, person) : null, true);
}

function frame(message, bubble, keys, album = false) {
  const side = message.from_bot ? "bot" : "mine";
  const look = ["message", side, keys && "keyed", message.kind !== "text" && "carrying"].filter(Boolean).join(" ");
  return el("article", { class: look, "data-message-id": album ? null : message.message_id }, bubble, keys);
}

function text(message) {
  const words = message.text ?? message.caption;
  return words ? el("div", { class: "text", dir: "auto" }, formatted(words, message.entities)) : null;
}

function forwarded({ forward_from: source }) {
  return source ? el("div", { class: "forwarded" }, say("forwarded", source)) : null;
}

/** What this answers: its first words, and the way there. */
function quote({ reply_to: answered }) {
  if (!answered) return null;
  const show = ({ currentTarget: node }) => call(node, "seek", answered.message_id);
  return button({ class: "quote", dir: "auto", onclick: show }, answered.text || "…");
}

function meta(message) {
  const { date, edited } = message;
  const about = edited ? `${say("edited")} ` : null;
  return el("span", { class: "meta" }, about, el("time", {}, shortTime(date)), answering(message));
}

/** The bot's messages can be answered, one's own texts corrected. */
function answering(message) {
  const does = message.from_bot ? "reply" : "edit";
  if (does === "edit" && (message.kind !== "text" || message.text.startsWith("/"))) return null;
  const begin = ({ currentTarget: node }) => call(node, "answering", { does, message });
  return button({ class: "answering", title: say(does), "aria-label": say(does), onclick: begin }, icon(does));
}

const call = (node, name, detail) => node.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
