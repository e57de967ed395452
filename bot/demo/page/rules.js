// The scheme of each segment, beside what it does: choosing another switches it at once, as the head does in their chat.

import { el, setText } from "./element.js";
import { tell } from "./state.js";
import { say } from "./words.js";

const panel = document.getElementById("rules");
const fields = new Map();
let shape = "";

/** Draws the state's rules [{segment, name, scheme}] and schemes [{id, name, about}]. */
export function drawRules(rules, schemes) {
  const next = JSON.stringify([rules.map((rule) => rule.segment), schemes.map((scheme) => scheme.id)]);
  if (next !== shape) build(rules, schemes);
  shape = next;
  for (const rule of rules) draw(fields.get(rule.segment), rule, schemes);
}

function build(rules, schemes) {
  fields.clear();
  for (const { segment } of rules) fields.set(segment, field(segment, schemes));
  panel.replaceChildren(...[...fields.values()].map(({ node }) => node));
}

function field(segment, schemes) {
  const [name, about] = [el("b"), el("small")];
  const select = el("select", {}, ...schemes.map(({ id }) => el("option", { value: id })));
  const made = { node: el("label", { "data-segment": segment }, el("span", {}, name, select), about), name, about, select };
  select.addEventListener("change", async () => {
    const done = await tell(select, "rule", { segment, scheme: select.value });
    if (!done) select.value = made.scheme;
  });
  return made;
}

function draw(made, { name, scheme }, schemes) {
  setText(made.name, say("ruleOf", name));
  made.select.setAttribute("aria-label", say("ruleOf", name));
  schemes.forEach((known, place) => setText(made.select.options[place], known.name));
  made.about.title = schemes.find((known) => known.id === scheme).about;
  setText(made.about, made.about.title);
  if (made.scheme === scheme) return;
  made.select.value = scheme;
  if (made.scheme) flash(made.node);
  made.scheme = scheme;
}

/** Somebody has switched it: here, or in a chat. */
function flash(node) {
  node.classList.remove("switched");
  requestAnimationFrame(() => node.classList.add("switched"));
}
