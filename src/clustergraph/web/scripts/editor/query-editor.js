/**
 * The editor in place of the form's text field: YASQE with our completion, and nothing of its own
 * that asks, shares or stores. Its marks of errors are replaced too: they carry style attributes,
 * which the page's policy forbids.
 */
import Yasqe from "@zazuko/yasqe";
import { declarePrefix, installCompletion } from "./completion.js";
import { element } from "../shared/dom.js";

const NEWER_SYNTAX = /<<|>>|~|\{\||\bLATERAL\b|\bVERSION\b/i;
const PAUSE_MILLISECONDS = 600;
const MOST_EXPECTED = 6;
const GUTTER = "gutterErrorBar";

export class QueryEditor {
  /**
   * @param {HTMLTextAreaElement} field is hidden; its text goes into the editor.
   * @param {object} parts
   * @param {import("./terms.js").Names} parts.names
   * @param {() => Promise<import("./vocabulary.js").Vocabulary>} parts.vocabulary
   * @param {() => void} parts.onAsk
   * @param {() => void} parts.onChange at once.
   * @param {(complaint: {line: number, sentence: string} | undefined) => void} parts.onPause what
   *   the editor's own grammar has to say, once nobody types.
   */
  constructor(field, { names, vocabulary, onAsk, onChange, onPause }) {
    installCompletion(names, vocabulary);
    const place = element("div", { class: "editor" });
    field.before(place);
    this.yasqe = new Yasqe(place, settings(onAsk));
    this.yasqe.checkSyntax = () => {};
    this.yasqe.addPrefixes = (written) => declare(this.yasqe, written);
    this.text = field.value.trimEnd();
    this.yasqe.clearHistory();
    this.yasqe.on("changes", () => this.forgive());
    this.yasqe.on("changes", onChange);
    this.yasqe.on(
      "changes",
      later(() => onPause(complaintOf(this.yasqe))),
    );
    field.hidden = true;
    field.removeAttribute("name");
  }

  get text() {
    return this.yasqe.getValue();
  }

  set text(text) {
    this.yasqe.setValue(text);
  }

  /** Mark a line as wrong, and go there. Lines and columns count from 1. */
  blame(line, column, sentence) {
    this.forgive();
    this.marked = Math.min(line, this.yasqe.lineCount()) - 1;
    const mark = element(
      "span",
      { class: "wrong", title: sentence, role: "img", "aria-label": "Error" },
      "!",
    );
    this.yasqe.setGutterMarker(this.marked, GUTTER, mark);
    this.yasqe.addLineClass(this.marked, "background", "wrong-line");
    const place = { line: this.marked, ch: Math.max((column ?? 1) - 1, 0) };
    this.yasqe.scrollIntoView(place, 40);
    return place;
  }

  /** Put the cursor where something is wrong. */
  goTo(place) {
    this.yasqe.focus();
    this.yasqe.setCursor(place);
  }

  /** Take marks away. */
  forgive() {
    if (this.marked === undefined) return;
    this.yasqe.clearGutter(GUTTER);
    this.yasqe.removeLineClass(this.marked, "background", "wrong-line");
    this.marked = undefined;
  }
}

function settings(onAsk) {
  return {
    value: "",
    persistenceId: null,
    consumeShareLink: null,
    createShareableLink: null,
    showQueryButton: false,
    resizeable: false,
    editorHeight: "auto",
    viewportMargin: 200,
    inputStyle: "contenteditable",
    screenReaderLabel: "Query. Control and Enter asks, Control and Space completes, Tab moves on.",
    highlightSelectionMatches: false,
    extraKeys: {
      "Ctrl-Enter": onAsk,
      "Cmd-Enter": onAsk,
      "Ctrl-S": false,
      Tab: false,
      "Shift-Tab": false,
    },
  };
}

function declare(yasqe, written) {
  const [, prefix, namespace] = /^([^:]*): <(.*)>$/.exec(written) ?? [];
  if (namespace) declarePrefix(yasqe, prefix, namespace);
}

/** Find the first line that the editor's grammar, which is SPARQL 1.1, does not understand. */
function complaintOf(yasqe) {
  if (NEWER_SYNTAX.test(yasqe.getValue())) return undefined;
  for (let line = 0; line < yasqe.lineCount(); line += 1) {
    const { state } = yasqe.getTokenAt({ line, ch: yasqe.getLine(line).length }, true);
    if (state.OK === false) return { line: line + 1, sentence: sentenceOf(line + 1, state) };
  }
  return undefined;
}

function sentenceOf(line, { errorMsg, possibleCurrent = [] }) {
  if (errorMsg) return `Line ${line}: ${errorMsg}`;
  const expected = possibleCurrent.slice(0, MOST_EXPECTED).join(" ");
  const end = possibleCurrent.length > MOST_EXPECTED ? " …" : ".";
  return `Line ${line} is not finished or not SPARQL${expected ? `; here may stand ${expected}${end}` : "."}`;
}

function later(action) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(action, PAUSE_MILLISECONDS);
  };
}
