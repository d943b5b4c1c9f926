/**
 * A walk through the graph: a picture that grows where one wants to know more. A list beside it holds the same things
 * for the keyboard and for who does not see the picture.
 */
import { baseStyle, canvasIn, controlsFor, layOut, role } from "../shared/canvas.js";
import { element } from "../shared/dom.js";

/** The library's own layout: a finer one would take the scripts past what a page may load. */
const LAYOUT = {
  name: "cose",
  animate: false,
  nodeDimensionsIncludeLabels: true,
  idealEdgeLength: () => 90,
  nodeRepulsion: () => 500000,
  nodeOverlap: 40,
  componentSpacing: 80,
  padding: 20,
};
const MOST_LETTERS = 60;
const FAMILIES = ["agent", "activity", "place", "qualification", "other"];
const WAYS = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/** Put the walk in the place of the figure's picture. */
export async function explore(figure, words) {
  const network = await networkAt(figure.dataset.network);
  const canvas = element("div", {
    class: "canvas",
    tabindex: "0",
    role: "application",
    "aria-label": words.walk,
  });
  const chosen = element("p", { class: "chosen", "aria-live": "polite" }, words.hint);
  const list = element("ul", {});
  const all = element("details", {}, element("summary", {}, words.things), list);
  const walk = element("div", { class: "exploring" }, canvas, chosen, all);
  figure.querySelector(".scroll").replaceWith(walk);
  new Walk({ canvas, chosen, list, words }).begin(network);
  canvas.focus();
}

async function networkAt(address) {
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}

class Walk {
  constructor({ canvas, chosen, list, words }) {
    Object.assign(this, { canvas, chosen, list, words });
    this.opened = new Set();
  }

  begin(network) {
    this.graph = canvasIn(this.canvas, elementsOf(network), style);
    this.opened.add(network.middle);
    this.#list(network.nodes);
    layOut(this.graph, { ...LAYOUT, randomize: true });
    this.canvas.before(controlsFor(this.graph, this.words));
    this.graph.on("tap", "node", ({ target }) => this.#choose(target));
    this.graph.on("dbltap", "node", ({ target }) => location.assign(target.data("page")));
    this.canvas.addEventListener("keydown", (event) => this.#heed(event));
    const middle = this.graph.getElementById(network.middle);
    if (middle.nonempty()) this.#choose(middle);
  }

  #choose(node) {
    this.graph.elements().removeClass("chosen named");
    node.addClass("chosen").connectedEdges().addClass("named");
    this.chosen.replaceChildren(...this.#about(node.data()));
  }

  /** Name a thing, lead to its page, and offer to show what stands round it. */
  #about({ id, name, language, kind, page }) {
    const link = element("a", { href: page, lang: language, dir: "auto" }, name);
    const parts = [link, kind ? ` · ${kind} ` : " "];
    if (!this.opened.has(id)) parts.push(this.#expander(id));
    return parts;
  }

  #expander(id) {
    const expand = () => this.#expand(this.graph.getElementById(id));
    return element("button", { type: "button", class: "plain", onclick: expand }, this.words.expand);
  }

  async #expand(node) {
    if (this.opened.has(node.id())) return;
    let network;
    try {
      network = await networkAt(node.data("more"));
    } catch {
      this.chosen.append(" ", this.words.failed);
      return;
    }
    this.opened.add(node.id());
    const fresh = network.nodes.filter(({ id }) => this.graph.getElementById(id).empty());
    this.graph.add(elementsOf(network).filter(({ data }) => this.graph.getElementById(data.id).empty()));
    for (const { id } of fresh) this.graph.getElementById(id).position({ ...node.position() });
    this.#list(fresh);
    const animate = isCalm() ? false : "end";
    layOut(this.graph, { ...LAYOUT, randomize: false, animate, animationDuration: 400 });
    this.#choose(node);
    this.canvas.focus();
  }

  #list(nodes) {
    for (const { id, label, language, kind, page } of nodes) {
      const link = element("a", { href: page, lang: language, dir: "auto" }, label);
      const show = () => {
        this.#choose(this.graph.getElementById(id));
        this.canvas.focus();
      };
      const button = element("button", { type: "button", class: "plain", onclick: show });
      button.append(this.words.show);
      this.list.append(element("li", {}, link, kind ? ` · ${kind} ` : " ", button));
    }
  }

  #heed(event) {
    const node = this.graph.$("node.chosen");
    if (event.key in WAYS) this.#choose(nextOf(this.graph, node, WAYS[event.key]));
    else if (event.key === "Enter" && node.nonempty()) location.assign(node.data("page"));
    else if (event.key === "+" && node.nonempty()) this.#expand(node);
    else return;
    event.preventDefault();
  }
}

/** Return the nearest node in a direction; the one that is chosen, where there is none. */
function nextOf(graph, node, [right, down]) {
  if (node.empty()) return graph.nodes().first();
  const from = node.position();
  const cost = (other) => {
    const [x, y] = [other.position("x") - from.x, other.position("y") - from.y];
    const ahead = x * right + y * down;
    const aside = Math.abs(x * down) + Math.abs(y * right);
    return ahead > 0 ? ahead + 2 * aside : Infinity;
  };
  const { ele, value } = graph.nodes().difference(node).min(cost);
  return ele && value < Infinity ? ele : node;
}

function elementsOf({ nodes, edges }) {
  return [
    ...nodes.map((node) => ({ data: { ...node, label: cut(node.label), name: node.label } })),
    ...edges.map((edge) => ({ data: { ...edge, id: `${edge.source} ${edge.label} ${edge.target}` } })),
  ];
}

function cut(name) {
  return name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS).trimEnd()}…` : name;
}

function style() {
  return [
    ...baseStyle(),
    { selector: "node", style: { shape: "data(shape)" } },
    ...FAMILIES.map((family) => ({
      selector: `node[family = "${family}"]`,
      style: { "background-color": role(family) },
    })),
    { selector: "node.chosen", style: { "border-width": 4, "border-color": role("accent") } },
    { selector: "edge.named", style: { "line-color": role("accent"), width: 2.5 } },
  ];
}

function isCalm() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
