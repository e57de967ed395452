// The little of Telegram's Mini App protocol that the calendar needs, without Telegram's own script:
// https://docs.telegram-mini-apps.com/platform/methods and /events. Outside Telegram nobody listens, and nothing happens.

const LAUNCH = new URLSearchParams(location.hash.slice(1));
const listeners = new Map();

/** What Telegram says of the reader, signed. */
export const initData = LAUNCH.get("tgWebAppData") ?? "";

export function on(event, act) {
  listeners.set(event, act);
}

export function post(method, data = {}) {
  const proxy = window.TelegramWebviewProxy;
  if (proxy) proxy.postEvent(method, JSON.stringify(data));
  else if (window.external && "notify" in window.external) {
    window.external.notify(JSON.stringify({ eventType: method, eventData: data }));
  } else if (window.parent !== window) {
    window.parent.postMessage(JSON.stringify({ eventType: method, eventData: data }), "https://web.telegram.org");
  }
}

export function haptic(type) {
  post("web_app_trigger_haptic_feedback", type === "select"
    ? { type: "selection_change" }
    : { type: "notification", notification_type: type });
}

/** Takes on the colours and the safe areas, and follows them. */
export function begin() {
  wear(JSON.parse(LAUNCH.get("tgWebAppThemeParams") ?? "{}"));
  on("theme_changed", ({ theme_params: colours }) => wear(colours ?? {}));
  on("safe_area_changed", (area) => keepOff(area));
  on("content_safe_area_changed", (area) => keepOff(area, true));
  post("web_app_ready");
  post("web_app_expand");
  post("web_app_setup_swipe_behavior", { allow_vertical_swipe: false }); // a shift is dragged, not the window
  post("web_app_request_safe_area");
  post("web_app_request_content_safe_area");
}

const areas = [{}, {}];

/** The device's notch and Telegram's own buttons are two areas, one below the other. */
function keepOff(area, isContent = false) {
  areas[Number(isContent)] = area ?? {};
  for (const side of ["top", "right", "bottom", "left"]) {
    const room = areas.reduce((sum, one) => sum + (Number(one[side]) || 0), 0);
    document.documentElement.style.setProperty(`--safe-${side}`, `${room}px`);
  }
}

function wear(colours) {
  const root = document.documentElement;
  for (const [name, colour] of Object.entries(colours)) {
    if (/^#[0-9a-f]{3,8}$/i.test(colour)) root.style.setProperty(`--tg-${name.replaceAll("_", "-")}`, colour);
  }
  const ground = colours.bg_color;
  if (ground) root.dataset.theme = brightness(ground) > 128 ? "light" : "dark";
}

function brightness(hex) {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return (red * 299 + green * 587 + blue * 114) / 1000;
}

function receive(event, data) {
  listeners.get(event)?.(data ?? {});
}

// The names under which Telegram's apps look for whoever listens.
window.Telegram = { WebView: { receiveEvent: receive } };
window.TelegramGameProxy = { receiveEvent: receive };
window.TelegramGameProxy_receiveEvent = receive;
window.addEventListener("message", ({ data, source }) => {
  if (source !== window.parent || typeof data !== "string") return;
  try {
    const { eventType, eventData } = JSON.parse(data);
    receive(eventType, eventData);
  } catch {
    // not Telegram's
  }
});
