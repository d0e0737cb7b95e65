// The search field of every page: suggestions of /zoek.json as an ARIA combobox with a listbox. web/shell/shell.js loads this
// file once a reader goes to a field. Without it the form asks /zoek, which answers with a page.
//
// What a form says about itself (pages/_parts/ui/place_search.py):
//   data-set       parameter of the address that holds the place; without it a choice goes to the page of the place
//   data-others    parameter for further places, data-chosen the codes now chosen: the field adds one
//   data-drop      parameters that a choice takes away
//   data-levels, data-year   which places are suggested
//   data-series    indicator that a place must have a series of to be chosen
//   data-level     level now shown; a place of another level takes its level along as `niveau`
const WAIT_MS = 120;
const FOUND = (count) => count === 1 ? "1 plaats gevonden." : `${count} plaatsen gevonden. Kies met de pijltjes.`;
const NONE = "Geen plaats gevonden. Kijk of de naam goed gespeld is, of typ vier cijfers van de postcode.";
const NO_SERIES = "nog geen reeks";
const FAILED = "Zoeken lukt nu niet. Probeer het zo opnieuw.";
const fields = new WeakMap();
let number = 0;
let typing = null; // what is being typed, in case a run of the page draws the field anew meanwhile

export function attach(form) {
  const input = form.querySelector("input[name=q]");
  if (!input || fields.has(input)) return;
  fields.set(input, new Combobox(form, input));
}

// Take a chosen place away: from a chip, or the one place of the page.
export function remove(form, code) {
  const left = chosenOf(form).filter((one) => one !== code);
  go(form, left, { level: undefined });
}

const chosenOf = (form) => (form.dataset.chosen ?? "").split(",").filter(Boolean);

function go(form, codes, { level }) {
  const address = new URL(location.href);
  const query = address.searchParams;
  for (const key of (form.dataset.drop ?? "").split(",").filter(Boolean)) query.delete(key);
  const [first, ...rest] = codes;
  query.set(form.dataset.set, first ?? "");
  if (form.dataset.others) {
    if (rest.length || query.has(form.dataset.others)) query.set(form.dataset.others, rest.join(","));
  }
  if (level && form.dataset.level && level !== form.dataset.level) { query.set("niveau", level); query.delete("periode"); }
  query.set("v", "1");
  address.search = query.toString().replaceAll("%2C", ",");
  if (document.querySelector(".stApp")?.dataset.testConnectionState !== "CONNECTED") { location.assign(address); return; }
  keepFocus(form.querySelector("input[name=q]").id);
  history.pushState({}, "", address);
  window.dispatchEvent(new PopStateEvent("popstate", { state: {} })); // Streamlit reads the address and shows that view
}

// The run that follows may draw the field in another part of the page and take the old one away after it is over.
function keepFocus(id) {
  for (let later = 100; later < 10_000; later += 200) setTimeout(() => {
    if (document.activeElement === document.body) document.getElementById(id)?.focus({ preventScroll: true });
  }, later);
}

// A page that is a file has no server to ask: it searches by itself (web/export/browser/page.js).
async function askServer(query, signal) {
  const answer = await fetch(`/zoek.json?${query}`, { signal, credentials: "omit" });
  if (!answer.ok) throw new Error("refused");
  return answer.json();
}

