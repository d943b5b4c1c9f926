/**
 * Suggestions below a search field, as the ARIA practices have a combobox with a list: the form stays a form, whoever
 * chooses a suggestion goes to its page.
 */
import { element } from "../shared/dom.js";

const WAIT_MILLISECONDS = 120;
const MOST = 8;
let lists = 0;

/** Let a field suggest what is called so; where nothing can be had, it stays a plain field. */
export function suggestIn(field, address, words, classNames) {
  new Suggesting(field, address, words, classNames);
}

class Suggesting {
  constructor(field, address, words, classNames) {
    this.field = field;
    this.address = address;
    this.words = words;
    this.classNames = classNames;
    this.at = -1;
    this.list = element("ul", {
      class: "suggestions",
      role: "listbox",
      id: `suggestions-${(lists += 1)}`,
      "aria-label": words.suggestions,
      hidden: true,
    });
    this.status = element("span", { class: "unseen", role: "status" });
    field.after(this.list, this.status);
    for (const [name, value] of Object.entries({
      role: "combobox",
      autocomplete: "off",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": this.list.id,
    })) {
      field.setAttribute(name, value);
    }
    field.addEventListener("input", () => this.#askSoon());
    field.addEventListener("keydown", (event) => this.#heed(event));
    field.addEventListener("blur", () => this.#close());
    this.list.addEventListener("pointerdown", (event) => event.preventDefault()); // keeps the focus
    this.list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.#go(option);
    });
  }

  #askSoon() {
    this.classNames.load();
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.#ask(), WAIT_MILLISECONDS);
  }

  async #ask() {
    this.asked?.abort();
    const text = this.field.value.trim();
    if (!text) return this.#close();
    this.asked = new AbortController();
    try {
      const answer = await fetch(this.#addressFor(text), { signal: this.asked.signal });
      if (answer.ok) this.#show((await answer.json()).results);
      else this.#close();
    } catch (error) {
      if (error.name !== "AbortError") this.#close();
    }
  }

  #addressFor(text) {
    const address = new URL(this.address, location.href);
    address.searchParams.set("q", text);
    address.searchParams.set("limit", MOST);
    address.searchParams.set("label_language", this.words.language);
    return address;
  }

  #show(results) {
    if (document.activeElement !== this.field) return;
    this.at = -1;
    this.field.removeAttribute("aria-activedescendant");
    this.list.replaceChildren(...results.map((result, at) => this.#option(result, at)));
    this.#open(results.length > 0);
    this.status.textContent = `${this.words.suggestions}: ${results.length}`;
  }

  #option({ iri, label, language, type, description }, at) {
    const kind = this.classNames.of(type);
    return element(
      "li",
      { role: "option", id: `${this.list.id}-${at}`, "aria-selected": "false", "data-iri": iri },
      element("span", { lang: language, dir: "auto" }, label),
      " ",
      element("span", { class: "quiet", lang: kind.language }, kind.label),
      description && element("span", { class: "quiet" }, ` · ${description}`),
    );
  }

  #heed(event) {
    const options = this.list.children;
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key === "Escape" && !this.list.hidden) {
      event.preventDefault(); // else a search field is emptied
      this.#close();
    } else if (event.key in steps && options.length) {
      event.preventDefault();
      this.#open(true);
      this.#choose((this.at + steps[event.key] + options.length + 1) % (options.length + 1));
    } else if (event.key === "Enter" && !this.list.hidden && options[this.at]) {
      event.preventDefault();
      this.#go(options[this.at]);
    }
  }

  /** Choose an option; the place behind the last one is the field itself. */
  #choose(at) {
    const options = [...this.list.children];
    this.at = at === options.length ? -1 : at;
    options.forEach((option, place) =>
      option.setAttribute("aria-selected", String(place === this.at)),
    );
    if (this.at < 0) this.field.removeAttribute("aria-activedescendant");
    else {
      this.field.setAttribute("aria-activedescendant", options[this.at].id);
      options[this.at].scrollIntoView({ block: "nearest" });
    }
  }

  /** The search takes an address too, and leads to its page in the reader's language. */
  #go(option) {
    this.field.value = option.dataset.iri;
    this.field.form.requestSubmit();
  }

  #open(isOpen) {
    this.list.hidden = !isOpen;
    this.field.setAttribute("aria-expanded", String(isOpen));
  }

  #close() {
    clearTimeout(this.waiting);
    this.asked?.abort();
    this.at = -1;
    this.field.removeAttribute("aria-activedescendant");
    this.#open(false);
  }
}
