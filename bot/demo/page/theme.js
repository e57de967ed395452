// Light or dark, before the first paint: what was chosen here last, else what the system prefers.

const KEY = "fairlead-theme";
const root = document.documentElement;

export function flip() {
  const current = root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  root.dataset.theme = current === "dark" ? "light" : "dark";
  localStorage.setItem(KEY, root.dataset.theme);
}

const chosen = localStorage.getItem(KEY);
if (chosen) root.dataset.theme = chosen;
