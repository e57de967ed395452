// A shift is dragged to another day or person. A finger holds it a moment first, for otherwise it moves the month; a
// mouse just draws. A short touch is a tap.

const FAR_PX = 8; // so far a finger trembles
const HOLD_MS = 280;
const EDGE_PX = 44; // near an edge the month moves on
const STEP_PX = 14;

/** `pick(node)`: may this shift be dragged? `lifted()`, `drop(node, who, day)`, `tap(node)`: what happened. */
export function draggable(scroller, { pick, lifted, drop, tap }) {
  let held = null;

  scroller.addEventListener("pointerdown", (event) => {
    const node = event.target.closest(".duty");
    if (!node || held || event.button !== 0 || !pick(node)) return;
    const byFinger = event.pointerType === "touch";
    held = { node, id: event.pointerId, x: event.clientX, y: event.clientY, at: event, byFinger, ghost: null };
    if (byFinger) held.timer = setTimeout(lift, HOLD_MS);
  });

  scroller.addEventListener("pointermove", (event) => {
    if (!held || event.pointerId !== held.id) return;
    held.at = event;
    const far = Math.hypot(event.clientX - held.x, event.clientY - held.y) > FAR_PX;
    if (!held.ghost && far) {
      if (held.byFinger) return end();
      lift();
    }
    if (held.ghost) follow();
  });
  // once a shift is lifted, the finger moves it and not the month
  scroller.addEventListener("touchmove", (event) => held?.ghost && event.preventDefault(), { passive: false });
  scroller.addEventListener("contextmenu", (event) => event.target.closest(".duty") && event.preventDefault());

  scroller.addEventListener("pointerup", (event) => {
    if (!held || event.pointerId !== held.id) return;
    const { node, ghost } = held;
    const cell = ghost && under();
    end();
    if (ghost) suppressClick();
    if (cell) drop(node, cell.dataset.who, cell.dataset.day);
  });
  scroller.addEventListener("pointercancel", end);
  scroller.addEventListener("click", (event) => {
    const node = event.target.closest(".duty");
    if (node) tap(node);
  });

  function lift() {
    held.ghost = held.node.cloneNode(true);
    held.ghost.classList.add("ghost");
    document.body.append(held.ghost);
    held.node.classList.add("lifted");
    if (!held.byFinger) held.node.setPointerCapture(held.id);
    lifted();
    follow();
    requestAnimationFrame(roll);
  }

  function follow() {
    held.ghost.style.left = `${held.at.clientX - held.ghost.offsetWidth / 2}px`;
    held.ghost.style.top = `${held.at.clientY - held.ghost.offsetHeight - 6}px`;
    mark(under());
  }

  /** Goes on while the finger rests at an edge. */
  function roll() {
    if (!held?.ghost) return;
    const box = scroller.getBoundingClientRect();
    const { clientX: x, clientY: y } = held.at;
    const names = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--name"));
    scroller.scrollBy(towards(x, box.left + names, box.right), towards(y, box.top, box.bottom));
    mark(under());
    requestAnimationFrame(roll);
  }

  function towards(at, first, last) {
    if (at > last - EDGE_PX) return STEP_PX;
    return at < first + EDGE_PX ? -STEP_PX : 0;
  }

  function under() {
    const found = document.elementFromPoint(held.at.clientX, held.at.clientY);
    return found?.closest(".cell") ?? null;
  }

  function mark(cell) {
    scroller.querySelector(".target")?.classList.remove("target");
    cell?.classList.add("target");
  }

  function end() {
    if (!held) return;
    clearTimeout(held.timer);
    held.ghost?.remove();
    held.node.classList.remove("lifted");
    mark(null);
    held = null;
  }

  function suppressClick() {
    const stop = (event) => event.stopPropagation();
    scroller.addEventListener("click", stop, { capture: true, once: true });
    setTimeout(() => scroller.removeEventListener("click", stop, { capture: true }), 50);
  }
}
