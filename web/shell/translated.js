// A reader lets the browser translate the page: the translator puts a <font> in the place of each text node. React does not
// know: it goes on writing in the text node that it made, so a heading would keep the old place above the new figures, and it
// stops with an error where it takes a text away. Here the page follows what React writes; the translator sees the new text
// and translates that.

/** @type {WeakMap<Node, Element>} */
const inPlaceOf = new WeakMap(); // text node that is out of the page → the <font> in its place
const rewritten = new MutationObserver((changes) => {
  for (const { target } of changes) if (inPlaceOf.get(target)?.isConnected) inPlaceOf.get(target).replaceWith(target);
});

/** What stands in `parent` for a child that React put there. */
function standIn(parent, child) {
  for (let at = inPlaceOf.get(child) ?? child.parentElement; at; at = at.parentElement) {
    if (at.nodeName !== "FONT") return undefined;
    if (at.parentNode === parent) return at;
  }
  return undefined;
}

const { removeChild, insertBefore } = Node.prototype;
Node.prototype.removeChild = function (child) {
  return removeChild.call(this, child.parentNode === this ? child : standIn(this, child) ?? child);
};
Node.prototype.insertBefore = function (node, before) {
  return insertBefore.call(this, node, !before || before.parentNode === this ? before : standIn(this, before) ?? before);
};

/** Learn from the changes that a translator made which <font> stands for which text. */
export function follow(changes) {
  for (const { addedNodes, removedNodes, target, previousSibling } of changes) {
    const font = [...addedNodes].find((node) => node.nodeName === "FONT");
    for (const text of removedNodes) {
      if (text.nodeType !== Node.TEXT_NODE || text.isConnected) continue;
      const place = font ?? (previousSibling?.nodeName === "FONT" ? previousSibling : [...target.children].find((child) => child.nodeName === "FONT"));
      if (!place) continue;
      inPlaceOf.set(text, place);
      rewritten.observe(text, { characterData: true });
    }
  }
}
