// The inline keyboard under a message.

import { button, el, icon } from "./element.js";
import { notice, tell } from "./state.js";
import { copy, mayOpen } from "./text.js";
import { say } from "./words.js";

const STYLES = new Set(["danger", "success", "primary"]);

/** The keyboard of a message in the chat of a person (Telegram id), or null. */
export function keyboard(message, person) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  const drawn = rows.map((row) => el("div", { class: "row" }, ...row.map((key) => drawKey(key, message, person))));
  return el("div", { class: "keyboard" }, ...drawn);
}

function drawKey(key, message, person) {
  const corner = key.copy_text ? icon("copy") : key.url || key.web_app ? icon("link") : null;
  const look = ["key", STYLES.has(key.style) && key.style, corner && "cornered"].filter(Boolean).join(" ");
  const attributes = { class: look, disabled: Boolean(key.disabled), onclick: (event) => press(event.currentTarget) };
  const press = (node) => {
    if (key.copy_text) return copy(node, key.copy_text.text);
    if (key.url) return follow(node, key.url);
    if (key.web_app) return open(`/demo/app/${person}`, "_blank", "noopener");
    return tap(node, person, message.message_id, key.callback_data);
  };
  return button(attributes, el("span", {}, key.text), corner);
}

/** A link into the bot itself is for somebody who is not here: there is no such bot outside this page. */
function follow(node, url) {
  if (url.startsWith("https://t.me/")) return notice(node, say("elsewhere"));
  if (mayOpen(url)) open(url, "_blank", "noopener");
}

/** Tapping again while it waits is allowed, as in Telegram: the bot must bear it. */
async function tap(node, person, messageId, data) {
  node.classList.add("waiting");
  await tell(node, "tap", { person, message_id: messageId, data });
  node.classList.remove("waiting");
}
