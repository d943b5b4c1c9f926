/**
 * Completes what is being typed: prefixes, classes and properties from our own vocabulary, things by
 * their names. Nothing is asked of any other host.
 */
import Yasqe from "@zazuko/yasqe";
import { contextAfter } from "./context.js";
import { element } from "../shared/dom.js";
import { at } from "./service.js";
import { declaredIn } from "./vocabulary.js";

const PARTS = new Set(["subject", "object", "thing", "value"]);
const LANGUAGES = ["en", "pl", "bg"];
const LEAST_TYPED = 2;
const TYPES = new Set(["a", "rdf:type"]);

/**
 * Have the editor offer what suits the place of the cursor.
 *
 * @param {import("./terms.js").Names} names
 * @param {() => Promise<import("./vocabulary.js").Vocabulary>} vocabulary
 */
export function installCompletion(names, vocabulary) {
  const prefixes = names.namespaces.map(([prefix, namespace]) => `${prefix}: <${namespace}>`);
  const offers = new Offers(names, vocabulary);
  Yasqe.forkAutocompleter("prefixes", {
    name: "prefixes",
    get: () => prefixes,
    persistenceId: null,
  });
  Yasqe.registerAutocompleter({
    name: "names",
    bulk: false,
    autoShow: true,
    isValidCompletionPosition: (editor) => offers.suit(editor),
    get: (editor) => offers.find(editor),
    postprocessHints: (editor, hints) => offers.dress(hints),
  });
  Yasqe.defaults.autocompleters = ["variables", "prefixes", "names"];
}

/** Declare a prefix after those that are declared, or after the comments at the beginning. */
export function declarePrefix(editor, prefix, namespace) {
  if (prefix in declaredIn(editor.getValue())) return;
  const lines = editor.getValue().split("\n");
  const last = lines.findLastIndex((line) => /^\s*(PREFIX|BASE)\b/i.test(line));
  const first = lines.findIndex((line) => !/^\s*(#|$)/.test(line));
  const line = last >= 0 ? last + 1 : Math.max(first, 0);
  editor.getDoc().replaceRange(`PREFIX ${prefix}: <${namespace}>\n`, { line, ch: 0 });
}

class Offers {
  constructor(names, vocabulary) {
    this.names = names;
    this.vocabulary = vocabulary;
    this.found = new Map();
  }

  suit(editor) {
    const { place, typed, predicate } = here(editor);
    if (/^[?$"'<0-9]/.test(typed)) return false;
    if (place === "predicate") return typed !== "";
    if (place === "object" && TYPES.has(predicate)) return true;
    return PARTS.has(place) && /:/.test(typed);
  }

  async find(editor) {
    const offers = await this.offersFor(here(editor), editor.getValue());
    this.found = new Map(offers.map((offer) => [offer.text, offer]));
    return [...this.found.keys()];
  }

  async offersFor({ place, typed, subject, predicate }, text) {
    if (place === "predicate") {
      const vocabulary = await this.vocabulary();
      return vocabulary.propertiesLike(typed, subject, text).map(offerOf);
    }
    if (TYPES.has(predicate) && place === "object") {
      return (await this.vocabulary()).classesLike(typed).map(offerOf);
    }
    return this.things(typed);
  }

  /** Find things by name; `id:hilf` asks for what is called so. */
  async things(typed) {
    const name = typed.slice(typed.indexOf(":") + 1).replaceAll("-", " ");
    if (name.length < LEAST_TYPED) return [];
    const response = await fetch(
      `${at("/api/suggest")}?${new URLSearchParams({ q: name, limit: "12" })}`,
    );
    if (!response.ok) return [];
    const { results } = await response.json();
    return results.map(({ iri, label, type }) => this.offerOfThing(iri, label, type));
  }

  offerOfThing(iri, label, type) {
    const short = this.names.shorten(iri);
    return { text: short === iri ? `<${iri}>` : short, label, extra: type };
  }

  /** Give each hint its looks, and have it declare its prefix when it is chosen. */
  dress(hints) {
    return hints.map((hint) => ({
      ...hint,
      render: (item) => item.append(...this.lines(this.found.get(hint.text), hint.text)),
      hint: (editor, data) => this.choose(editor, data, hint),
    }));
  }

  lines(offer, text) {
    const { label = "", definition = "", extra = "" } = offer ?? {};
    const head = element("span", { class: "offer" }, element("b", {}, text), " ", label);
    const lines = [head, element("span", { class: "extra" }, extra)];
    return definition ? [...lines, element("span", { class: "definition" }, definition)] : lines;
  }

  choose(editor, data, { text, from = data.from, to = data.to }) {
    editor.operation(() => {
      editor.replaceRange(text, from, to, "complete");
      const prefix = text.startsWith("<") ? "" : text.split(":")[0];
      const namespace = this.names.prefixes[prefix];
      if (namespace) declarePrefix(editor, prefix, namespace);
    });
  }
}

/** What is typed at the cursor, and what may stand there. */
function here(editor) {
  const document = editor.getDoc();
  const cursor = document.getCursor();
  const before = document.getRange({ line: 0, ch: 0 }, cursor);
  const typed = /[^\s{}()[\].;,|/^]*$/.exec(before)[0];
  return { typed, ...contextAfter(before.slice(0, before.length - typed.length)) };
}

function offerOf({ name, labels, definitions, count }) {
  const language = LANGUAGES.find((tag) => navigator.language.startsWith(tag)) ?? "en";
  return {
    text: name,
    label: labels[language] ?? labels.en ?? "",
    definition: definitions[language] ?? definitions.en ?? "",
    extra: count.toLocaleString("en"),
  };
}
