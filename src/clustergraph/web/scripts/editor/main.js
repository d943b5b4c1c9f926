/** Turns the plain form at /sparql into an editor; without this script the form works as it is. */
import "@zazuko/yasqe/build/yasqe.min.css";
import "./editor.css";
import { readAnswer } from "./answer.js";
import { Problem, TooLarge, ask } from "./ask.js";
import { element } from "../shared/dom.js";
import { draft, keepDraft } from "./draft.js";
import { Examples } from "./examples.js";
import { Progress } from "./progress.js";
import { QueryEditor } from "./query-editor.js";
import { Results } from "./results.js";
import { at } from "./service.js";
import { addressOf, stateOf } from "./share.js";
import { Names } from "./terms.js";
import { Vocabulary } from "./vocabulary.js";

const BROKEN_OFF = "The connection broke off before the answer was complete.";

class Page {
  constructor(form) {
    const settings = JSON.parse(form.dataset.settings);
    this.form = form;
    this.names = new Names(settings);
    this.state = stateOf(location);
    this.complaint = element("p", { class: "quiet complaint", role: "status" });
    this.progress = new Progress(this.#controls());
    this.editor = this.#editor();
    this.results = new Results(document.querySelector(".found"), {
      names: this.names,
      formats: settings.formats,
      onView: (view) => this.#remember(view),
      address: () => this.#address(),
    });
    this.examples = new Examples(document.querySelector("aside"), ({ text }) => this.#take(text));
    this.#tellParameters();
    this.#begin();
  }

  /** Say what the address asks beside the query, such as a version, and offer to leave it out. */
  #tellParameters() {
    const { parameters } = this.state;
    if (parameters.length === 0) return;
    const drop = () => {
      this.state.parameters = [];
      this.parameters.remove();
      this.editor.yasqe.focus();
    };
    const told = parameters.map(([name, value]) => `${name} ${value}`).join(", ");
    const button = element(
      "button",
      { type: "button", class: "plain", onclick: drop },
      "Ask without",
    );
    this.parameters = element(
      "p",
      { class: "actions" },
      element("span", {}, `Asked with ${told}.`),
      button,
    );
    this.complaint.after(this.parameters);
  }

  #controls() {
    const ask = this.form.querySelector("button");
    const cancel = element(
      "button",
      { type: "button", class: "plain", hidden: true, onclick: () => this.cancel() },
      "Cancel",
    );
    const clock = element("span", { class: "clock", role: "timer", "aria-label": "Time taken" });
    ask.title = "Ctrl and Enter";
    ask.after(cancel, clock);
    ask.closest("p").after(this.complaint);
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.run();
    });
    return { ask, cancel, clock };
  }

  #editor() {
    const field = this.form.querySelector("textarea");
    const isOwn = field.value.trim() === this.form.dataset.first?.trim();
    if (this.state.text) field.value = this.state.text;
    else if (isOwn || !location.search) field.value = draft() || field.value;
    const editor = new QueryEditor(field, {
      names: this.names,
      vocabulary: () => this.#vocabulary(),
      onAsk: () => this.run(),
      onChange: () => this.#clear(),
      onPause: (complaint) => this.#hear(complaint),
    });
    this.form.querySelector("label").addEventListener("click", () => editor.yasqe.focus());
    return editor;
  }

  /** What is completed with is loaded when it is first wanted. */
  async #vocabulary() {
    this.loading ??= fetch(at("/sparql/completion.json")).then((response) => response.json());
    return new Vocabulary(await this.loading, this.names);
  }

  /** An address with a query shows its answer; the page has told it, or what is wrong, already. */
  #begin() {
    const problem = this.form.querySelector(".problem");
    const told = document.getElementById("told");
    if (problem) this.#mark(problem.dataset, problem.textContent.trim());
    else if (this.state.text) this.run(this.state.view, told && JSON.parse(told.textContent));
  }

  /** Say what the editor does not understand, unless the service has said more already. */
  #hear(complaint) {
    keepDraft(this.editor.text);
    if (this.form.querySelector(".problem")) return;
    this.complaint.textContent = complaint?.sentence ?? "";
    if (complaint) this.editor.blame(complaint.line, 1, complaint.sentence);
  }

  #take(text) {
    this.editor.text = text;
    this.state.parameters = [];
    this.parameters?.remove();
    this.run();
    this.form.scrollIntoView({ block: "nearest" });
  }

  /** Ask what is in the editor, unless its answer is told; whatever ran before is given up. */
  async run(view = "", told = null) {
    this.cancel();
    const running = new AbortController();
    this.running = running;
    this.asked = { text: this.editor.text, parameters: this.state.parameters };
    this.#clear();
    this.progress.begin();
    try {
      await this.#ask(running.signal, view, told);
      this.progress.end();
      this.running = undefined;
    } catch (error) {
      if (running.signal.aborted) return;
      this.progress.end();
      this.#fail(error);
    }
  }

  /** Give up what runs; the connection closes, which frees its reader. */
  cancel() {
    if (!this.running || this.running.signal.aborted) return;
    this.running.abort();
    this.progress.end("Cancelled.");
  }

  async #ask(signal, view, told) {
    const { text, parameters } = this.asked;
    const { body, mediaType, version } = told ?? (await ask(text, parameters, signal));
    const { seconds } = told ?? this.progress;
    await this.examples.load().catch(() => []);
    signal.throwIfAborted();
    const question = this.examples.nameOf(text);
    this.asked = { ...this.asked, seconds, version, question };
    await this.results.show(readAnswer(body, mediaType), this.asked, view);
    this.examples.fold();
    this.#remember(view && this.results.view);
  }

  #clear() {
    this.form.querySelector(".problem")?.remove();
    this.editor.forgive();
    this.complaint.textContent = "";
  }

  #fail(error) {
    this.results.clear();
    const sentence = error instanceof Problem ? error.message : BROKEN_OFF;
    const problem = element(
      "p",
      { class: "problem", role: "alert" },
      element("strong", {}, sentence),
    );
    this.complaint.before(problem);
    this.#mark(error, sentence);
    if (error instanceof TooLarge) {
      this.results.offer(error, { ...this.asked, version: error.version });
    }
  }

  #mark({ line, column }, sentence) {
    if (line) this.editor.goTo(this.editor.blame(Number(line), Number(column) || 1, sentence));
  }

  /** Keep the address of the page true to what is shown, so that it can be shared as it stands. */
  #remember(view) {
    this.state.view = view;
    history.replaceState(null, "", this.#address("keep the query"));
  }

  #address(isOwn) {
    const question = isOwn ? undefined : this.asked?.question;
    const { text, parameters } = this.asked ?? {
      text: this.editor.text,
      parameters: this.state.parameters,
    };
    return addressOf({ text, parameters, view: this.state.view, question });
  }
}

const form = document.querySelector("form[data-settings]");
if (form) new Page(form);
