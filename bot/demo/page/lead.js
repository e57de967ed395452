// Dropping in a lead: the secretary then sends something that came in, of a kind or of any kind.

import { tell } from "./state.js";
import { say } from "./words.js";

const KINDS = ["text", "contact", "forward", "voice", "photo", "album"];

const AGAIN = "again";

/** These come by themselves, over HTTP: of each the icon. */
const WAYS = { form: "file", call: "call" };

export function dropLead(node, kind) {
  if (kind in WAYS) return tell(node, "come", { way: kind });
  return tell(node, "lead", kind === AGAIN ? { again: true } : kind ? { kind } : {});
}

/** The kinds as the lines of a menu; dropped(kind) is what a line does. */
export function leadKinds(dropped) {
  const kinds = [...KINDS, AGAIN, ...Object.keys(WAYS)];
  return kinds.map((kind) => ({ text: say(`kinds.${kind}`), icon: WAYS[kind] ?? kind, act: () => dropped(kind) }));
}
