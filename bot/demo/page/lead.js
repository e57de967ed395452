// Dropping in a lead: the secretary then sends something that came in, of a kind or of any kind.

import { tell } from "./state.js";
import { say } from "./words.js";

const KINDS = ["text", "contact", "forward", "voice", "photo", "album"];

const AGAIN = "again";

export const dropLead = (node, kind) => tell(node, "lead", kind === AGAIN ? { again: true } : kind ? { kind } : {});

/** The kinds as the lines of a menu; dropped(kind) is what a line does. */
export function leadKinds(dropped) {
  return [...KINDS, AGAIN].map((kind) => ({ text: say(`kinds.${kind}`), icon: kind, act: () => dropped(kind) }));
}
