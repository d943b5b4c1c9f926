/** The questions beside the editor: one click puts one in, and a search box finds the right one. */
import { element } from "../shared/dom.js";
import { at } from "./service.js";

const ADDRESS = "/sparql/examples.json";

/** Let examples be found by words, and go into the editor. */
export class Examples {
  /**
   * @param {HTMLElement} place that holds the links, in groups.
   * @param {(example: {name: string, text: string}) => void} onChosen
   */
  constructor(place, onChosen) {
    this.onChosen = onChosen;
    this.groups = [...place.querySelectorAll("details")];
    this.opened = this.groups.filter((group) => group.open);
    this.groups[0]?.before(this.#searchBox());
    place.addEventListener("click", (event) => this.#clicked(event));
  }

  /** Return the name of the question whose text this is, if it is one. */
  nameOf(text) {
    return this.known?.find((example) => example.text.trim() === text.trim())?.name;
  }

  /** Load the texts of all examples, once; without them the links lead where they always led. */
  async load() {
    this.loading ??= fetch(at(ADDRESS)).then((response) => response.json());
    this.known = (await this.loading).examples;
    return this.known;
  }

  /** Make room for an answer. */
  fold() {
    for (const group of this.groups) group.open = false;
  }

  async #clicked(event) {
    const link = event.target.closest("a[data-example]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const known = await this.load().catch(() => []);
    const example = known.find(({ name }) => name === link.dataset.example);
    if (example) this.onChosen(example);
    else location.assign(link.href);
  }

  #searchBox() {
    return element("input", {
      type: "search",
      class: "find-example",
      "aria-label": "Find a question",
      placeholder: "Find a question",
      oninput: (event) => this.#filter(event.target.value.trim().toLowerCase()),
    });
  }

  #filter(wanted) {
    for (const group of this.groups) {
      const items = [...group.querySelectorAll("li")];
      for (const item of items) item.hidden = !item.textContent.toLowerCase().includes(wanted);
      group.hidden = items.every((item) => item.hidden);
      group.open = wanted ? !group.hidden : this.opened.includes(group);
    }
  }
}
