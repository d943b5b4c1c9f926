/**
 * What may stand at a place of an unfinished query: which part of a triple, of which subject. It
 * reads tokens and keeps no grammar, since a query that is being written hardly ever has one.
 */

const TOKEN =
  /#[^\n]*|<[^<>"{}|^`\\\s]*>|"""[^]*?"""|'''[^]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[?$][\p{L}\p{N}_]+|@[A-Za-z-]+|\^\^|_:[\p{L}\p{N}_.-]+|(?:\p{L}[\p{L}\p{N}_.-]*)?:(?:[\p{L}\p{N}_:%-]|\.(?=[\p{L}\p{N}_:%-])|\\.)*|[\p{L}_][\p{L}\p{N}_]*|[+-]?\d[\d.eE]*|[^\s]/gu;
const WORD = /^[\p{L}_][\p{L}\p{N}_]*$/u;
const PATH = new Set(["/", "|", "^"]);
const EXPRESSIONS = new Set(["FILTER", "BIND", "HAVING", "ORDER", "GROUP", "LIMIT"]);
const PLACES = { GRAPH: "graph", SERVICE: "graph", FROM: "graph", DESCRIBE: "thing" };

/**
 * @typedef {object} Context
 * @property {"none" | "subject" | "predicate" | "object" | "thing" | "value" | "graph" | "expression"} place
 * @property {string} subject as it is written.
 * @property {string} predicate
 */

/** Say what may stand after the text. @returns {Context} */
export function contextAfter(text) {
  const reading = new Reading();
  reading.take(text);
  const { place, subject, predicate } = reading.frame;
  return { place, subject, predicate };
}

/** Return the triples whose parts are all terms, as they are written. */
export function triplesOf(text) {
  const reading = new Reading();
  reading.take(text);
  return reading.triples;
}

class Reading {
  constructor() {
    this.frames = [frameOf("top", "none")];
    this.triples = [];
    this.nodes = 0;
  }

  get frame() {
    return this.frames.at(-1);
  }

  take(text) {
    for (const [token] of text.matchAll(TOKEN)) {
      if (!token.startsWith("#")) this.token(token);
    }
  }

  token(token) {
    if (token in BRACKETS) BRACKETS[token](this);
    else if (PATH.has(token)) this.path();
    else if (WORD.test(token) && token !== "a") this.word(token);
    else if (token === "^^" || token.startsWith("@")) return;
    else if (!/^[*+?!=<>&-]$/.test(token)) this.term(token);
  }

  path() {
    if (this.frame.place === "object" || this.frame.place === "predicate")
      this.frame.place = "predicate";
  }

  word(word) {
    const upper = word.toUpperCase();
    if (upper === "VALUES") this.frame.valuesFollow = true;
    else if (EXPRESSIONS.has(upper)) this.frame.place = "expression";
    else if (upper in PLACES) this.frame.place = PLACES[upper];
    else if (upper === "TRUE" || upper === "FALSE") this.term(word);
    else if (this.frame.kind === "top") this.frame.place = "none";
  }

  term(term) {
    const { frame } = this;
    if (frame.place === "subject") Object.assign(frame, { subject: term, place: "predicate" });
    else if (frame.place === "predicate")
      Object.assign(frame, { predicate: term, place: "object" });
    else if (frame.place === "graph") frame.place = frame.kind === "top" ? "none" : "subject";
    else if (frame.place === "object" && frame.kind !== "(") {
      this.triples.push([frame.subject, frame.predicate, term]);
      frame.place = "after";
    }
  }

  open(kind, place, subject = "") {
    this.frames.push({ ...frameOf(kind, place), subject });
  }

  shut() {
    if (this.frames.length > 1) this.frames.pop();
  }

  openGroup() {
    const { frame } = this;
    if (frame.place === "expression" || frame.place === "graph") frame.place = restOf(frame);
    this.open("{", frame.valuesFollow ? "value" : "subject");
    frame.valuesFollow = false;
  }

  shutGroup() {
    this.shut();
    this.frame.place = restOf(this.frame);
  }

  openNode() {
    this.nodes += 1;
    const node = `[${this.nodes}]`;
    this.term(node);
    this.open("[", "predicate", node);
  }

  /** A parenthesis: of a path, of an expression, of values, or round a list. */
  openParenthesis() {
    const { place, kind, subject, valuesFollow } = this.frame;
    if (place === "predicate") this.open("(", "predicate", subject);
    else if (valuesFollow || kind === "top") this.open("(", "none");
    else this.open("(", place === "value" || place === "object" ? place : "expression");
  }

  shutParenthesis() {
    const path = this.frame.kind === "(" && this.frame.predicate;
    this.shut();
    const { frame } = this;
    if (path && frame.place === "predicate")
      Object.assign(frame, { predicate: path, place: "object" });
    else if (frame.place === "object") frame.place = "after";
    else if (frame.place === "expression" && frame.kind === "{") frame.place = "subject";
  }
}

const BRACKETS = {
  "{": (reading) => reading.openGroup(),
  "}": (reading) => reading.shutGroup(),
  "[": (reading) => reading.openNode(),
  "]": (reading) => reading.shut(),
  "(": (reading) => reading.openParenthesis(),
  ")": (reading) => reading.shutParenthesis(),
  ".": ({ frame }) => void (frame.place = restOf(frame)),
  ";": ({ frame }) => void (frame.place = "predicate"),
  ",": ({ frame }) => void (frame.place = "object"),
};

function frameOf(kind, place) {
  return { kind, place, subject: "", predicate: "", valuesFollow: false };
}

function restOf(frame) {
  return frame.kind === "top" ? "none" : "subject";
}
