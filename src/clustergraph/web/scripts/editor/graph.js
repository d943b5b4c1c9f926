/** An answer as a picture of nodes and edges; a list below says the same in words. */
import cytoscape from "cytoscape";
import fcose from "cytoscape-fcose";
import { baseStyle, canvasIn, controlsFor, layOut } from "../shared/canvas.js";
import { element } from "../shared/dom.js";
import { networkOf } from "./network.js";
import { colourOf, shapeOf, signOf } from "./signs.js";

const LAYOUT = {
  name: "fcose",
  animate: false,
  nodeDimensionsIncludeLabels: true,
  idealEdgeLength: 80,
  nodeSeparation: 80,
};
const NAMED_EDGES = 40;
const CONTROLS = { closer: "Closer", further: "Further away", all: "Show all of it" };

cytoscape.use(fcose);

/** Draw triples: kinds are told by colour and by shape. */
export function graphOf(triples, names) {
  const network = networkOf(triples, names);
  const canvas = element("div", { class: "canvas", role: "img", "aria-label": describe(network) });
  const place = element(
    "div",
    { class: "graph-view" },
    legendOf(network),
    canvas,
    ...notesOn(network),
    listOf(network, names),
  );
  // It measures its place, so it waits until it has one.
  requestAnimationFrame(() => draw(canvas, network));
  return place;
}

function draw(canvas, network) {
  const graph = canvasIn(canvas, elementsOf(network), () => stylesFor(network));
  layOut(graph, LAYOUT);
  nameRelations(graph);
  graph.on(
    "tap",
    "node",
    ({ target }) => target.data("address") && location.assign(target.data("address")),
  );
  canvas.before(controlsFor(graph, CONTROLS));
}

/** Name the relations of the node under the pointer; where there are few, all are named anyway. */
function nameRelations(graph) {
  if (graph.edges().length <= NAMED_EDGES) graph.edges().addClass("named");
  else {
    graph.on("mouseover tapstart", "node", ({ target }) =>
      target.connectedEdges().addClass("named"),
    );
    graph.on("mouseout tapend", "node", ({ target }) =>
      target.connectedEdges().removeClass("named"),
    );
  }
}

function elementsOf({ nodes, edges }) {
  return [
    ...nodes.map((node) => ({
      data: { id: node.id, label: node.label, kind: node.kind, address: node.address },
    })),
    ...edges.map(({ from, to, labels }, at) => ({
      data: { id: `edge ${at}`, source: from, target: to, label: labels.join(", ") },
    })),
  ];
}

function stylesFor({ kinds }) {
  return [
    ...baseStyle(),
    ...kinds.map((kind, at) => ({
      selector: `node[kind = ${JSON.stringify(kind)}]`,
      style: { "background-color": colourOf(at), shape: shapeOf(at) },
    })),
  ];
}

function legendOf({ kinds }) {
  const items = kinds.map((kind, at) => element("li", {}, signOf(at), ` ${kind}`));
  return kinds.length ? element("ul", { class: "kinds", "aria-label": "Kinds" }, ...items) : "";
}

function describe({ nodes, drawn }) {
  return `Picture of ${nodes.length} things and ${drawn.length} relations between them; they are listed below.`;
}

function notesOn({ edges, left, texts }) {
  const notes =
    edges.length > NAMED_EDGES ? ["Point at a thing, and its relations are named."] : [];
  if (left)
    notes.push(
      `The picture leaves out ${left.toLocaleString("en")} relations, for there are too many.`,
    );
  if (texts)
    notes.push(`${texts.toLocaleString("en")} texts and numbers stand in the table alone.`);
  return notes.map((note) => element("p", { class: "quiet" }, note));
}

function listOf({ drawn }, names) {
  const items = drawn.map((triple) =>
    element("li", {}, ...triple.flatMap((term) => [names.show(term), " "])),
  );
  return element(
    "details",
    {},
    element("summary", {}, `The relations as a list (${drawn.length})`),
    element("ul", {}, ...items),
  );
}
