/** The classes and properties in use, as the service tells them, and which of them suit a place. */
import { triplesOf } from "./context.js";

const TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const MOST = 50;

/**
 * @typedef {object} Term
 * @property {string} iri
 * @property {string} name with its prefix.
 * @property {Record<string, string>} labels by language.
 * @property {Record<string, string>} definitions by language.
 * @property {number} count how many things of the class, or statements with the property.
 */

export class Vocabulary {
  /**
   * @param {{classes: Term[], properties: Term[], uses: Record<string, Record<string, number>>}} told
   * @param {import("./terms.js").Names} names
   */
  constructor({ classes, properties, uses }, names) {
    this.classes = classes;
    this.properties = properties;
    this.uses = uses;
    this.names = names;
  }

  /** Return the classes that suit what was typed, those used most first. */
  classesLike(typed) {
    return ranked(this.classes, typed, (term) => term.count);
  }

  /**
   * Return the properties that suit what was typed, those first that things of the subject's
   * classes have most; where no class is known, those used most.
   */
  propertiesLike(typed, subject, text) {
    const classes = this.classesOf(subject, text);
    const counts = classes.map((iri) => this.uses[iri] ?? {});
    const used = (term) => Math.max(0, ...counts.map((count) => count[term.iri] ?? 0));
    const suitable = ranked(this.properties.filter(used), typed, used);
    return suitable.length ? suitable : ranked(this.properties, typed, (term) => term.count);
  }

  /** Return the classes that the query says its subject is of. */
  classesOf(subject, text) {
    const declared = declaredIn(text);
    const iri = (written) => this.names.expand(written, declared);
    return triplesOf(text)
      .filter(([about, predicate]) => about === subject && iri(predicate) === TYPE)
      .map(([, , object]) => iri(object));
  }
}

/** Return the prefixes that a query declares. */
export function declaredIn(text) {
  const found = text.matchAll(/\bPREFIX\s+([^\s:]*):\s*<([^>]*)>/gi);
  return Object.fromEntries([...found].map(([, prefix, namespace]) => [prefix, namespace]));
}

function ranked(terms, typed, count) {
  const wanted = typed.toLowerCase();
  return terms
    .map((term) => ({ term, rank: rankOf(term, wanted), count: count(term) }))
    .filter(({ rank }) => rank < 3)
    .sort((one, other) => one.rank - other.rank || other.count - one.count)
    .slice(0, MOST)
    .map(({ term, count: total }) => ({ ...term, count: total }));
}

/** 0 where the name or a label begins with what was typed, 1 where a word of one does, 2 within. */
function rankOf({ name, labels }, wanted) {
  const [prefix, local = ""] = name.toLowerCase().split(":");
  const [typedPrefix, typedLocal] = wanted.includes(":") ? wanted.split(":") : ["", wanted];
  if (typedPrefix && typedPrefix !== prefix) return 3;
  const words = [local, ...Object.values(labels).map((label) => label.toLowerCase())];
  if (words.some((word) => word.startsWith(typedLocal))) return 0;
  if (words.some((word) => word.includes(` ${typedLocal}`))) return 1;
  return typedLocal.length > 2 && words.some((word) => word.includes(typedLocal)) ? 2 : 3;
}
