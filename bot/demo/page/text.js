// Formatted text: Telegram's entities (offsets in UTF-16 units, as JavaScript counts) drawn as nodes.

import { moment } from "./clock.js";
import { button, el, icon } from "./element.js";
import { notice } from "./state.js";
import { say } from "./words.js";

// Telegram finds these itself, so a bot's plain text has them without entities.
const FOUND = [
  ["bot_command", /(?<=^|[\s(])\/[a-z][a-z0-9_]{0,31}(?![\w/])/g],
  ["phone_number", /(?<![\d+])\+\d[\d ()\u00a0-]{8,17}\d(?!\d)/g],
  ["url", /\bhttps?:\/\/[^\s<>]*[^\s<>.,!?;:)»"]/g],
];
const WHOLE = new Set(["code", "pre", "text_link", "url", "bot_command", "email", "phone_number"]);
const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);
const SAFE_LINK = /^(https?|mailto|tel|tg):/i;
// A tap sends the bare command, so "/why 3" and "/why N" are words to type, not a thing to tap.
const ARGUMENT = /^ +(№?\d|[N№<[…])/;

/** The text as a fragment. */
export function formatted(text, entities) {
  const all = [...(entities ?? []), ...found(text, entities ?? [])];
  all.sort((one, other) => one.offset - other.offset || other.length - one.length);
  return drawn(text, 0, text.length, all);
}

function found(text, entities) {
  const whole = entities.filter((entity) => WHOLE.has(entity.type));
  const free = (offset, length) =>
    !whole.some((entity) => offset < entity.offset + entity.length && entity.offset < offset + length);
  return FOUND.flatMap(([type, pattern]) =>
    [...text.matchAll(pattern)]
      .map((match) => ({ type, offset: match.index, length: match[0].length }))
      .filter(({ offset, length }) => free(offset, length)),
  );
}

/** Entities are nested or apart, never crossing, so what begins inside one belongs to it. */
function drawn(text, start, end, entities) {
  const fragment = document.createDocumentFragment();
  let at = start;
  for (let index = 0; index < entities.length; ) {
    const entity = entities[index];
    const from = Math.max(entity.offset, at);
    const to = Math.min(entity.offset + entity.length, end);
    let next = index + 1;
    while (next < entities.length && entities[next].offset < to) next += 1;
    const inner = entities.slice(index + 1, next);
    fragment.append(text.slice(at, from));
    if (from < to) fragment.append(wrapped(entity, drawn(text, from, to, inner), text, from, to));
    at = Math.max(at, to);
    // A block ends its line by itself.
    if (BLOCKS.has(entity.type) && text[at] === "\n") at += 1;
    index = next;
  }
  fragment.append(text.slice(at, end));
  return fragment;
}

function wrapped(entity, inside, text, from, to) {
  const words = text.slice(from, to);
  const draw = DRAW[entity.type];
  return draw ? draw(inside, words, entity, text.slice(to)) : inside;
}

const DRAW = {
  bold: (inside) => el("strong", {}, inside),
  italic: (inside) => el("em", {}, inside),
  underline: (inside) => el("u", {}, inside),
  strikethrough: (inside) => el("s", {}, inside),
  code: (inside) => el("code", {}, inside),
  pre: (inside) => el("pre", {}, inside),
  blockquote: (inside) => el("blockquote", {}, inside),
  expandable_blockquote: folded,
  spoiler,
  text_link: (inside, words, entity) => link(inside, entity.url),
  url: (inside, words) => link(inside, words.includes("://") ? words : `https://${words}`),
  email: (inside, words) => link(inside, `mailto:${words}`),
  mention: (inside) => el("span", { class: "mention" }, inside),
  phone_number: phone,
  bot_command: (inside, words, entity, after) =>
    ARGUMENT.test(after)
      ? inside
      : button({ class: "inline", onclick: (event) => utter(event.currentTarget, words) }, inside),
  date_time: (inside, words, { unix_time: unix, date_time_format: format }) =>
    el("time", { "data-unix": unix, "data-format": format, title: moment(unix, "DT") }, moment(unix, format)),
};

/** True for an address that may be opened: never javascript: or data:. */
export const mayOpen = (address) => SAFE_LINK.test(address);

function link(inside, address) {
  if (!mayOpen(address)) return inside;
  return el("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, inside);
}

/** A number that copies itself. */
export function phone(inside, number) {
  const attributes = { class: "inline phone", title: say("copyPhone", number) };
  return button({ ...attributes, onclick: (event) => copy(event.currentTarget, number) }, inside);
}

function spoiler(inside) {
  const reveal = (event) => {
    if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    node.className = "spoiler shown";
    for (const name of ["role", "tabindex", "aria-label"]) node.removeAttribute(name);
  };
  const attributes = { class: "spoiler", role: "button", tabindex: 0, "aria-label": say("spoiler") };
  const node = el("span", { ...attributes, onclick: reveal, onkeydown: reveal }, inside);
  return node;
}

function folded(inside) {
  const turn = () => {
    const open = quote.classList.toggle("open");
    switcher.setAttribute("aria-expanded", open);
    switcher.setAttribute("aria-label", say(open ? "fold" : "unfold"));
  };
  const attributes = { class: "unfold", "aria-expanded": "false", "aria-label": say("unfold"), onclick: turn };
  const switcher = button(attributes, icon("open"));
  const quote = el("blockquote", { class: "folding" }, el("div", {}, inside), switcher);
  return quote;
}

/** Copies, and says so. */
export async function copy(node, words) {
  try {
    await navigator.clipboard.writeText(words);
    notice(node, say("copied", words));
  } catch {
    notice(node, say("notCopied"));
  }
}

/** Says something to the bot as the person whose column the node stands in. */
export function utter(node, words) {
  node.dispatchEvent(new CustomEvent("utter", { bubbles: true, detail: words }));
}
