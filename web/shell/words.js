// Terms are explained where they are first used: the first time a term of the glossary stands in running text on a page,
// it becomes a button that opens its meaning in place (a native popover: tap, keyboard and screen reader, Escape closes it).
// Only text nodes of our own markup are touched, never headings, tables or links.

const TEXTS = ".hg-lead, .hg-text, .hg-small, .hg-notice";
const NOT_IN = ".hg-meaning, a, button, summary, h1, h2, h3, h4, table, .hg-footer, .hg-source";

export function explain(main, meanings, glossary) {
  const terms = Object.keys(meanings);
  for (const old of main.querySelectorAll("button.hg-term")) if (!old.closest(TEXTS)) old.replaceWith(...old.childNodes);
  const open = terms.filter((term) => !main.querySelector(`button.hg-term[data-term="${CSS.escape(term)}"]`));
  if (!open.length) return;
  const longest = open.toSorted((a, b) => b.length - a.length); // "Veilig Thuis" before "thuis"
  for (const box of main.querySelectorAll(TEXTS)) {
    if (box.closest(".stHtml") === null || box.closest(NOT_IN)) continue;
    for (const node of textsOf(box)) {
      const found = first(node.textContent, longest);
      if (!found) continue;
      const rest = node.splitText(found.at), tail = rest.splitText(found.length);
      const button = document.createElement("button");
      button.type = "button";
      button.className = "hg-term";
      button.dataset.term = found.term;
      button.textContent = rest.textContent;
      button.setAttribute("aria-label", `${rest.textContent} (uitleg van dit woord)`);
      button.setAttribute("aria-expanded", "false");
      button.addEventListener("click", () => openMeaning(button, found.term, meanings[found.term] ?? "", glossary));
      rest.replaceWith(button);
      longest.splice(longest.indexOf(found.term), 1);
      if (!longest.length || !tail) return;
    }
  }
}

// One popover for the page, right behind the button, so that Tab goes from the word into its meaning.
function openMeaning(button, term, meaning, glossary) {
  const old = document.querySelector(".hg-meaning"), again = old?.dataset.term === term && old.matches(":popover-open");
  old?.remove();
  if (again) return;
  const box = document.createElement("span"), name = document.createElement("strong"), link = document.createElement("a");
  box.className = "hg-meaning";
  box.dataset.term = term;
  box.setAttribute("popover", "auto");
  box.setAttribute("role", "status");
  name.textContent = term;
  link.href = glossary;
  link.textContent = "Alle woorden";
  box.append(name, `${meaning} `, link);
  button.after(box);
  box.addEventListener("toggle", () => button.setAttribute("aria-expanded", String(box.matches(":popover-open"))));
  box.showPopover();
  const at = button.getBoundingClientRect(), size = box.getBoundingClientRect();
  const below = at.bottom + 6 + size.height < innerHeight;
  box.style.left = `${Math.max(16, Math.min(at.left, innerWidth - size.width - 16))}px`;
  box.style.top = `${below ? at.bottom + 6 : Math.max(8, at.top - size.height - 6)}px`;
}

function textsOf(box) {
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT), found = [];
  while (walker.nextNode()) if (!walker.currentNode.parentElement.closest(NOT_IN)) found.push(walker.currentNode);
  return found;
}

function first(text, terms) {
  for (const term of terms) {
    const found = new RegExp(`(?<![\\p{L}-])${term}(?:en|s)?(?![\\p{L}-])`, "iu").exec(text);
    if (found) return { term, at: found.index, length: found[0].length };
  }
  return null;
}
