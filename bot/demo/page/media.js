// What a message carries beside its text: photos, voices, documents, contacts.

import { button, el, icon } from "./element.js";
import { notice } from "./state.js";
import { phone } from "./text.js";
import { say } from "./words.js";

const BARS = 30;
const UNITS = ["B", "KB", "MB", "GB"];

/** The media of one message, or null for plain text. */
export function media(message) {
  const draw = { photo, album_item: photo, voice, document: file, contact }[message.kind];
  return draw ? draw(message) : null;
}

function photo({ file: source, caption }) {
  if (!source) return missing();
  const lost = () => frame.replaceWith(missing());
  const picture = el("img", { src: source.url, alt: caption ?? "", onerror: lost });
  const open = () => view(source, caption);
  const frame = button({ class: "photo", "aria-label": say("openPhoto"), onclick: open }, picture);
  return frame;
}

function missing() {
  return el("div", { class: "photo missing" }, icon("photo"), say("missing"));
}

function view(source, caption) {
  const viewer = document.getElementById("viewer");
  const picture = el("img", { src: source.url, alt: caption ?? source.name ?? "" });
  viewer.replaceChildren(button({ "aria-label": say("close"), onclick: () => viewer.close() }, picture));
  viewer.showModal();
}

function voice({ file: source, duration = 0, message_id: seed }) {
  const sound = new Audio();
  sound.preload = "none";
  if (source) sound.src = source.url;
  const bars = Array.from({ length: BARS }, (_, index) => bar(seed, index));
  const left = el("span", { class: "duration" }, minutes(duration));
  const show = () => {
    const part = sound.currentTime / (sound.duration || duration || 1);
    bars.forEach((node, index) => node.classList.toggle("played", index < part * BARS));
    left.textContent = minutes(sound.paused ? duration : sound.currentTime);
    play.replaceChildren(icon(sound.paused ? "play" : "pause"));
    play.setAttribute("aria-label", say(sound.paused ? "play" : "pause"));
  };
  const turn = () => (sound.paused ? sound.play().catch(() => notice(play, say("noSound"))) : sound.pause());
  const play = button({ class: "disc", "aria-label": say("play"), onclick: turn }, icon("play"));
  for (const event of ["play", "pause", "timeupdate", "ended"]) sound.addEventListener(event, show);
  const wave = el("div", { class: "wave", "aria-hidden": "true" }, ...bars);
  return el("div", { class: "voice", role: "group", "aria-label": say("voice") }, play, el("div", {}, wave, left));
}

/** A bar of the drawn wave: any shape will do, as long as a message keeps its own. */
function bar(seed, index) {
  const swing = Math.abs(Math.sin(seed * 1.7 + index * 0.9) * Math.cos(seed + index * 0.37));
  const node = el("i");
  node.style.height = `${20 + Math.round(80 * swing)}%`;
  return node;
}

function minutes(duration) {
  const whole = Math.round(duration);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

function file({ file: source }) {
  const name = source?.name ?? "…";
  const ending = name.includes(".") ? name.split(".").at(-1).slice(0, 4) : "";
  const attributes = { class: "file", href: source?.url, download: name, "aria-label": say("download", name) };
  const disc = el("span", { class: `disc ${ending.toLowerCase()}` }, ending || icon("file"));
  const size = source?.size == null ? null : el("span", { class: "size" }, bytes(source.size));
  return el("a", attributes, disc, el("span", { class: "about" }, el("span", { class: "name" }, name), size));
}

function bytes(size) {
  const power = size < 1 ? 0 : Math.min(Math.floor(Math.log(size) / Math.log(1024)), UNITS.length - 1);
  const number = size / 1024 ** power;
  return `${power && number < 10 ? number.toFixed(1) : Math.round(number)} ${UNITS[power]}`;
}

function contact({ contact: card }) {
  const name = [card.first_name, card.last_name].filter(Boolean).join(" ");
  const number = phone(card.phone_number, card.phone_number);
  const about = el("div", { class: "about" }, el("span", { class: "name" }, name), number);
  return el("div", { class: "contact" }, el("span", { class: "disc" }, icon("contact")), about);
}
