// What the page asks its own server, in the name of whom Telegram vouches for.

import { initData } from "./telegram.js";

export class Refused extends Error {
  constructor(status, body) {
    super(String(status));
    this.status = status;
    this.body = body;
  }
}

async function ask(path, options = {}) {
  const headers = { Authorization: `tma ${initData}`, "Content-Type": "application/json" };
  const answer = await fetch(path, { ...options, headers });
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refused(answer.status, body);
  return body;
}

export const month = (segment, of) => ask(`/app/month?${new URLSearchParams({ segment, month: of })}`);
export const version = () => ask("/app/version");
export const change = (wish) => ask("/app/change", { method: "POST", body: JSON.stringify(wish) });
