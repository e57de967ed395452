// Building nodes. Data reaches the page only as text nodes and attributes, never as markup.

const SVG = "http://www.w3.org/2000/svg";

/** An element with attributes (on… adds a listener; false and null leave the attribute out) and children. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") node.addEventListener(name.slice(2), value);
    else if (value !== false && value != null) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child != null && child !== false));
  return node;
}

export function button(attributes, ...children) {
  return el("button", { type: "button", ...attributes }, ...children);
}

/** An icon of the sprite in index.html. */
export function icon(name) {
  const node = document.createElementNS(SVG, "svg");
  const use = document.createElementNS(SVG, "use");
  node.setAttribute("class", "icon");
  node.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `#${name}-icon`);
  node.append(use);
  return node;
}

export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/**
 * Makes the children of parent those of entries, in order, touching only what changed: [{key, version, draw}].
 * A node whose key and version stay is left as it is, so a tap on it is never lost. Calls onSwap(old, fresh,
 * focused) for a replaced node, with the node inside the old one that had the focus; returns the new nodes.
 */
export function keyed(parent, entries, onSwap = () => {}) {
  const known = new Map([...parent.children].map((node) => [node.keyedBy?.key, node]));
  const wanted = new Set(entries.map((entry) => entry.key));
  for (const [key, node] of known) if (!wanted.has(key)) node.remove();
  const fresh = [];
  let place = parent.firstElementChild;
  for (const { key, version, draw } of entries) {
    let node = known.get(key);
    if (node?.keyedBy.version !== version) {
      const drawn = draw();
      drawn.keyedBy = { key, version };
      if (node) {
        if (node === place) place = drawn;
        const focused = node.contains(document.activeElement) ? document.activeElement : null;
        node.replaceWith(drawn);
        onSwap(node, drawn, focused);
      } else {
        fresh.push(drawn);
      }
      node = drawn;
    }
    if (node === place) place = place.nextElementSibling;
    else parent.insertBefore(node, place);
  }
  return fresh;
}
