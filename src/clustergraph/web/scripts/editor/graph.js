/** An answer as a picture of nodes and edges; a list below says the same in words. */
import cytoscape from "cytoscape";
import fcose from "cytoscape-fcose";
import { element } from "./dom.js";
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
const NATURAL_ZOOM = 0.8;
const MARGIN = 20;
const OWN_STYLESHEET = "__________cytoscape_stylesheet";

cytoscape.use(fcose);
cytoscape.warnings(false); // it complains of edges that are short while they are being laid out

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

/** The library adds a style element, which the policy forbids, unless one of that name is there. */
function claimStylesheet() {
  if (document.getElementById(OWN_STYLESHEET)) return;
  document.head.append(
    element("meta", { id: OWN_STYLESHEET, name: "graph-styles", content: "in the style sheet" }),
  );
}

function draw(canvas, network) {
  claimStylesheet();
  const graph = cytoscape({
    container: canvas,
    elements: elementsOf(network),
    style: stylesFor(network),
    layout: { name: "preset" },
    userZoomingEnabled: false,
    maxZoom: 2.5,
    minZoom: 0.1,
  });
  const layout = graph.layout(LAYOUT);
  layout.one("layoutstop", () => show(graph));
  layout.run();
  nameRelations(graph);
  graph.on(
    "tap",
    "node",
    ({ target }) => target.data("address") && location.assign(target.data("address")),
  );
  canvas.before(controlsFor(graph));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () =>
    graph.style(stylesFor(network)),
  );
}

/** Show all of it, but a few nodes no larger than words are elsewhere on the page. */
function show(graph) {
  graph.fit(undefined, MARGIN);
  if (graph.zoom() > NATURAL_ZOOM) graph.zoom(NATURAL_ZOOM);
  graph.center();
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

function controlsFor(graph) {
  const center = () => ({ x: graph.width() / 2, y: graph.height() / 2 });
  const zoom = (by) => graph.zoom({ level: graph.zoom() * by, renderedPosition: center() });
  const button = (label, sign, action) =>
    element(
      "button",
      { type: "button", class: "plain", "aria-label": label, onclick: action },
      sign,
    );
  return element(
    "p",
    { class: "controls" },
    button("Closer", "+", () => zoom(1.3)),
    button("Further away", "−", () => zoom(1 / 1.3)),
    button("Show all of it", "All", () => show(graph)),
  );
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
  const page = getComputedStyle(document.documentElement);
  const role = (name) => page.getPropertyValue(`--${name}`).trim();
  const text = {
    "font-size": 17,
    "font-family": page.fontFamily,
    color: role("ink"),
    "text-wrap": "wrap",
    "text-max-width": 170,
  };
  const outline = { "text-outline-color": role("paper"), "text-outline-width": 2 };
  const node = {
    ...text,
    ...outline,
    label: "data(label)",
    width: 30,
    height: 30,
    "background-color": role("machine"),
    "text-valign": "bottom",
    "text-margin-y": 4,
    "min-zoomed-font-size": 5,
  };
  const line = { width: 1.5, "line-color": role("machine"), "curve-style": "bezier" };
  const arrow = { "target-arrow-color": role("machine"), "target-arrow-shape": "triangle" };
  const named = {
    ...text,
    ...outline,
    label: "data(label)",
    "font-size": 14,
    "text-rotation": "autorotate",
    "z-index": 1,
  };
  return [
    { selector: "node", style: node },
    { selector: "edge", style: { ...line, ...arrow } },
    { selector: "edge.named", style: named },
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
