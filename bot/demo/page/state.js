// The wire between the page and the demo server: the state flows in, what people do flows out.

import { say } from "./words.js";

const RETRY_MS = 2000;

/** Calls onState with every state and onLine with whether the server answers. */
export function watch(onState, onLine) {
  const source = new EventSource("/demo/events");
  source.onmessage = (event) => {
    onLine(true);
    onState(JSON.parse(event.data));
  };
  source.onerror = () => {
    onLine(false);
    // The browser reconnects by itself unless the server answered with an error.
    if (source.readyState === EventSource.CLOSED) setTimeout(watch, RETRY_MS, onState, onLine);
  };
}

/** Tells the server; what it refuses is shown as a toast near the node that asked. True when it was done. */
export async function tell(node, path, body) {
  const refusal = await send(path, body);
  if (refusal) notice(node, refusal);
  return !refusal;
}

async function send(path, body) {
  const request = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  try {
    const answer = await fetch(`/demo/${path}`, request);
    if (answer.ok) return null;
    const { error } = await answer.json().catch(() => ({}));
    return error ? say(`errors.${error}`) : say("refused", answer.status);
  } catch {
    return say("offline");
  }
}

/** A small toast in the column that the node stands in, or at the foot of the page. */
export function notice(node, text) {
  node.dispatchEvent(new CustomEvent("notice", { bubbles: true, detail: text }));
}
