/**
 * Terms as SPARQL 1.1 Query Results JSON has them: how each is written, and where it leads.
 * The same rules hold for the pages that the server makes.
 */
import { element } from "../shared/dom.js";
import { at } from "./service.js";

const PLAIN_NAME = /^[^/#]+$/;
const WEB = /^https?:\/\//;
const STRINGS = [
  "http://www.w3.org/2001/XMLSchema#string",
  "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString",
];

/** Knows the prefixes, and which IRIs are answered on this host. */
export class Names {
  /** @param {{base: string, prefixes: Record<string, string>}} settings */
  constructor({ base, prefixes }) {
    this.base = base;
    this.prefixes = prefixes;
    this.namespaces = Object.entries(prefixes);
  }

  /** Write an IRI with its prefix, where what is left is a plain name; else return it whole. */
  shorten(iri) {
    for (const [prefix, namespace] of this.namespaces) {
      const name = iri.startsWith(namespace) ? iri.slice(namespace.length) : "";
      if (PLAIN_NAME.test(name)) return `${prefix}:${name}`;
    }
    return iri;
  }

  /** Return the whole IRI of `prefix:name`, or of one in brackets; nothing where it is neither. */
  expand(written, declared = {}) {
    if (written === "a") return `${this.prefixes.rdf}type`;
    if (written.startsWith("<")) return written.replace(/^<|>$/g, "");
    const colon = written.indexOf(":");
    const namespace = { ...this.prefixes, ...declared }[written.slice(0, colon)];
    return colon < 0 || namespace === undefined ? "" : namespace + written.slice(colon + 1);
  }

  /** Return where an IRI is answered: on this host where it is ours. Only the web is linked to. */
  addressOf(iri) {
    const term = `${this.base}ns#`;
    if (iri.startsWith(term)) return at(`/ns/${iri.slice(term.length)}`);
    if (iri.startsWith(this.base)) return at(`/${iri.slice(this.base.length)}`);
    return WEB.test(iri) ? iri : "";
  }

  /** Write a term in one line of text. */
  text(term) {
    if (!term) return "";
    if (term.type === "uri") return this.shorten(term.value);
    if (term.type === "bnode") return `_:${term.value}`;
    if (term.type !== "triple") return term.value;
    const { subject, predicate, object } = term.value;
    return `<<( ${this.text(subject)} ${this.text(predicate)} ${this.text(object)} )>>`;
  }

  /** Show a term: a link where it leads somewhere, a literal with its language or datatype. */
  show(term) {
    const text = this.text(term);
    if (!term) return text;
    const address = term.type === "uri" && this.addressOf(term.value);
    if (address) return element("a", { href: address, title: term.value }, text);
    const language = term["xml:lang"];
    if (language) return element("span", { lang: language }, text, mark(language));
    const isTyped = term.datatype && !STRINGS.includes(term.datatype);
    return isTyped ? element("span", { title: this.shorten(term.datatype) }, text) : text;
  }
}

function mark(language) {
  return element("span", { class: "language", lang: "en" }, ` ${language}`);
}
