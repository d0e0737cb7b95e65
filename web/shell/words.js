// Terms are explained where they are first used: the first time a term of the glossary stands in running text on a page,
// it becomes a link to its meaning. Only text nodes of our own markup are touched, never headings, tables or links.

const TEXTS = ".hg-lead, .hg-text, .hg-small, .hg-notice";
const NOT_IN = "a, button, summary, h1, h2, h3, h4, table, .hg-footer, .hg-source";

export function explain(main, terms, glossary) {
  for (const old of main.querySelectorAll("a.hg-term")) if (!old.closest(TEXTS)) old.replaceWith(...old.childNodes);
  const open = terms.filter((term) => !main.querySelector(`a.hg-term[data-term="${CSS.escape(term)}"]`));
  if (!open.length) return;
  const longest = open.toSorted((a, b) => b.length - a.length); // "Veilig Thuis" before "thuis"
  for (const box of main.querySelectorAll(TEXTS)) {
    if (box.closest(".stHtml") === null || box.closest(NOT_IN)) continue;
    for (const node of textsOf(box)) {
      const found = first(node.textContent, longest);
      if (!found) continue;
      const rest = node.splitText(found.at), tail = rest.splitText(found.length);
      const link = document.createElement("a");
      link.className = "hg-term";
      link.dataset.term = found.term;
      link.href = glossary;
      link.textContent = rest.textContent;
      link.setAttribute("aria-label", `${rest.textContent} (uitleg van dit woord)`);
      rest.replaceWith(link);
      longest.splice(longest.indexOf(found.term), 1);
      if (!longest.length || !tail) return;
    }
  }
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