class Combobox {
  constructor(form, input) {
    this.form = form;
    this.input = input;
    /** @type {any[]} */
    this.answers = [];
    this.active = -1;
    this.question = ""; // the words that the answers in the list belong to
    this.picked = false; // an arrow pointed at one of them
    /** @type {any} */
    this.timer = 0;
    /** @type {any} */
    this.asked = null;
    this.waits = false;
    const id = `hg-answers-${number += 1}`;
    this.list = Object.assign(document.createElement("ul"), { id, className: "hg-answers", hidden: true });
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", "Gevonden plaatsen");
    this.list.translate = false;
    this.status = Object.assign(document.createElement("p"), { className: "hg-answers-status hg-unseen" });
    this.status.setAttribute("role", "status");
    (form.querySelector(".hg-search-row") ?? form).append(this.list);
    form.append(this.status);
    for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id, autocomplete: "off" }))
      input.setAttribute(name, value);
    input.addEventListener("input", () => { this.waits = this.picked = false; typing = { input, text: input.value }; clearTimeout(this.timer); this.timer = setTimeout(() => this.ask(), WAIT_MS); });
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => setTimeout(() => { if (document.activeElement !== input) this.close(); }, 150));
    form.addEventListener("submit", (event) => this.submit(event));
    this.list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
    this.list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.choose(this.answers[Number(option.dataset.number)]);
    });
    if (typing?.input.id === input.id && !typing.input.isConnected) input.value = typing.text;
    if (input.value && input.value !== input.defaultValue) this.ask();
  }

  async ask() {
    clearTimeout(this.timer);
    const text = this.input.value.trim();
    this.asked?.abort();
    if (!text) { this.answers = []; this.close(); this.say(""); return; }
    const { levels = "", year = "", series = "" } = this.form.dataset;
    const query = new URLSearchParams({ q: text.slice(0, 80), ...(levels && { niveau: levels }), ...(year && { jaar: year }), ...(series && { reeks: series }) });
    this.asked = new AbortController();
    try {
      const { signal } = this.asked;
      const { antwoorden } = await (window.hgAnswers ?? askServer)(query, signal);
      signal.throwIfAborted();
      this.question = text;
      this.show(antwoorden.filter(({ code }) => !this.form.dataset.others || !chosenOf(this.form).includes(code)));
    } catch (error) {
      if (error.name === "AbortError") return;
      this.answers = [];
      this.close();
      this.say(FAILED, true);
    }
  }

  show(answers) {
    this.answers = answers;
    this.list.replaceChildren(...answers.map(({ naam, soort, reeks }, index) => {
      const option = document.createElement("li");
      option.id = `${this.list.id}-${index}`;
      option.dataset.number = index;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      if (reeks === false) option.setAttribute("aria-disabled", "true");
      option.append(Object.assign(document.createElement("span"), { textContent: naam }), " ", Object.assign(document.createElement("small"), { textContent: reeks === false ? NO_SERIES : soort }));
      return option;
    }));
    this.say(answers.length ? FOUND(answers.length) : NONE, !answers.length);
    if (!answers.length) { this.close(); return; }
    if (this.waits) { this.waits = false; this.choose(answers[0]); return; }
    if (document.activeElement !== this.input) return;
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.mark(0);
  }

  mark(index) {
    this.active = index;
    [...this.list.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === index)));
    const option = this.list.children[index];
    if (option) { this.input.setAttribute("aria-activedescendant", option.id); option.scrollIntoView({ block: "nearest" }); }
    else this.input.removeAttribute("aria-activedescendant");
  }

  close() {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.mark(-1);
  }

  say(words, seen = false) {
    this.status.classList.toggle("hg-unseen", !seen);
    this.status.textContent = words;
  }

  key(event) {
    const open = !this.list.hidden, last = this.answers.length - 1;
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) { this.ask(); return; }
      const step = event.key === "ArrowDown" ? 1 : -1;
      this.picked = true;
      this.mark((this.active + step + last + 1) % (last + 1));
    } else if (event.key === "Escape") {
      if (!open && !this.input.value) return;
      event.preventDefault();
      if (open) this.close(); else { typing = null; this.input.value = ""; this.say(""); }
    } else if (event.key === "Tab") this.close();
  }

  submit(event) {
    if (this.list.hidden && !this.form.dataset.set) return; // the plain page answers
    event.preventDefault();
    clearTimeout(this.timer);
    // Answers to the first letters of a name are not answers to the name: Enter waits for those of all that was typed.
    const fresh = this.picked || this.question === this.input.value.trim();
    if (!this.list.hidden && this.active >= 0 && fresh) { this.choose(this.answers[this.active]); return; }
    if (this.input.value && this.input.value !== this.input.defaultValue) { this.waits = true; this.ask(); }
  }

  choose(answer) {
    if (!answer) return;
    if (answer.reeks === false) { this.say(`Van ${answer.naam} staan er nog geen cijfers over meer jaren op deze site.`, true); return; }
    this.asked?.abort();
    typing = null;
    this.close();
    this.say(`${answer.naam} gekozen.`);
    if (!this.form.dataset.set) { location.assign(answer.adres); return; }
    this.input.value = this.form.dataset.others ? "" : answer.naam;
    const codes = this.form.dataset.others ? [...chosenOf(this.form), answer.code] : [answer.code];
    go(this.form, codes, { level: answer.niveau });
  }
}
