/** Makes nodes and edges of triples: names become labels, classes become kinds. No drawing here. */

const TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const LABELS = [
  "http://www.w3.org/2004/02/skos/core#prefLabel",
  "http://www.w3.org/2000/01/rdf-schema#label",
  "http://purl.org/dc/terms/title",
];
const HASH = /-[a-z2-7]{8}$/;
const MOST_EDGES = 400;

/** Return the columns that hold triples, or nothing where none do. */
export function triplesIn({ columns, rows, isGraph }) {
  if (isGraph) return rows;
  if (columns.length !== 3 || rows.length === 0) return [];
  const isTriple = ([subject, predicate, object]) =>
    isNode(subject) && predicate?.type === "uri" && object !== undefined;
  return rows.every(isTriple) && rows.some(([, , object]) => isNode(object)) ? rows : [];
}

/** Tell whether the triples make a picture: some relate two things. */
export function relatesThings(triples) {
  return triples.some(([, , object]) => isNode(object));
}

/**
 * Make a network of triples. What things are is told by their kind, unless nothing else is said.
 *
 * @param {object[][]} triples
 * @param {import("./terms.js").Names} names
 */
export function networkOf(triples, names) {
  const relations = triples.filter(([, , object]) => isNode(object));
  const others = relations.filter(([, predicate]) => predicate.value !== TYPE);
  const drawn = (others.length ? others : relations).slice(0, MOST_EDGES);
  const known = { labels: labelsIn(triples), kinds: kindsIn(relations) };
  const nodes = new Map();
  for (const term of drawn.flatMap(([subject, , object]) => [subject, object])) {
    const id = names.text(term);
    if (!nodes.has(id)) nodes.set(id, nodeOf(id, term, known, names));
  }
  return {
    nodes: [...nodes.values()],
    edges: edgesOf(drawn, names),
    drawn,
    kinds: [...new Set([...nodes.values()].map((node) => node.kind))].filter(Boolean).sort(),
    left: (others.length || relations.length) - drawn.length,
    texts: triples.length - relations.length,
  };
}

function isNode(term) {
  return term?.type === "uri" || term?.type === "bnode";
}

function nodeOf(id, term, { labels, kinds }, names) {
  const kind = kinds.has(term.value)
    ? names.shorten(kinds.get(term.value)).replace(/^cg:/, "")
    : "";
  const label = labels.get(term.value) ?? wordsOf(id);
  return { id, label, kind, address: term.type === "uri" ? names.addressOf(term.value) : "" };
}

/** Read a name out of the end of an IRI. */
function wordsOf(id) {
  const end = id.startsWith("_:") ? id : /[^/#:]*$/.exec(id.replace(/[/#]$/, ""))[0];
  return end.replace(HASH, "").replaceAll("-", " ") || id;
}

/** Draw one edge for all that is said of the same two things in the same direction. */
function edgesOf(triples, names) {
  const edges = new Map();
  for (const [subject, predicate, object] of triples) {
    const [from, to] = [names.text(subject), names.text(object)];
    const key = `${from} ${to}`;
    if (!edges.has(key)) edges.set(key, { from, to, labels: [] });
    edges.get(key).labels.push(names.shorten(predicate.value).replace(/^cg:/, ""));
  }
  return [...edges.values()];
}

/** English before other languages, the first property of those that name things before others. */
function labelsIn(triples) {
  const labels = new Map();
  for (const property of LABELS) {
    const said = triples.filter(
      ([, predicate, object]) => predicate.value === property && object.type === "literal",
    );
    const english = said.filter(([, , object]) => (object["xml:lang"] ?? "en") === "en");
    for (const [subject, , object] of [...english, ...said]) {
      if (!labels.has(subject.value)) labels.set(subject.value, object.value);
    }
  }
  return labels;
}

/** Of several classes of a thing the rarest is told, since the general ones hold everything. */
function kindsIn(relations) {
  const typed = relations.filter(([, predicate]) => predicate.value === TYPE);
  const counts = new Map();
  for (const [, , { value }] of typed) counts.set(value, (counts.get(value) ?? 0) + 1);
  const kinds = new Map();
  for (const [subject, , { value }] of typed) {
    const known = kinds.get(subject.value);
    if (!known || counts.get(value) < counts.get(known)) kinds.set(subject.value, value);
  }
  return kinds;
}
