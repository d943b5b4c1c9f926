/** The place below the editor: how large the answer is, its views, and ways to take it away. */
import { sizeOf } from "./answer.js";
import { element } from "../shared/dom.js";
import { commandButton, copyButton, filesOf } from "./files.js";
import { viewsOf } from "./views.js";

export class Results {
  /**
   * @param {HTMLElement} place
   * @param {object} parts
   * @param {import("./terms.js").Names} parts.names
   * @param {Record<"rows" | "graph", object[]>} parts.formats
   * @param {(view: string) => void} parts.onView somebody chose another view.
   * @param {() => string} parts.address of what is shown.
   */
  constructor(place, { names, formats, onView, address }) {
    Object.assign(this, { place, names, formats, onView, address });
    this.view = "";
  }

  /** Show an answer, in the view that is asked for where it fits. */
  async show(answer, asked, wanted) {
    this.views = viewsOf(answer, asked, this.names);
    const formats = this.#formatsOf(answer);
    this.area = element("div", { class: "view" });
    this.choices = element("div", { class: "choices", role: "group", "aria-label": "Shown as" });
    this.place.replaceChildren(
      element("h2", { id: "answer" }, "Answer"),
      element(
        "p",
        { class: "size" },
        element("strong", {}, `${sizeOf(answer)}.`),
        ` ${origin(asked)}`,
      ),
      this.choices,
      this.#waysToTake(asked, formats),
      this.area,
    );
    const view = this.views.find(({ key }) => key === wanted) ?? this.views[0];
    await this.#choose(view);
  }

  /** Say that there is no answer. */
  clear() {
    this.place.replaceChildren();
  }

  /** Offer the files alone, of an answer that is too large to show. */
  offer(answer, asked) {
    this.place.replaceChildren(this.#waysToTake(asked, this.#formatsOf(answer)));
  }

  #formatsOf({ isGraph }) {
    return this.formats[isGraph ? "graph" : "rows"];
  }

  #waysToTake(asked, formats) {
    return element(
      "p",
      { class: "actions files" },
      "Take it as",
      ...filesOf(asked, formats),
      this.#share(),
      commandButton(asked, formats),
    );
  }

  #share() {
    return copyButton("Copy link", () => new URL(this.address(), location.href).href);
  }

  async #choose(view) {
    this.view = view.key;
    this.choices.replaceChildren(
      ...(this.views.length > 1 ? this.views.map((each) => this.#choice(each)) : []),
    );
    this.area.replaceChildren(element("p", { class: "quiet" }, "…"));
    const made = await Promise.resolve(view.make()).catch((error) =>
      element("p", { class: "problem", role: "alert" }, error.message),
    );
    if (this.view === view.key) this.area.replaceChildren(made);
  }

  #choice(view) {
    const isShown = view.key === this.view;
    const choose = async () => {
      await this.#choose(view);
      this.onView(view.key);
      this.choices.querySelector("[aria-pressed=true]")?.focus();
    };
    return element(
      "button",
      { type: "button", class: "plain", "aria-pressed": String(isShown), onclick: choose },
      view.title,
    );
  }
}

function origin({ seconds, version }) {
  const time = seconds < 0.01 ? "under 0.01" : seconds.toFixed(seconds < 1 ? 2 : 1);
  return `${time} s, version ${version}`;
}
