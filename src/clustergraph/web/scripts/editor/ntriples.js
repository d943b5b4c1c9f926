/** Reads N-Triples (RDF 1.2, with triple terms) into rows of three terms. */

const TOKEN =
  /\s*(?:(<<\()|(\)>>)|<([^<>"{}|^`\s]*)>|_:([^\s<>.]+(?:\.+[^\s<>.]+)*)|"((?:[^"\\\n\r]|\\.)*)"(?:\^\^<([^>]*)>|@([A-Za-z0-9-]+))?|(\.)|(#[^\n]*))/y;
const ESCAPE = /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/g;
const CHARACTERS = { t: "\t", b: "\b", n: "\n", r: "\r", f: "\f" };

/**
 * @param {string} text
 * @returns {object[][]} a row for each triple, in their order.
 */
export function readTriples(text) {
  const rows = [];
  const open = [[]];
  TOKEN.lastIndex = 0;
  for (let found; TOKEN.lastIndex < text.length && (found = TOKEN.exec(text));) {
    if (found[1]) open.push([]);
    else if (found[2]) close(open);
    else if (found[8]) rows.push(open[0].splice(0));
    else if (!found[9]) open.at(-1).push(term(found));
  }
  return rows;
}

function close(open) {
  const [subject, predicate, object] = open.pop();
  open.at(-1).push({ type: "triple", value: { subject, predicate, object } });
}

function term([, , , iri, label, words, datatype, language]) {
  if (iri !== undefined) return { type: "uri", value: plain(iri) };
  if (label !== undefined) return { type: "bnode", value: label };
  const literal = { type: "literal", value: plain(words) };
  if (language) return { ...literal, "xml:lang": language };
  return datatype ? { ...literal, datatype } : literal;
}

function plain(text) {
  if (!text.includes("\\")) return text;
  return text.replace(ESCAPE, (_, four, eight, one) =>
    one ? (CHARACTERS[one] ?? one) : String.fromCodePoint(parseInt(four ?? eight, 16)),
  );
}
