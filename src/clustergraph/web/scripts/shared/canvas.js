/** What every picture of nodes and edges that moves has: the library, its style, its controls. */
import cytoscape from "cytoscape";
import { controls, element } from "./dom.js";

const NATURAL_ZOOM = 0.8;
const MARGIN = 20;
const MOST_STRETCH = 2;
const OWN_STYLESHEET = "__________cytoscape_stylesheet";

cytoscape.warnings(false); // it complains of edges that are short while they are being laid out

/** Make a picture in a place of the page, which must have a size by now. */
export function canvasIn(container, elements, style) {
  claimStylesheet();
  const graph = cytoscape({
    container,
    elements,
    style: style(),
    layout: { name: "preset" },
    userZoomingEnabled: false,
    maxZoom: 2.5,
    minZoom: 0.1,
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () =>
    graph.style(style()),
  );
  return graph;
}

/** The library adds a style element, which the policy forbids, unless one of that name is there. */
function claimStylesheet() {
  if (document.getElementById(OWN_STYLESHEET)) return;
  document.head.append(
    element("meta", { id: OWN_STYLESHEET, name: "graph-styles", content: "in the style sheet" }),
  );
}

/** Find places for all nodes by one of the library's layouts, then show all of them. */
export function layOut(graph, options) {
  const layout = graph.layout(options);
  layout.one("layoutstop", () => {
    stretch(graph);
    show(graph);
  });
  layout.run();
}

/** Give the picture the shape of its canvas: it is shown larger so, and its words can be read. */
function stretch(graph) {
  const box = graph.nodes().boundingBox({ includeLabels: false });
  if (box.w < 1 || box.h < 1) return;
  const by = Math.sqrt((graph.width() * box.h) / (graph.height() * box.w));
  const most = Math.min(Math.max(by, 1 / MOST_STRETCH), MOST_STRETCH);
  graph.nodes().positions((node) => {
    const { x, y } = node.position();
    return { x: x * most, y: y / most };
  });
}

/** Show all of it, but a few nodes no larger than words are elsewhere on the page. */
export function show(graph) {
  graph.fit(undefined, MARGIN);
  if (graph.zoom() > NATURAL_ZOOM) graph.zoom(NATURAL_ZOOM);
  graph.center();
}

/** Make the buttons that a picture is moved with. */
export function controlsFor(graph, words) {
  const center = () => ({ x: graph.width() / 2, y: graph.height() / 2 });
  const zoom = (by) => graph.zoom({ level: graph.zoom() * by, renderedPosition: center() });
  return controls(
    [words.closer, "+", () => zoom(1.3)],
    [words.further, "−", () => zoom(1 / 1.3)],
    [words.all, words.all, () => show(graph)],
  );
}

/** Return the colour that the style sheet gives to a role, on the ground that there is now. */
export function role(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/** Return what nodes and edges look like in the page's own colours. */
export function baseStyle() {
  const text = {
    "font-size": 17,
    "font-family": getComputedStyle(document.documentElement).fontFamily,
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
  ];
}
